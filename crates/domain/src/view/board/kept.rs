//! The board of a workspace, kept up to date by what changed.
//!
//! Touched things are noted as they happen and looked at together when somebody asks what has changed: however often
//! a conversation moved between two looks, it is made once. Counts of queues are added up from what each conversation
//! and agent was last shown as. `Board::of` makes the same anew; stories hold the two against each other (rule R8).

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::{Agent, Alert, Conversation, Key, Level, Moment, Object, Queue, Reach, Scope, alerts};
use crate::{
    Desk,
    estimate::Estimate,
    event::Event,
    ids::{AgentId, ConversationId, QueueId, Timestamp},
    view::{Touched, staff::AgentStatus, staff::Status},
};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    shown: BTreeMap<Key, (Object, Reach)>,
    rows: BTreeMap<Level, Row>,
    crews: BTreeMap<QueueId, Crew>,
    /// Alerts by what they are about, so that they end with it.
    alerts: BTreeMap<Key, Vec<Alert>>,
    /// When a limit of a conversation is reached.
    due: BTreeSet<(Timestamp, ConversationId)>,
    dues: BTreeMap<ConversationId, Timestamp>,
    day: Option<(Timestamp, Timestamp)>,
    touched: Noted,
}

/// An object as it was and as it is; who sees the difference follows from whom it concerned and concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub key: Key,
    pub before: Option<Reach>,
    pub after: Option<(Object, Reach)>,
}

/// The conversations of a queue and tier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Row {
    waiting: BTreeMap<(Timestamp, ConversationId), Option<Estimate>>,
    in_service: u32,
}

/// The members of a queue who are there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Crew {
    online: u32,
    free: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Noted {
    conversations: BTreeSet<ConversationId>,
    agents: BTreeSet<AgentId>,
    queues: BTreeSet<QueueId>,
    levels: BTreeSet<Level>,
}

impl Board {
    /// The board of a desk as it stands.
    pub fn of(desk: &Desk, moment: Moment) -> Self {
        let mut board = Self::default();
        board.touched.conversations = desk.state().conversations.keys().copied().collect();
        board.touched.agents = desk.state().agents.keys().copied().collect();
        board.touched.levels = desk.levels();
        board.refresh(desk, moment);
        board
    }

