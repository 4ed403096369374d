//! What became of recent commands, so that a repeat takes effect once and is answered the same (invariant I8).
//!
//! Holds commands that took effect only: a rejected one left no trace and is decided anew.

use std::collections::{BTreeMap, VecDeque};

use domain::{command::Actor, ids::Timestamp};

use crate::{
    action::Answered,
    input::ClientId,
    limits::{IDEMPOTENCY_KEYS_MAX, IDEMPOTENCY_WINDOW_MS},
};

type Key = (Actor, ClientId);

#[derive(Debug, Default)]
pub(crate) struct Outcomes {
    known: BTreeMap<Key, Answered>,
    /// The same by age, oldest first.
    by_age: VecDeque<(Timestamp, Key)>,
    /// Commands up to here were dropped for want of room.
    dropped_until: Option<Timestamp>,
}

/// What is known of a client id.
pub(crate) enum Known {
    Never,
    Answered(Answered),
    /// It may have been sent before the window.
    TooOld,
}

impl Outcomes {
    pub fn find(&self, actor: Actor, id: ClientId, now: Timestamp) -> Known {
        if let Some(answered) = self.known.get(&(actor, id)) {
            return Known::Answered(*answered);
        }
        let day_ago = now.0.saturating_sub(IDEMPOTENCY_WINDOW_MS);
        let window_starts = self.dropped_until.map_or(day_ago, |dropped| dropped.0.max(day_ago));
        if id.made_at_ms() < window_starts { Known::TooOld } else { Known::Never }
    }

    pub fn remember(&mut self, actor: Actor, id: ClientId, answered: Answered, at: Timestamp) {
        self.known.insert((actor, id), answered);
        self.by_age.push_back((at, (actor, id)));
        while let Some((oldest, key)) = self.by_age.front().copied() {
            let expired = at.since(oldest) > IDEMPOTENCY_WINDOW_MS;
            if !expired && self.by_age.len() <= IDEMPOTENCY_KEYS_MAX {
                break;
            }
            if !expired {
                self.dropped_until = Some(oldest);
            }
            self.by_age.pop_front();
            self.known.remove(&key);
        }
    }
}
