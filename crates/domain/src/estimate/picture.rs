//! The small copy of the desk that an estimate is made from: who stands where, who is on shift with how much
//! room, and the pace of the queues. Made on the writer, read elsewhere.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::Prediction;
use crate::{
    Desk,
    config::{Config, Queue, Stage},
    ids::{AgentId, ConversationId, QueueId, SkillId, Timestamp},
    index::{Line, LineKey, needs, needs_at_first},
    state::{Conversation, QueuePace},
    view::staff::AgentStatus,
};

/// Stands for somebody who is not here yet; ids count from 1.
pub(super) const NEWCOMER: ConversationId = ConversationId(0);

/// The queues at one moment.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    pub(super) at: Timestamp,
    pub(super) streams: Vec<Stream>,
    pub(super) crews: Vec<Crew>,
    pub(super) paces: BTreeMap<QueueId, QueuePace>,
    pub(super) ranks: BTreeMap<ConversationId, Rank>,
    /// What a newcomer to each queue begins with.
    pub(super) priorities: BTreeMap<QueueId, u8>,
    /// Queues that an escalation leads to.
    pub(super) escalated_to: BTreeSet<QueueId>,
}

/// A queue for the people of one tier: what a pace is known of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Level {
    pub queue: QueueId,
    pub tier: u8,
}

/// Where a conversation stands among all in the same queue, from 1, and what was shown of it last.
#[derive(Debug, Clone)]
pub(super) struct Rank {
    pub position: u32,
    pub shown: Option<Prediction>,
}

/// Those of one queue and tier who ask for the same, in their order: each agent can help all of them or none.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    pub level: Level,
    pub weight: u32,
    pub line: Vec<LineKey>,
    /// Already on offer to an agent, who has yet to answer.
    pub offered: Vec<ConversationId>,
    /// What a newcomer to the queue asks for.
    pub plain: bool,
}

/// Agents on shift who can help the same people.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Crew {
    /// Numbers of the streams.
    pub serves: Vec<usize>,
    /// Units of capacity, those of each agent apart: what two have left does not add up to one conversation.
    pub free: Vec<u32>,
    /// Units in use, by the place of what they are used for.
    pub busy: BTreeMap<Level, u32>,
}

/// What the people of one stream ask of an agent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wish {
    level: Level,
    first: bool,
    needs: BTreeMap<SkillId, u8>,
    /// Kept for one agent.
    only: Option<AgentId>,
}

impl Picture {
    /// The desk as it stands.
    pub fn of(desk: &Desk, at: Timestamp) -> Self {
        let mut streams: BTreeMap<Wish, Stream> = BTreeMap::new();
        let mut ranks = BTreeMap::new();
        let default = desk.rules().settings.default_priority;
        let queues = &desk.rules().queues;
        let priorities = queues.iter().map(|(id, queue)| (*id, queue.priority.unwrap_or(default)));
        for (id, place) in queues {
            let level = Level { queue: *id, tier: place.tier };
            let plain = Wish { level, first: true, needs: place.required.clone(), only: None };
            streams.insert(plain, Stream { plain: true, ..Stream::new(level, place) });
            let Some(line) = desk.index.lines.get(id) else { continue };
            add_line(desk, *id, place, line, &mut streams);
            ranks.extend(line.standing.iter().zip(1..).map(|(key, position)| {
                let spot = desk.conversation(key.conversation).and_then(Conversation::spot);
                let shown = spot.and_then(|(_, spot)| spot.predictions.last().copied());
                (key.conversation, Rank { position, shown })
            }));
        }
        let crews = crews(desk, streams.keys());
        let streams = streams.into_values().collect();
        Self {
            at,
            streams,
            crews,
            paces: desk.state.paces.clone(),
            ranks,
            priorities: priorities.collect(),
            escalated_to: escalated_to(desk.rules()).collect(),
        }
    }

    /// Where whoever comes now with the queue's own priority would stand.
    pub(super) fn newcomer(&self, queue: QueueId) -> (QueueId, LineKey) {
        let priority = self.priorities.get(&queue).copied().unwrap_or_default();
        (queue, LineKey::newcomer(NEWCOMER, priority, self.at))
    }
}

