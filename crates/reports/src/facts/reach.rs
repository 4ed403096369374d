//! Which tiers a conversation reached, and what became of it at each: handled, escalated or other.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::HandoffId;
use store::facts::{Handoff, Leg, Reach};

/// Whose legs count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// There were no bots: both views are the same.
    Everybody,
    People,
    WithBots,
}

impl Scope {
    fn number(self) -> u8 {
        match self {
            Self::Everybody => 0,
            Self::People => 1,
            Self::WithBots => 2,
        }
    }
}

/// A row for each tier at which the conversation had an owner, by SPEC §8: handled + escalated + other = reached.
pub fn reaches(legs: &[Leg], handoffs: &BTreeMap<HandoffId, Handoff>) -> Vec<Reach> {
    let owned: Vec<_> = legs.iter().filter(|leg| leg.role == "owner").collect();
    let tiers: BTreeSet<_> = owned.iter().map(|leg| leg.tier).collect();
    let mut reaches = Vec::new();
    for tier in tiers {
        let all: Vec<_> = owned.iter().copied().filter(|leg| leg.tier == tier).collect();
        let people: Vec<_> = all.iter().copied().filter(|leg| !leg.bot).collect();
        if people.len() == all.len() {
            reaches.extend(reach(&all, Scope::Everybody, handoffs));
        } else {
            reaches.extend(reach(&people, Scope::People, handoffs));
            reaches.extend(reach(&all, Scope::WithBots, handoffs));
        }
    }
    reaches
}

/// None if nobody of that scope owned it there.
fn reach(legs: &[&Leg], scope: Scope, handoffs: &BTreeMap<HandoffId, Handoff>) -> Option<Reach> {
    let first = legs.first()?;
    let escalated = legs.iter().find(|leg| leg.escalated);
    let outcome = if escalated.is_some() {
        "escalated"
    } else if legs.iter().any(|leg| leg.closed) {
        "handled"
    } else {
        "other"
    };
    let handoff = escalated.and_then(|leg| leg.handoff);
    let handoff = handoff.and_then(|handoff| handoffs.get(&HandoffId(handoff)));
    Some(Reach {
        conversation: first.conversation,
        tier: first.tier,
        scope: scope.number(),
        at_ms: first.began_ms,
        hour: first.hour,
        day: first.day,
        week: first.week,
        month: first.month,
        agent: first.agent,
        queue: first.queue,
        outcome,
        escalated_ms: escalated.and_then(|leg| leg.ended_ms),
        escalated_by: escalated.map(|leg| leg.agent),
        from_queue: escalated.map(|leg| leg.queue),
        to_queue: handoff.map(|handoff| handoff.to_queue),
        to_tier: handoff.map(|handoff| handoff.to_tier),
        reason: handoff.and_then(|handoff| handoff.reason.clone()),
    })
}
