//! What a run comes to in numbers: an observer that counts.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Desk,
    command::{Actor, Command, TransferMode},
    event::{CloseReason, Event, TransferOutcome},
    ids::{ConversationId, HandoffId, Timestamp},
    rejection::Rejection,
};
use engine::Decided;

use crate::{ground::StoreFailure, kinds, simulation::Observer};

/// A wait answered within this counts for the service level.
pub const SERVICE_LEVEL_MS: u64 = 20_000;

#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Events by kind.
    pub events: BTreeMap<&'static str, u64>,
    /// Refusals by kind.
    pub rejections: BTreeMap<&'static str, u64>,
    /// Errors of the store by kind.
    pub store_failures: BTreeMap<&'static str, u64>,
    /// Transfers by kind and how they ended.
    pub handoffs: BTreeMap<(&'static str, &'static str), u64>,
    pub waits: Waits,
    pub most_open: usize,
    begun: BTreeMap<ConversationId, Timestamp>,
    transfers: BTreeMap<HandoffId, &'static str>,
    open: BTreeSet<ConversationId>,
}

/// Ended waits, as the reports define them: answered, abandoned (the visitor closed or is gone), or else
/// (max wait, fallback, message left).
#[derive(Debug, Clone, Default)]
pub struct Waits {
    /// Lengths of those answered, in the order they ended.
    pub answered_ms: Vec<u64>,
    pub abandoned_ms: Vec<u64>,
    pub otherwise: u64,
}

impl Waits {
    pub fn ended(&self) -> u64 {
        (self.answered_ms.len() + self.abandoned_ms.len()) as u64 + self.otherwise
    }

    pub fn abandonment(&self) -> f64 {
        share(self.abandoned_ms.len() as u64, self.ended())
    }

    /// Answered within the level, of all but those abandoned within it.
    pub fn service_level(&self) -> f64 {
        let within =
            |waits: &[u64]| waits.iter().filter(|ms| **ms <= SERVICE_LEVEL_MS).count() as u64;
        let quick_leavers = within(&self.abandoned_ms);
        share(within(&self.answered_ms), self.ended() - quick_leavers)
    }

    pub fn mean_ms(&self) -> f64 {
        let all = self.answered_ms.iter().chain(&self.abandoned_ms);
        let count = self.answered_ms.len() + self.abandoned_ms.len();
        all.sum::<u64>() as f64 / count.max(1) as f64
    }

    /// The wait that this share of those answered did not exceed.
    pub fn quantile_ms(&self, share: f64) -> u64 {
        let mut sorted = self.answered_ms.clone();
        sorted.sort_unstable();
        let rank = (share * sorted.len() as f64) as usize;
        sorted.get(rank.min(sorted.len().saturating_sub(1))).copied().unwrap_or(0)
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Observer for Figures {
    fn told(&mut self, _: &Desk, decided: &Decided) -> Vec<Command> {
        for entry in &decided.entries {
            *self.events.entry(kinds::event(&entry.event)).or_default() += 1;
            self.count(&entry.event, decided.at);
        }
        Vec::new()
    }

    fn refused(&mut self, _: Actor, rejection: Rejection, _: Timestamp) {
        *self.rejections.entry(kinds::rejection(&rejection)).or_default() += 1;
    }

    fn failed(&mut self, error: StoreFailure) {
        let (StoreFailure::Commit(name) | StoreFailure::Load(name)) = error;
        *self.store_failures.entry(name).or_default() += 1;
    }
}

impl Figures {
    pub fn total_events(&self) -> u64 {
        self.events.values().sum()
    }

    pub fn count_of(&self, event: &str) -> u64 {
        self.events.get(event).copied().unwrap_or(0)
    }

    // Counts what it knows; further events need no word here.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a count of some events, not a rule about all"
    )]
    fn count(&mut self, event: &Event, at: Timestamp) {
        match event {
            Event::ConversationOpened { conversation, .. } => {
                self.open.insert(*conversation);
                self.most_open = self.most_open.max(self.open.len());
            }
            Event::WaitStarted { conversation, .. } => {
                self.wait_ends(*conversation, at, WaitEnd::Otherwise);
                self.begun.insert(*conversation, at);
            }
            Event::AgentAssigned { conversation, .. } => {
                self.wait_ends(*conversation, at, WaitEnd::Answered);
            }
            Event::ConversationClosed { conversation, reason, .. } => {
                self.open.remove(conversation);
                let end = match reason {
                    CloseReason::Visitor | CloseReason::VisitorGone => WaitEnd::Abandoned,
                    _ => WaitEnd::Otherwise,
                };
                self.wait_ends(*conversation, at, end);
            }
            Event::TransferStarted { transfer, .. } => {
                let kind = match transfer.mode {
                    TransferMode::Warm(_) => "warm transfer",
                    TransferMode::Cold(_) => "cold transfer",
                };
                self.transfers.insert(transfer.handoff, kind);
            }
            Event::EscalationStarted { escalation, .. } => {
                self.transfers.insert(escalation.handoff, "escalation");
            }
            Event::ReturnStarted { returning, .. } => {
                self.transfers.insert(returning.handoff, "return");
            }
            Event::TransferCompleted { handoff, .. } => self.ended(*handoff, "completed"),
            Event::TransferEnded { handoff, outcome, .. } => {
                self.ended(
                    *handoff,
                    match outcome {
                        TransferOutcome::Declined(_) => "declined",
                        TransferOutcome::Expired(_) => "expired",
                        TransferOutcome::Cancelled(_) => "cancelled",
                        TransferOutcome::Failed(_) => "failed",
                    },
                );
            }
            _ => {}
        }
    }

    fn wait_ends(&mut self, conversation: ConversationId, at: Timestamp, end: WaitEnd) {
        let Some(since) = self.begun.remove(&conversation) else { return };
        match end {
            WaitEnd::Answered => self.waits.answered_ms.push(at.since(since)),
            WaitEnd::Abandoned => self.waits.abandoned_ms.push(at.since(since)),
            WaitEnd::Otherwise => self.waits.otherwise += 1,
        }
    }

    fn ended(&mut self, handoff: HandoffId, outcome: &'static str) {
        let kind = self.transfers.remove(&handoff).unwrap_or("transfer");
        *self.handoffs.entry((kind, outcome)).or_default() += 1;
    }
}

#[derive(Debug, Clone, Copy)]
enum WaitEnd {
    Answered,
    Abandoned,
    Otherwise,
}