    /// Notes what a step has touched. A new configuration wants a board made anew.
    pub fn touch<'a>(&mut self, touched: &Touched, events: impl IntoIterator<Item = &'a Event>) {
        self.touched.conversations.extend(&touched.conversations);
        self.touched.agents.extend(&touched.agents);
        for event in events {
            // A message changes no other object; here it is what the visitor waits for.
            if let Event::MessagePosted { conversation, .. } = event {
                self.touched.conversations.insert(*conversation);
            } else if let Event::QueueClosed { queue, .. } | Event::QueueOpened { queue, .. } =
                event
            {
                self.touched.queues.insert(*queue);
            } else if let Event::WaitStarted { wait, .. } = event {
                // It may be over, and counted, before anybody looks.
                self.touched.queues.insert(wait.place.queue);
            }
        }
    }

    /// When there is something to look at, though nothing happens: at once where something has.
    pub fn next_due(&self) -> Option<Timestamp> {
        if self.touched != Noted::default() {
            return Some(Timestamp(0));
        }
        let limit = self.due.first().map(|(at, _)| *at);
        let day = self.day.map(|(_, ends)| ends);
        limit.into_iter().chain(day).min()
    }

    /// What has changed since the last look, each object once.
    pub fn refresh(&mut self, desk: &Desk, moment: Moment) -> Vec<Change> {
        while let Some((at, id)) = self.due.first().copied().filter(|(at, _)| *at <= moment.now) {
            self.due.remove(&(at, id));
            self.dues.remove(&id);
            self.touched.conversations.insert(id);
        }
        let day = (moment.day_began, moment.day_ends);
        if self.day.replace(day) != Some(day) {
            self.touched.levels.extend(desk.levels());
        }
        let noted = core::mem::take(&mut self.touched);
        let mut levels = noted.levels;
        let mut changes = Vec::new();
        for id in noted.conversations {
            let owners = self.look_at_conversation(desk, id, moment, &mut levels, &mut changes);
            self.touched.agents.extend(owners.into_iter().flatten());
        }
        let agents = core::mem::take(&mut self.touched.agents);
        let mut queues = noted.queues;
        for id in agents.into_iter().chain(noted.agents).collect::<BTreeSet<_>>() {
            self.look_at_agent(desk, id, &mut queues, &mut changes);
        }
        let known = desk.levels();
        levels.extend(known.iter().filter(|level| queues.contains(&level.queue)));
        for level in levels {
            self.look_at_queue(desk, level, known.contains(&level), moment, &mut changes);
        }
        changes
    }

    /// Everything a scope sees.
    pub fn seen_by(&self, scope: &Scope) -> impl Iterator<Item = (Key, &Object)> {
        let seen = self.shown.iter().filter(|(_, (_, reach))| scope.sees(reach));
        seen.map(|(key, (object, _))| (*key, object))
    }

    /// Every object, with whom it concerns.
    pub fn objects(&self) -> impl Iterator<Item = (&Key, &(Object, Reach))> {
        self.shown.iter()
    }

    /// Answers who owned it before and who does.
    fn look_at_conversation(
        &mut self,
        desk: &Desk,
        id: ConversationId,
        moment: Moment,
        levels: &mut BTreeSet<Level>,
        changes: &mut Vec<Change>,
    ) -> [Option<AgentId>; 2] {
        let key = Key::Conversation(id);
        let before = self.conversation(id).cloned();
        let found = desk.board_conversation(id, moment);
        let (after, due) = match found {
            Some((conversation, reach, due)) => (Some((conversation, reach)), due),
            None => (None, None),
        };
        self.set_due(id, due);
        if let Some(before) = &before {
            levels.insert(self.count_out(before));
        }
        if let Some((after, _)) = &after {
            let estimate = desk.conversation(id).and_then(|found| found.spot());
            let estimate = estimate.and_then(|(_, spot)| spot.predictions.last());
            levels.insert(self.count_in(after, estimate.map(|shown| shown.estimate)));
        }
        let owners = [&before, &after.as_ref().map(|(after, _)| after.clone())]
            .map(|one| one.as_ref().and_then(|conversation| conversation.owner));
        let alerts = after.as_ref().map_or_else(Vec::new, |(conversation, reach)| {
            let limits = &desk.queue(conversation.place.queue).thresholds;
            let found = alerts::of_conversation(conversation, limits, moment);
            found.into_iter().map(|alert| (alert, reach.clone())).collect()
        });
        let object = after.map(|(found, reach)| (Object::Conversation(found), reach));
        self.put(key, object, changes);
        self.put_alerts(key, alerts, changes);
        owners
    }

    fn look_at_agent(
        &mut self,
        desk: &Desk,
        id: AgentId,
        queues: &mut BTreeSet<QueueId>,
        changes: &mut Vec<Change>,
    ) {
        let key = Key::Agent(id);
        let before = match self.shown.get(&key) {
            Some((Object::Agent(agent), _)) => Some(agent.clone()),
            Some(_) | None => None,
        };
        let after = desk.board_agent(id);
        for queue in desk.index.routing.queues_of(id) {
            let part = |agent: Option<&Agent>| Crew {
                online: u32::from(agent.is_some_and(|one| one.status == AgentStatus::Online)),
                free: u32::from(agent.is_some_and(|one| desk.is_free(*queue, one))),
            };
            let (old, new) = (part(before.as_ref()), part(after.as_ref().map(|(agent, _)| agent)));
            if old != new {
                let crew = self.crews.entry(*queue).or_default();
                crew.online = crew.online + new.online - old.online;
                crew.free = crew.free + new.free - old.free;
                queues.insert(*queue);
            }
        }
        self.put(key, after.map(|(agent, reach)| (Object::Agent(agent), reach)), changes);
    }

    fn look_at_queue(
        &mut self,
        desk: &Desk,
        level: Level,
        known: bool,
        moment: Moment,
        changes: &mut Vec<Change>,
    ) {
        let (key, rules) = (Key::Queue(level), desk.queue(level.queue));
        let empty = Row::default();
        let row = self.rows.get(&level).unwrap_or(&empty);
        // A tier that no stage has any more is shown for as long as somebody is in it.
        let shown = known || *row != empty;
        let crew = self.crews.get(&level.queue).copied().unwrap_or_default();
        let answers = desk.state().answers.get(&level.queue);
        let answers = answers.and_then(|tiers| tiers.get(&level.tier));
        let queue = Queue {
            level,
            waiting: u32::try_from(row.waiting.len()).unwrap_or(u32::MAX),
            waiting_since: row.waiting.first_key_value().map(|((since, _), _)| *since),
            estimate: row.waiting.last_key_value().and_then(|(_, estimate)| *estimate),
            in_service: row.in_service,
            answers: answers.map(|counted| counted.since(moment.day_began)).unwrap_or_default(),
            answered_within_ms: rules.thresholds.answered_within_ms,
            open: !desk.state().closed.contains_key(&level.queue),
            online: crew.online,
            free: crew.free,
        };
        let reach = desk.reach_of_queue(level.queue);
        let found = alerts::of_queue(&queue, &rules.thresholds, moment);
        let alerts = found.into_iter().filter(|_| shown).map(|alert| (alert, reach.clone()));
        let alerts = alerts.collect();
        self.put(key, shown.then_some((Object::Queue(queue), reach)), changes);
        self.put_alerts(key, alerts, changes);
    }

    fn put(&mut self, key: Key, after: Option<(Object, Reach)>, changes: &mut Vec<Change>) {
        if self.shown.get(&key) == after.as_ref() {
            return;
        }
        let before = match &after {
            Some(after) => self.shown.insert(key, after.clone()),
            None => self.shown.remove(&key),
        };
        changes.push(Change { key, before: before.map(|(_, reach)| reach), after });
    }

    fn put_alerts(&mut self, about: Key, alerts: Vec<(Alert, Reach)>, changes: &mut Vec<Change>) {
        let before = self.alerts.remove(&about).unwrap_or_default();
        for gone in before.iter().filter(|gone| !alerts.iter().any(|(one, _)| one.key == gone.key))
        {
            self.put(Key::Alert(gone.key), None, changes);
        }
        if !alerts.is_empty() {
            self.alerts.insert(about, alerts.iter().map(|(alert, _)| *alert).collect());
        }
        for (alert, reach) in alerts {
            self.put(Key::Alert(alert.key), Some((Object::Alert(alert), reach)), changes);
        }
    }

    fn conversation(&self, id: ConversationId) -> Option<&Conversation> {
        match self.shown.get(&Key::Conversation(id))? {
            (Object::Conversation(conversation), _) => Some(conversation),
            (Object::Queue(_) | Object::Agent(_) | Object::Alert(_), _) => None,
        }
    }

    fn count_in(&mut self, conversation: &Conversation, estimate: Option<Estimate>) -> Level {
        let level = level(conversation);
        let row = self.rows.entry(level).or_default();
        match conversation.status {
            Status::Waiting => {
                let since = (conversation.held_since, conversation.conversation);
                row.waiting.insert(since, estimate);
            }
            Status::Active | Status::Parked => row.in_service += 1,
            Status::Closed => {}
        }
        level
    }

    fn count_out(&mut self, conversation: &Conversation) -> Level {
        let level = level(conversation);
        if let Some(row) = self.rows.get_mut(&level) {
            match conversation.status {
                Status::Waiting => {
                    row.waiting.remove(&(conversation.held_since, conversation.conversation));
                }
                Status::Active | Status::Parked => row.in_service -= 1,
                Status::Closed => {}
            }
        }
        level
    }

    fn set_due(&mut self, id: ConversationId, due: Option<Timestamp>) {
        let before = match due {
            Some(at) => self.dues.insert(id, at),
            None => self.dues.remove(&id),
        };
        if let Some(before) = before {
            self.due.remove(&(before, id));
        }
        self.due.extend(due.map(|at| (at, id)));
    }
}

fn level(conversation: &Conversation) -> Level {
    Level { queue: conversation.place.queue, tier: conversation.tier }
}
