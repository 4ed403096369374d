//! Who has to do with a conversation, and how: what each member of staff sees follows from it (SPEC §4,
//! "Who may do what").
//!
//! One relation each, the first that applies. Found from the conversation and the few people of its queue
//! and teams, not by asking every agent. Analysts have none: they see figures, no conversations.

use alloc::{collections::BTreeMap, vec::Vec};

use super::Relation;
use crate::{
    Desk,
    command::AssistMode,
    config::Mode,
    event::OfferTo,
    history,
    ids::{AgentId, ConversationId, QueueId},
    state::{Conversation, Holder},
};

impl Desk {
    /// Everybody of the staff who sees the conversation, each with one relation.
    pub fn relations(&self, conversation: ConversationId) -> Vec<(AgentId, Relation)> {
        let Some(conversation) = self.state().conversations.get(&conversation) else {
            return Vec::new();
        };
        let mut found: BTreeMap<AgentId, Relation> = BTreeMap::new();
        let mut add = |agent, relation| {
            let present = found.entry(agent).or_insert(relation);
            *present = both(*present, relation);
        };
        stands(conversation, &mut add);
        if !conversation.is_closed() || conversation.open_message().is_some() {
            for agent in &self.index.overseers {
                if self.supervises(*agent, conversation) {
                    add(*agent, Relation::Supervisor);
                }
            }
            for queue in self.lists_of(conversation) {
                for agent in &self.rules().queue(queue).members {
                    add(*agent, Relation::QueueMember);
                }
            }
        }
        found.into_iter().filter(|(agent, _)| self.rules().agents.contains_key(agent)).collect()
    }

    /// How one agent stands to the conversation; none if they do not see it.
    pub fn relation(&self, conversation: ConversationId, agent: AgentId) -> Option<Relation> {
        let conversation = self.state().conversations.get(&conversation)?;
        self.rules().agents.get(&agent)?;
        let mut found: Option<Relation> = None;
        stands(conversation, &mut |other, relation| {
            if other == agent {
                found = Some(found.map_or(relation, |known| both(known, relation)));
            }
        });
        if conversation.is_closed() && conversation.open_message().is_none() {
            return found;
        }
        if self.supervises(agent, conversation) {
            let supervisor = Relation::Supervisor;
            return Some(found.map_or(supervisor, |known| both(known, supervisor)));
        }
        if found.is_some() {
            return found;
        }
        let member = |queue| self.rules().queue(queue).members.contains(&agent);
        self.lists_of(conversation).any(member).then_some(Relation::QueueMember)
    }

    /// Whether an agent may read the conversation: takes or took part, is offered it, serves the queue where
    /// it waits, or watches over it. Of a conversation that has left memory the caller asks the journal.
    /// Imported histories belong to no team: who watches over all of them reads those.
    pub fn may_read(&self, agent: AgentId, conversation: ConversationId) -> bool {
        if conversation.0 >= history::FIRST_ID {
            return self.watches_over_everything(agent);
        }
        if self.relation(conversation, agent).is_some() {
            return true;
        }
        let Some(conversation) = self.state().conversations.get(&conversation) else {
            return false;
        };
        conversation.owners.contains_key(&agent)
            || conversation.helpers.contains(&agent)
            || self.supervises(agent, conversation)
            || (conversation.wait().is_some()
                && self.rules().queue(conversation.place.queue).members.contains(&agent))
            || self.helps_later(agent, conversation)
    }

    pub(crate) fn watches_over_everything(&self, agent: AgentId) -> bool {
        let rules = self.rules();
        let mut teams = rules.teams.keys();
        rules.agents.get(&agent).is_some_and(|agent| {
            let supervises = &agent.roles.supervises;
            agent.roles.admin
                || !supervises.is_empty() && teams.all(|team| supervises.contains(team))
        })
    }

    /// Whether an agent takes part in a later conversation of the visitor: the earlier ones are theirs to read.
    fn helps_later(&self, agent: AgentId, earlier: &Conversation) -> bool {
        self.of_visitor(earlier.visitor)
            .filter(|theirs| *theirs > earlier.id)
            .filter_map(|theirs| self.state().conversations.get(&theirs))
            .any(|theirs| self.takes_part(agent, theirs))
    }

