//! Who sees what, and what that changes with each step.
//!
//! Keeps the relations of each conversation as they were last shown, because a view says who sees a
//! conversation and not who no longer does. Derived: made anew when a workspace is loaded. Objects and
//! lines are made for subscribed viewers only; posting a message touches no object.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{
    Desk,
    event::OfferTo,
    ids::{AgentId, ConversationId, OfferId, VisitorId},
    view::{self, Relation, Viewer},
};

use crate::{
    journal::{Decided, JournalEntry},
    limits::WATCHED_MAX,
    step::{StaffChange, StaffFrame, Step, VisitorChange, VisitorFrame, VisitorLine},
};

#[derive(Debug, Default)]
pub(crate) struct Audience {
    subscribed: BTreeSet<Viewer>,
    /// Conversations an agent looks at without being in them.
    watched: BTreeMap<AgentId, BTreeSet<ConversationId>>,
    seen: BTreeMap<ConversationId, Seen>,
}

/// A conversation as it was last shown.
#[derive(Debug, Default)]
struct Seen {
    visitor: Option<VisitorId>,
    relations: Vec<(AgentId, Relation)>,
    offers: Vec<(OfferId, Vec<AgentId>)>,
}

impl Audience {
    /// The audience of a desk that was just loaded; nobody is subscribed.
    pub fn of(desk: &Desk) -> Self {
        let mut audience = Self::default();
        audience.look_again(desk);
        audience
    }

    pub fn subscribe(&mut self, viewer: Viewer) {
        self.subscribed.insert(viewer);
    }

    pub fn unsubscribe(&mut self, viewer: Viewer) {
        self.subscribed.remove(&viewer);
        if let Viewer::Agent(agent) = viewer {
            self.watched.remove(&agent);
        }
    }

    /// Watching more than `WATCHED_MAX` forgets the one with the lowest id.
    pub fn watch(&mut self, agent: AgentId, conversation: ConversationId) {
        let watched = self.watched.entry(agent).or_default();
        watched.insert(conversation);
        if watched.len() > WATCHED_MAX {
            watched.pop_first();
        }
    }

    pub fn unwatch(&mut self, agent: AgentId, conversation: ConversationId) {
        if let Some(watched) = self.watched.get_mut(&agent) {
            watched.remove(&conversation);
        }
    }

    /// What `decided` changed, on the desk it was just applied to.
    pub fn step(&mut self, desk: &Desk, decided: Arc<Decided>, touched: &view::Touched) -> Step {
        if touched.everything {
            self.look_again(desk);
            return Step { decided, staff: Vec::new(), visitors: Vec::new(), everything: true };
        }
        let mut frames = Frames::default();
        // Whoever lets go of a conversation, or sees it archived, still reads that they did.
        let mut readers = self.readers_of(&decided.entries);
        for conversation in &touched.conversations {
            self.show(desk, *conversation, &mut frames);
        }
        for (conversation, after) in self.readers_of(&decided.entries) {
            readers.entry(conversation).or_default().join(after);
        }
        for (index, entry) in decided.entries.iter().enumerate() {
            if let Some(readers) = entry.event.conversation().and_then(|id| readers.get(&id)) {
                frames.line(desk, index, entry, readers);
            }
        }
        for agent in touched.agents.iter().filter(|agent| self.has(Viewer::Agent(**agent))) {
            if let Some(me) = desk.me(*agent) {
                frames.change(StaffChange::PutMe(Arc::new(me)), [*agent]);
            }
        }
        let (staff, visitors) = frames.grouped();
        Step { decided, staff, visitors, everything: false }
    }

    fn has(&self, viewer: Viewer) -> bool {
        self.subscribed.contains(&viewer)
    }

    fn look_again(&mut self, desk: &Desk) {
        self.seen =
            desk.state().conversations.keys().map(|id| (*id, Seen::of(desk, *id))).collect();
    }

    /// Puts a conversation and its offers to everybody who sees it, and takes it from everybody who did.
    fn show(&mut self, desk: &Desk, conversation: ConversationId, frames: &mut Frames) {
        let seen = Seen::of(desk, conversation);
        let before = self.seen.remove(&conversation).unwrap_or_default();
        let subscribed = |agent: &AgentId| self.subscribed.contains(&Viewer::Agent(*agent));

        let relations: BTreeSet<Relation> =
            seen.relations.iter().map(|(_, relation)| *relation).collect();
        for relation in relations {
            let mut agents = seen.agents_as(relation).filter(subscribed).peekable();
            if agents.peek().is_some()
                && let Some(object) = desk.conversation_for(conversation, relation)
            {
                frames.change(StaffChange::PutConversation(Arc::new(object)), agents);
            }
        }
        let gone = before
            .agents()
            .filter(|agent| !seen.agents().any(|still| still == *agent))
            .filter(subscribed);
        frames.change(StaffChange::RemoveConversation(conversation), gone);

        for (id, to) in &seen.offers {
            let mut agents = to.iter().copied().filter(subscribed).peekable();
            if agents.peek().is_some()
                && let Some(offer) = desk.offer(*id)
            {
                frames.change(StaffChange::PutOffer(Arc::new(offer)), agents);
            }
        }
        for (id, to) in &before.offers {
            let still = |agent: &AgentId| {
                seen.offers.iter().any(|(out, to)| out == id && to.contains(agent))
            };
            let gone = to.iter().copied().filter(|agent| !still(agent)).filter(subscribed);
            frames.change(StaffChange::RemoveOffer(*id), gone);
        }

        if let Some(visitor) =
            seen.visitor.or(before.visitor).filter(|id| self.has(Viewer::Visitor(*id)))
        {
            let change = match desk.conversation_for_visitor(conversation) {
                Some(object) => VisitorChange::Put(Box::new(object)),
                None => VisitorChange::Remove(conversation),
            };
            frames.visitor(visitor).changes.push(change);
        }
        if desk.state().conversations.contains_key(&conversation) {
            self.seen.insert(conversation, seen);
        }
    }

