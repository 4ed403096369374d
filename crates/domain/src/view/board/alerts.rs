//! What is over a limit that the workspace has set (`Thresholds`): decided here, shown by everybody else.

use alloc::vec::Vec;

use super::{Conversation, Level, Moment, Queue, Risk};
use crate::{
    config::Thresholds,
    ids::{ConversationId, Timestamp},
    limits::SERVICE_LEVEL_WAITS_MIN,
};

/// Something is over a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    pub key: AlertKey,
    /// Where: of a conversation, the place it is in.
    pub level: Level,
    /// The limit: a count, milliseconds or per cent; 0 where there is only yes and no.
    pub limit: u64,
    /// From when on, where a clock says so.
    pub since: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlertKey {
    pub limit: Limit,
    pub subject: Subject,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Queue(Level),
    Conversation(ConversationId),
}

/// What is limited, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    NobodyOnline,
    Hand,
    LongestWait,
    Waiting,
    Unanswered,
    ServiceLevel,
    Hops,
}

/// Of a queue.
pub(super) fn of_queue(queue: &Queue, limits: &Thresholds, moment: Moment) -> Vec<Alert> {
    let alert = |limit, at: u64, since| Alert {
        key: AlertKey { limit, subject: Subject::Queue(queue.level) },
        level: queue.level,
        limit: at,
        since,
    };
    let unattended = limits.nobody_online && queue.waiting > 0 && queue.online == 0;
    let over_wait = limits.longest_wait_ms.and_then(|ms| {
        let reached = queue.waiting_since?.after(ms);
        (reached <= moment.now).then(|| alert(Limit::LongestWait, ms, Some(reached)))
    });
    let too_many = limits.waiting.filter(|limit| queue.waiting >= *limit);
    let low = limits.service_level.filter(|least| {
        queue.answers.ended >= SERVICE_LEVEL_WAITS_MIN
            && queue.answers.percent().is_some_and(|level| level < u32::from(*least))
    });
    [
        unattended.then(|| alert(Limit::NobodyOnline, 0, queue.waiting_since)),
        over_wait,
        too_many.map(|limit| alert(Limit::Waiting, limit.into(), None)),
        low.map(|least| alert(Limit::ServiceLevel, least.into(), None)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Of a conversation.
pub(super) fn of_conversation(
    conversation: &Conversation,
    limits: &Thresholds,
    moment: Moment,
) -> Vec<Alert> {
    let level = Level { queue: conversation.place.queue, tier: conversation.tier };
    let subject = Subject::Conversation(conversation.conversation);
    let alert = |limit, at: u64, since| {
        let key = AlertKey { limit, subject };
        Alert { key, level, limit: at, since }
    };
    let hand = conversation.hand.as_ref().zip(limits.hand_ms).and_then(|(hand, ms)| {
        let reached = hand.since.after(ms);
        (reached <= moment.now).then(|| alert(Limit::Hand, ms, Some(reached)))
    });
    let unanswered = conversation.unanswered_since.zip(limits.unanswered_ms);
    let unanswered = unanswered
        .filter(|_| conversation.risks.contains(&Risk::Unanswered))
        .map(|(since, ms)| alert(Limit::Unanswered, ms, Some(since.after(ms))));
    let hops = limits.hops.filter(|limit| conversation.hops >= *limit);
    [hand, unanswered, hops.map(|limit| alert(Limit::Hops, limit.into(), None))]
        .into_iter()
        .flatten()
        .collect()
}
