//! `baton generate history`: a past that never was, the same for the same seed, beside which nothing lives.

use serde_json::json;

use crate::process::{json, run, text};

#[test]
fn a_seed_is_written_once_leaves_live_state_alone_and_another_seed_stands_beside_it() {
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().to_str().expect("a path in UTF-8");
    let at = ["--data", data, "--workspace", "past"];
    let generate = |seed: &str| {
        let asked = ["generate", "history", "--conversations", "700", "--seed", seed];
        run(&[&asked[..], &at[..]].concat())
    };
    let first = generate("4");
    assert!(first.status.success(), "{}", text(&first.stderr));
    assert!(text(&first.stdout).contains("no rule was asked"));
    let again = generate("4");
    assert!(!again.status.success());
    assert!(text(&again.stderr).contains("already_generated"));
    assert!(generate("5").status.success());
    let replayed = json(&run(&[&["replay", "--json"], &at[..]].concat()));
    // The names, which the second one knows already, and the conversations of both.
    assert_eq!(replayed["records"], json!(1 + 1_400));
    assert_eq!(replayed["open_conversations"], json!(0));
    assert_eq!(replayed["violations"], json!([]));
}
