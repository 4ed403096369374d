//! The table at the end of a play, or the same as one JSON object.

use std::{collections::BTreeMap, fmt::Write as _, sync::PoisonError, time::Duration};

use anyhow::{Result, bail};
use hdrhistogram::Histogram;
use protocol::{
    command::TransferMode,
    ids::{ConversationId, HandoffId},
    name::TargetName,
    staff::{Content, EventName, Line, Outcome},
};
use serde_json::json;

use super::{
    Stage,
    book::{self, Comparison},
};

/// Failures shown by name; the count says the rest.
const FAILURES_SHOWN_MAX: usize = 10;

pub struct Report {
    conversations: usize,
    comparison: Comparison,
    /// By kind (`warm_to_agent` …) and outcome.
    handoffs: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
    latency_us: Histogram<u64>,
    refusals: BTreeMap<&'static str, u64>,
    took: Duration,
    failures: Vec<String>,
}

impl Report {
    pub fn new(
        stage: &Stage,
        transcripts: &BTreeMap<ConversationId, Vec<Line>>,
        took: Duration,
        failures: Vec<String>,
    ) -> Self {
        let journal = transcripts.iter().map(|(id, lines)| (*id, book::messages(lines))).collect();
        Self {
            conversations: transcripts.len(),
            comparison: stage.book.compare(&journal),
            handoffs: handoffs(transcripts.values().flatten()),
            latency_us: stage.book.latencies(),
            refusals: stage.refusals.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            took,
            failures,
        }
    }

    pub fn json(&self) -> String {
        json!({
            "conversations": self.conversations,
            "messages": self.comparison.messages,
            "handoffs": self.handoffs,
            "lost": self.comparison.lost,
            "doubled": self.comparison.doubled,
            "latency_ms": { "p50": self.ms(0.50), "p99": self.ms(0.99), "max": self.ms(1.0) },
            "refusals": self.refusals,
            "failures": self.failures,
            "seconds": self.took.as_secs_f64(),
        })
        .to_string()
    }

    pub fn table(&self) -> String {
        let mut out = String::new();
        let mut row = |name: &str, value: String| {
            let _ = writeln!(out, "{name:<34}{value:>12}");
        };
        row("conversations", self.conversations.to_string());
        row("messages", self.comparison.messages.to_string());
        for (kind, outcomes) in &self.handoffs {
            for (outcome, count) in outcomes {
                row(&format!("{} {outcome}", kind.replace('_', " ")), count.to_string());
            }
        }
        row("messages lost", self.comparison.lost.to_string());
        row("messages doubled", self.comparison.doubled.to_string());
        for (name, quantile) in
            [("latency p50 ms", 0.50), ("latency p99 ms", 0.99), ("latency max ms", 1.0)]
        {
            row(name, format!("{:.2}", self.ms(quantile)));
        }
        for (code, count) in &self.refusals {
            row(&format!("refused {code}"), count.to_string());
        }
        row("seconds", format!("{:.1}", self.took.as_secs_f64()));
        for failure in self.failures.iter().take(FAILURES_SHOWN_MAX) {
            let _ = writeln!(out, "failed: {failure}");
        }
        out
    }

    /// An error when a message was lost or doubled, or a dialogue did not come to its end.
    pub fn verdict(&self) -> Result<()> {
        if self.comparison.lost > 0 || self.comparison.doubled > 0 {
            bail!(
                "messages_differ: {} lost, {} doubled",
                self.comparison.lost,
                self.comparison.doubled
            );
        }
        match self.failures.first() {
            Some(first) => bail!(
                "play_failed: {} dialogue(s) or agent(s) failed, first: {first}",
                self.failures.len()
            ),
            None => Ok(()),
        }
    }

    fn ms(&self, quantile: f64) -> f64 {
        self.latency_us.value_at_quantile(quantile) as f64 / 1000.0
    }
}

/// Counts transfers by kind and outcome, from what the transcripts say of their beginnings and ends.
fn handoffs<'a>(
    lines: impl Iterator<Item = &'a Line>,
) -> BTreeMap<&'static str, BTreeMap<&'static str, u64>> {
    let mut kinds: BTreeMap<HandoffId, &'static str> = BTreeMap::new();
    let mut outcomes: BTreeMap<HandoffId, &'static str> = BTreeMap::new();
    for line in lines {
        let Content::Event(event) = &line.content else { continue };
        let Some(handoff) = event.handoff else { continue };
        if event.event == EventName::TransferStarted {
            kinds.insert(handoff, kind(event.mode, event.to.as_ref()));
        } else if event.event == EventName::TransferCompleted {
            outcomes.insert(handoff, "completed");
        } else if event.event == EventName::TransferEnded {
            outcomes.insert(handoff, event.outcome.map_or("ended", outcome));
        }
    }
    let mut counts: BTreeMap<&'static str, BTreeMap<&'static str, u64>> = BTreeMap::new();
    for (handoff, kind) in kinds {
        let outcome = outcomes.get(&handoff).copied().unwrap_or("open");
        *counts.entry(kind).or_default().entry(outcome).or_default() += 1;
    }
    counts
}

fn kind(mode: Option<TransferMode>, to: Option<&TargetName>) -> &'static str {
    match (mode, to) {
        (Some(TransferMode::Warm), Some(TargetName::Agent(_))) => "warm_to_agent",
        (Some(TransferMode::Warm), Some(TargetName::Queue(_)) | None) => "warm_to_queue",
        (Some(TransferMode::Cold) | None, Some(TargetName::Agent(_))) => "cold_to_agent",
        (Some(TransferMode::Cold) | None, Some(TargetName::Queue(_)) | None) => "cold_to_queue",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Completed => "completed",
        Outcome::Declined => "declined",
        Outcome::Expired => "expired",
        Outcome::Cancelled => "cancelled",
        Outcome::Failed => "failed",
    }
}
