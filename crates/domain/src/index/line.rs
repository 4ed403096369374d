//! The line of one queue, in the order of SPEC §3, grouped so that an agent's first match is found
//! without walking past everybody whom that agent cannot help.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::{
    config::{Config, Place, Queue},
    event::WaitStart,
    ids::{ConversationId, HandoffId, SkillId, Timestamp},
    state::{Conversation, Seeker, Seeking, Spot},
};

/// Where something stands in the order; the least comes first. The same over all queues, so that the heads
/// of several lines can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineKey {
    /// Re-queued after a lost agent comes first.
    behind: bool,
    /// 9 − priority.
    low: u8,
    /// When the wait would have begun, had all of it been here. May lie before the epoch in tests.
    start: i64,
    pub conversation: ConversationId,
    /// Which of its invitations; none for the conversation itself.
    pub invitation: Option<HandoffId>,
}

impl LineKey {
    /// The place of somebody who would join without credit.
    pub fn newcomer(conversation: ConversationId, priority: u8, at: Timestamp) -> Self {
        Self {
            behind: true,
            low: crate::limits::PRIORITY_MAX.saturating_sub(priority),
            start: signed(at.0),
            conversation,
            invitation: None,
        }
    }

    /// The place of a conversation whose wait is about to begin.
    pub fn joining(conversation: ConversationId, wait: &WaitStart, at: Timestamp) -> Self {
        let plain = Self::newcomer(conversation, wait.priority, at);
        let start = plain.start.saturating_sub(signed(wait.credit_ms));
        Self { behind: !wait.front, start, ..plain }
    }

    pub fn priority(&self) -> u8 {
        crate::limits::PRIORITY_MAX.saturating_sub(self.low)
    }

    pub fn of(seeking: Seeking<'_>) -> Option<Self> {
        let spot = seeking.spot?;
        Some(Self {
            behind: !spot.front,
            low: crate::limits::PRIORITY_MAX.saturating_sub(seeking.priority),
            start: signed(spot.since.0).saturating_sub(signed(spot.credit_ms)),
            conversation: seeking.seeker.conversation,
            invitation: seeking.seeker.invitation,
        })
    }

    pub fn seeker(&self) -> Seeker {
        Seeker { conversation: self.conversation, invitation: self.invitation }
    }
}

fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

/// What a conversation asks of an agent, the same for everybody of one group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Demand {
    pub first: bool,
    pub needs: BTreeMap<SkillId, u8>,
}

impl Demand {
    pub fn of(conversation: &Conversation, spot: &Spot, queue: &Queue, config: &Config) -> Self {
        Self {
            first: conversation.is_first_assignment(),
            needs: needs(conversation, spot, queue, config),
        }
    }
}

/// The skills asked for, less what relaxation has dropped.
pub fn needs(
    conversation: &Conversation,
    spot: &Spot,
    queue: &Queue,
    config: &Config,
) -> BTreeMap<SkillId, u8> {
    let mut needs = needs_at_first(conversation, queue, config);
    for step in spot.relax.iter().take(usize::from(spot.relaxed)) {
        needs.retain(|skill, _| !step.drop.contains(skill));
        if let Some(most) = step.level {
            needs.values_mut().for_each(|level| *level = (*level).min(most));
        }
    }
    needs
}

/// The queue's skills, the conversation's own and its language.
pub fn needs_at_first(
    conversation: &Conversation,
    queue: &Queue,
    config: &Config,
) -> BTreeMap<SkillId, u8> {
    let mut needs = queue.required.clone();
    let language = conversation.language.as_deref().filter(|_| queue.language_required);
    if let Some(code) = language {
        needs.entry(config.language_skill(code)).or_insert(1);
    }
    for (skill, level) in &conversation.needs {
        let asked = needs.entry(*skill).or_insert(*level);
        *asked = (*asked).max(*level);
    }
    needs
}

/// One queue's line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Everything that stands here, offered and reserved included.
    pub standing: BTreeSet<LineKey>,
    /// What may be offered: neither on offer nor reserved nor quarantined, in a queue that serves it.
    pub open: BTreeMap<Demand, BTreeSet<LineKey>>,
    /// Of those, the ones somebody sent here: whether that agent may get them depends on who else is online.
    pub sent: BTreeSet<ConversationId>,
}

/// How one seeker stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLine {
    pub queue: crate::ids::QueueId,
    pub key: LineKey,
    /// None while it may not be offered.
    pub demand: Option<Demand>,
    pub sent: bool,
}

impl InLine {
    pub fn of(seeking: Seeking<'_>, config: &Config) -> Option<Self> {
        let (Place { queue, .. }, spot) = (seeking.place, seeking.spot?);
        let (place, conversation) = (config.place(seeking.place), seeking.conversation);
        let open = !seeking.is_spoken_for()
            && !conversation.quarantined
            && !seeking.is_out_of_hours()
            && place.queue.mode != crate::config::Mode::Pull;
        Some(Self {
            queue,
            key: LineKey::of(seeking)?,
            demand: open.then(|| Demand::of(conversation, spot, place.queue, config)),
            sent: spot.sender.is_some(),
        })
    }
}

impl Line {
    /// Who comes first of what may be offered.
    pub fn head(&self) -> Option<LineKey> {
        self.open.values().filter_map(BTreeSet::first).min().copied()
    }

    pub fn insert(&mut self, place: &InLine) {
        self.standing.insert(place.key);
        if let Some(demand) = &place.demand {
            self.open.entry(demand.clone()).or_default().insert(place.key);
            if place.sent {
                self.sent.insert(place.key.conversation);
            }
        }
    }

    pub fn remove(&mut self, place: &InLine) {
        self.standing.remove(&place.key);
        if place.sent {
            self.sent.remove(&place.key.conversation);
        }
        if let Some(demand) = &place.demand
            && let Some(group) = self.open.get_mut(demand)
        {
            group.remove(&place.key);
            if group.is_empty() {
                self.open.remove(demand);
            }
        }
    }
}