    /// The queues in pull mode where it stands in line, a warm transfer and invitations included; and the one
    /// that a message was left in.
    fn lists_of(&self, conversation: &Conversation) -> impl Iterator<Item = QueueId> {
        let in_line = conversation.seekings().filter(|seeking| seeking.spot.is_some());
        let queues = in_line.map(|seeking| seeking.place.queue);
        let listed = queues.filter(|queue| self.rules().queue(*queue).mode == Mode::Pull);
        listed.chain(conversation.open_message().map(|_| conversation.place.queue))
    }
}

/// How somebody stands to it who stands to it in two ways.
fn both(one: Relation, other: Relation) -> Relation {
    match (one.min(other), one.max(other)) {
        // Accepting and declining belong to the offer.
        (Relation::Offered, Relation::Supervisor) => Relation::Supervisor,
        (Relation::Sender, Relation::Supervisor) => Relation::SupervisingSender,
        (Relation::WrappingUp, Relation::Supervisor) => Relation::SupervisingWrapUp,
        (first, _) => first,
    }
}

/// Those who stand in the conversation themselves. The same agent may be named more than once.
fn stands(conversation: &Conversation, add: &mut impl FnMut(AgentId, Relation)) {
    if let Some(owner) = conversation.owner() {
        add(owner, Relation::Owner);
    }
    if let Some(receiver) = conversation.receiver() {
        add(receiver, Relation::Receiver);
    }
    conversation.guests.keys().for_each(|guest| add(*guest, Relation::Guest));
    for (supervisor, assist) in &conversation.supervisors {
        let relation = match assist.mode {
            AssistMode::Join => Relation::Joined,
            AssistMode::Whisper => Relation::Whispering,
            AssistMode::Observe => Relation::Observing,
        };
        add(*supervisor, relation);
    }
    for offer in conversation.seekings().filter_map(|seeking| seeking.offer) {
        match &offer.to {
            OfferTo::Agent(agent) => add(*agent, Relation::Offered),
            OfferTo::Broadcast(agents) => {
                agents.iter().for_each(|agent| add(*agent, Relation::Offered))
            }
        }
    }
    if let (Some(handoff), Holder::Queue(_)) = (&conversation.handoff, &conversation.holder) {
        add(handoff.from, Relation::Sender);
    }
    conversation.wrap_ups.keys().for_each(|agent| add(*agent, Relation::WrappingUp));
}

/// Whether somebody watches over the conversation and sees who else does.
pub(super) const fn watches_over(relation: Relation) -> bool {
    match relation {
        Relation::Joined
        | Relation::Whispering
        | Relation::Observing
        | Relation::SupervisingSender
        | Relation::SupervisingWrapUp
        | Relation::Supervisor => true,
        Relation::Owner
        | Relation::Receiver
        | Relation::Guest
        | Relation::Offered
        | Relation::Sender
        | Relation::WrappingUp
        | Relation::QueueMember => false,
    }
}

/// Whether somebody is in a conversation, and shown to its visitor.
#[must_use]
pub const fn is_present(relation: Relation) -> bool {
    match relation {
        Relation::Owner | Relation::Receiver | Relation::Guest | Relation::Joined => true,
        Relation::Whispering
        | Relation::Observing
        | Relation::Offered
        | Relation::Sender
        | Relation::WrappingUp
        | Relation::SupervisingSender
        | Relation::SupervisingWrapUp
        | Relation::Supervisor
        | Relation::QueueMember => false,
    }
}

/// Whether a relation gets every staff line of a conversation; the others get them while they watch it.
#[must_use]
pub const fn follows(relation: Relation) -> bool {
    match relation {
        Relation::Owner
        | Relation::Receiver
        | Relation::Guest
        | Relation::Joined
        | Relation::Whispering
        | Relation::Observing => true,
        Relation::Offered
        | Relation::Sender
        | Relation::WrappingUp
        | Relation::SupervisingSender
        | Relation::SupervisingWrapUp
        | Relation::Supervisor
        | Relation::QueueMember => false,
    }
}