    /// Who reads the lines of the conversations of these entries, as things were last shown.
    fn readers_of(&self, entries: &[JournalEntry]) -> BTreeMap<ConversationId, Readers> {
        let mut readers = BTreeMap::new();
        for conversation in entries.iter().filter_map(|entry| entry.event.conversation()) {
            readers.entry(conversation).or_insert_with(|| self.readers(conversation));
        }
        readers
    }

    fn readers(&self, conversation: ConversationId) -> Readers {
        let Some(seen) = self.seen.get(&conversation) else { return Readers::default() };
        let watches = |agent: &AgentId| {
            self.watched.get(agent).is_some_and(|watched| watched.contains(&conversation))
        };
        Readers {
            visitor: seen.visitor.filter(|visitor| self.has(Viewer::Visitor(*visitor))),
            staff: seen
                .relations
                .iter()
                .filter(|(agent, relation)| {
                    self.has(Viewer::Agent(*agent)) && (view::follows(*relation) || watches(agent))
                })
                .map(|(agent, _)| *agent)
                .collect(),
            supervisors: seen
                .supervisors()
                .filter(|agent| self.has(Viewer::Agent(*agent)))
                .collect(),
        }
    }
}

impl Seen {
    fn of(desk: &Desk, id: ConversationId) -> Self {
        let Some(conversation) = desk.state().conversations.get(&id) else {
            return Self::default();
        };
        Self {
            visitor: Some(conversation.visitor),
            relations: desk.relations(id),
            offers: conversation
                .seekings()
                .filter_map(|seeking| seeking.offer)
                .map(|offer| {
                    let to = match &offer.to {
                        OfferTo::Agent(agent) => vec![*agent],
                        OfferTo::Broadcast(agents) => agents.clone(),
                    };
                    (offer.id, to)
                })
                .collect(),
        }
    }

    fn agents(&self) -> impl Iterator<Item = AgentId> {
        self.relations.iter().map(|(agent, _)| *agent)
    }

    /// Those who watch over it and take no part.
    fn supervisors(&self) -> impl Iterator<Item = AgentId> {
        [Relation::SupervisingSender, Relation::SupervisingWrapUp, Relation::Supervisor]
            .into_iter()
            .flat_map(|relation| self.agents_as(relation))
    }

    fn agents_as(&self, relation: Relation) -> impl Iterator<Item = AgentId> {
        self.relations
            .iter()
            .filter(move |(_, theirs)| *theirs == relation)
            .map(|(agent, _)| *agent)
    }
}

/// Subscribed viewers whose transcript a line belongs in.
#[derive(Debug, Default)]
struct Readers {
    visitor: Option<VisitorId>,
    staff: BTreeSet<AgentId>,
    /// Those who do not look at it, and are told when they are called.
    supervisors: BTreeSet<AgentId>,
}

impl Readers {
    fn join(&mut self, other: Self) {
        self.visitor = self.visitor.or(other.visitor);
        self.staff.extend(other.staff);
        self.supervisors.extend(other.supervisors);
    }
}

/// Frames in the making. Changes are numbered, so that agents who are told the same can be found.
#[derive(Debug, Default)]
struct Frames {
    changes: Vec<StaffChange>,
    staff: BTreeMap<AgentId, Told>,
    visitors: BTreeMap<VisitorId, VisitorFrame>,
}

/// Positions of entries and of changes.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    lines: Vec<usize>,
    changes: Vec<usize>,
}

impl Frames {
    fn change(&mut self, change: StaffChange, agents: impl IntoIterator<Item = AgentId>) {
        let index = self.changes.len();
        for agent in agents {
            self.staff.entry(agent).or_default().changes.push(index);
        }
        self.changes.push(change);
    }

    fn line(&mut self, desk: &Desk, index: usize, entry: &JournalEntry, readers: &Readers) {
        let called = view::calls_supervisors(&entry.event).then_some(&readers.supervisors);
        let staff: BTreeSet<AgentId> =
            readers.staff.iter().chain(called.into_iter().flatten()).copied().collect();
        for agent in staff {
            if desk.is_line_for(agent, &entry.event) {
                self.staff.entry(agent).or_default().lines.push(index);
            }
        }
        if let Some(visitor) = readers.visitor
            && let Some(conversation) = entry.event.conversation()
            && let Some(line) = view::visitor_line(desk, &entry.event)
        {
            let line = VisitorLine { sequence: entry.sequence, conversation, line };
            self.visitor(visitor).lines.push(line);
        }
    }

    fn visitor(&mut self, visitor: VisitorId) -> &mut VisitorFrame {
        let fresh = || VisitorFrame { visitor, lines: Vec::new(), changes: Vec::new() };
        self.visitors.entry(visitor).or_insert_with(fresh)
    }

    fn grouped(self) -> (Vec<StaffFrame>, Vec<VisitorFrame>) {
        let mut groups: BTreeMap<Told, Vec<AgentId>> = BTreeMap::new();
        for (agent, told) in self.staff {
            groups.entry(told).or_default().push(agent);
        }
        let frame = |(told, viewers): (Told, Vec<AgentId>)| StaffFrame {
            viewers,
            lines: told.lines,
            changes: told.changes.into_iter().map(|index| self.changes[index].clone()).collect(),
        };
        (groups.into_iter().map(frame).collect(), self.visitors.into_values().collect())
    }
}