pub(crate) fn escalated_to(config: &Config) -> impl Iterator<Item = QueueId> {
    let connects = config.stages.values().filter_map(Stage::connect);
    let options = connects.flat_map(|stage| &stage.escalations);
    options.filter_map(|option| Some(config.place_of(option.stage)?.queue))
}

impl Stream {
    fn new(level: Level, place: &Queue) -> Self {
        Self {
            level,
            weight: place.weight.max(1),
            line: Vec::new(),
            offered: Vec::new(),
            plain: false,
        }
    }
}

fn add_line(
    desk: &Desk,
    queue: QueueId,
    place: &Queue,
    line: &Line,
    streams: &mut BTreeMap<Wish, Stream>,
) {
    for key in &line.standing {
        let found = desk.seeking(key.seeker());
        let Some(seeking) = found.filter(|seeking| !seeking.conversation.is_out_of_hours()) else {
            continue;
        };
        let conversation = seeking.conversation;
        let level = Level { queue, tier: desk.place(seeking.place).tier() };
        let wish = Wish::of(level, place, desk.rules(), conversation);
        let stream = streams.entry(wish).or_insert_with(|| Stream::new(level, place));
        if conversation.offer.is_some() {
            stream.offered.push(key.conversation);
        } else {
            stream.line.push(*key);
        }
    }
}

impl Wish {
    fn of(level: Level, place: &Queue, config: &Config, conversation: &Conversation) -> Self {
        let needs = match conversation.spot() {
            Some((_, spot)) => needs(conversation, spot, place, config),
            None => needs_at_first(conversation, place, config),
        };
        Self {
            level,
            first: conversation.is_first_assignment(),
            needs,
            only: conversation.reserved().map(|reserved| reserved.agent),
        }
    }
}

/// Everybody on shift, those who serve the same streams together.
fn crews<'a>(desk: &Desk, wishes: impl Iterator<Item = &'a Wish>) -> Vec<Crew> {
    let mut serves: BTreeMap<AgentId, Vec<usize>> = BTreeMap::new();
    for (number, wish) in wishes.enumerate() {
        let everybody = &desk.queue(wish.level.queue).members;
        let members = wish.only.as_ref().map_or(everybody.as_slice(), core::slice::from_ref);
        for agent in members.iter().filter(|agent| can_help(desk, wish, **agent)) {
            serves.entry(*agent).or_default().push(number);
        }
    }
    let mut crews: BTreeMap<Vec<usize>, Crew> = BTreeMap::new();
    for (agent, serves) in serves {
        let crew =
            crews.entry(serves.clone()).or_insert_with(|| Crew { serves, ..Crew::default() });
        let capacity = desk.rules().agents.get(&agent).map_or(0, |agent| agent.capacity);
        crew.free.push(capacity.saturating_sub(desk.index.load(agent)));
        let work = desk.index.work.get(&agent);
        for (id, units) in work.into_iter().flat_map(|work| &work.conversations) {
            if let Some(conversation) = desk.conversation(*id).filter(|_| *units > 0) {
                let place = conversation.next_place();
                let level = Level { queue: place.queue, tier: desk.place(place).tier() };
                *crew.busy.entry(level).or_default() += units;
            }
        }
    }
    crews.into_values().collect()
}

fn can_help(desk: &Desk, wish: &Wish, agent: AgentId) -> bool {
    let works = match desk.status(agent) {
        AgentStatus::Online => true,
        AgentStatus::TransferOnly => !wish.first,
        AgentStatus::Away
        | AgentStatus::Offline
        | AgentStatus::NotResponding
        | AgentStatus::Disconnected => false,
    };
    let Some(configured) = desk.rules().agents.get(&agent).filter(|_| works) else { return false };
    let holds = |(skill, level): (&SkillId, &u8)| configured.skills.get(skill) >= Some(level);
    wish.needs.iter().all(holds)
}
