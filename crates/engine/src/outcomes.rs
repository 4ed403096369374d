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
        let made_at = Timestamp(id.made_at_ms());
        let dropped = self.dropped_until.is_some_and(|until| made_at <= until);
        let too_old = dropped || now.since(made_at) > IDEMPOTENCY_WINDOW_MS;
        if too_old { Known::TooOld } else { Known::Never }
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

#[cfg(test)]
mod tests {
    use domain::{Answer, ids::VisitorId};

    use super::*;
    use crate::journal::Sequence;

    const EVE: Actor = Actor::Visitor(VisitorId(1));
    const NOON: u64 = 1_790_000_000_000;

    fn id(made_at_ms: u64) -> ClientId {
        ClientId(u128::from(made_at_ms) << 80)
    }

    fn answered(sequence: u64) -> Answered {
        Answered { answer: Answer::Done, sequence: Sequence(sequence) }
    }

    #[test]
    fn a_command_is_forgotten_after_a_day_and_its_id_is_too_old_then() {
        let mut outcomes = Outcomes::default();
        outcomes.remember(EVE, id(NOON), answered(1), Timestamp(NOON));
        let next_day = Timestamp(NOON + IDEMPOTENCY_WINDOW_MS + 1);
        outcomes.remember(EVE, id(next_day.0), answered(2), next_day);
        assert!(matches!(outcomes.find(EVE, id(NOON), next_day), Known::TooOld));
        assert!(matches!(outcomes.find(EVE, id(next_day.0), next_day), Known::Answered(_)));
    }

    #[test]
    fn without_room_the_window_gets_shorter_and_nothing_takes_effect_twice() {
        let mut outcomes = Outcomes::default();
        let last = NOON + IDEMPOTENCY_KEYS_MAX as u64;
        for at in NOON..=last {
            outcomes.remember(EVE, id(at), answered(at), Timestamp(at));
        }
        let now = Timestamp(last);
        assert!(matches!(outcomes.find(EVE, id(NOON - 1), now), Known::TooOld));
        assert!(matches!(outcomes.find(EVE, id(NOON), now), Known::TooOld));
        assert!(matches!(outcomes.find(EVE, id(NOON + 1), now), Known::Answered(_)));
        assert!(matches!(outcomes.find(EVE, id(last + 1), now), Known::Never));
    }
}
