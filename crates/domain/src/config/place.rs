//! The rules of a place: those of its stage, where it sets any, else those of its queue.

use super::{Connect, Fallback, Queue, Strategy};
use crate::ids::{QueueId, StageId};

/// The queue, and stage if any, that a conversation is in, also while an agent holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Place {
    pub queue: QueueId,
    /// A connect stage with that queue.
    pub stage: Option<StageId>,
}

/// How a place works: by its queue, but for what its stage sets otherwise.
#[derive(Debug, Clone, Copy)]
pub struct PlaceRules<'a> {
    pub queue: &'a Queue,
    pub stage: Option<&'a Connect>,
}

impl Place {
    /// A queue outside every pipeline.
    pub const fn queue(queue: QueueId) -> Self {
        Self { queue, stage: None }
    }
}

impl<'a> PlaceRules<'a> {
    pub fn tier(self) -> u8 {
        self.set(|stage| stage.tier).unwrap_or(self.queue.tier)
    }

    pub fn strategy(self) -> Strategy {
        self.set(|stage| stage.strategy).unwrap_or(self.queue.strategy)
    }

    pub fn offer_timeout_ms(self) -> u64 {
        self.set(|stage| stage.offer_timeout_ms).unwrap_or(self.queue.offer_timeout_ms)
    }

    pub fn still_searching_ms(self) -> u64 {
        self.set(|stage| stage.still_searching_ms).unwrap_or(self.queue.still_searching_ms)
    }

    pub fn max_wait_ms(self) -> u64 {
        self.set(|stage| stage.max_wait_ms).unwrap_or(self.queue.max_wait_ms)
    }

    /// Set on every conversation that enters, if given.
    pub fn priority(self) -> Option<u8> {
        self.set(|stage| stage.priority).or(self.queue.priority)
    }

    /// Where a conversation goes when its max wait is over; the visitor's choice otherwise.
    pub fn fallback(self) -> Option<Fallback> {
        self.set(|stage| stage.on_timeout).or(self.queue.fallback.map(Fallback::Queue))
    }

    fn set<T>(self, field: impl FnOnce(&'a Connect) -> Option<T>) -> Option<T> {
        self.stage.and_then(field)
    }
}
