//! `baton play` on the shipped dialogues.

use serde_json::Value;

use crate::process::{json, run, text};

/// What the shipped dialogues and the hand-overs between them make both sides say.
const LINES_PLANNED: u64 = 125;

#[test]
fn every_message_of_a_play_arrives_once_at_everybody_in_the_conversation() {
    let output = run(&["play", "--json", "--dialogues", "docs/examples/dialogues.tsv"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let figures = json(&output);
    assert_eq!(figures["conversations"], 12);
    assert_eq!(
        (figures["lost"].as_u64(), figures["doubled"].as_u64()),
        (Some(0), Some(0)),
        "{figures}"
    );
    // Every line of the plan was said, or came after the other side had ended the conversation.
    let counted = |figure: &Value| figure.as_u64().unwrap_or(0);
    let late = counted(&figures["refusals"]["conversation_closed"]);
    assert_eq!(counted(&figures["messages"]) + late, LINES_PLANNED, "{figures}");
    assert!(late < LINES_PLANNED / 10, "{figures}");
    let handed_over: u64 = figures["handoffs"]
        .as_object()
        .expect("kinds")
        .values()
        .filter_map(|outcomes| outcomes["completed"].as_u64())
        .sum();
    assert!(handed_over >= 5, "{figures}");
    for quantile in ["p50", "p99", "max"] {
        assert!(figures["latency_ms"][quantile].as_f64().is_some_and(|ms| ms > 0.0), "{figures}");
    }
}

#[test]
fn a_file_that_is_no_dialogue_is_refused_before_anything_starts() {
    let output = run(&["play", "--dialogues", "README.md"]);
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("dialogue_column_missing"), "{}", text(&output.stderr));
}
