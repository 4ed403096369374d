//! The desk of one workspace: the way in, the way out, and nothing between.

use alloc::vec::Vec;

use crate::{
    clock::Deadline,
    command::{Actor, Body, Command},
    config::{self, Config, Place, PlaceRules, Queue},
    decide,
    estimate::{self, Outlook},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, HandoffId, MessageId, QueueId, Timestamp},
    index::Index,
    invariants::{self, Violation},
    rejection::Rejection,
    state::{Conversation, Link, Seeker, Seeking, State},
    turn::Turn,
    view::{Touched, Viewer, staff::AgentStatus},
};

/// One workspace, in memory.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    pub(crate) state: State,
    pub(crate) index: Index,
    /// Lent from outside, as the time is: whoever decides by it writes down what it took from here.
    pub(crate) outlook: Outlook,
}

/// What a command led to: facts for the journal, texts to keep beside it, and the answer for whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub events: Vec<Event>,
    pub bodies: Vec<(BodyId, Body)>,
    pub answer: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Done,
    Opened {
        conversation: ConversationId,
        message: Option<MessageId>,
    },
    Posted {
        message: MessageId,
    },
    TransferStarted {
        handoff: HandoffId,
    },
    Invited {
        invitation: HandoffId,
    },
    Accepted {
        conversation: ConversationId,
    },
    /// The chain guard stopped the move: a supervisor is asked, and the owner keeps the conversation.
    AwaitsSupervisor,
    /// The commands are there for whoever asks for completions.
    Help,
}

impl Desk {
    /// A desk before its first configuration.
    pub fn new() -> Self {
        Self::default()
    }

    /// The desk whose state was written down; what is derived is made anew.
    pub fn restore(state: State) -> Self {
        let mut index = Index::rebuild(&state, state.config.as_ref().unwrap_or(&config::NONE));
        index.dirty = Default::default();
        Self { state, index, outlook: Outlook::new() }
    }

    /// Decides, applies, and settles everything that follows at this moment. On a rejection the desk is unchanged.
    pub fn handle(
        &mut self,
        actor: Actor,
        command: Command,
        now: Timestamp,
    ) -> Result<Decision, Rejection> {
        let mut turn = Turn::new(self, actor, now);
        let answer = decide::decide(&mut turn, command)?;
        turn.settle();
        Ok(turn.end(answer))
    }

    /// Repeats a fact of the journal. Total: it has no way to fail or to decide.
    pub fn apply(&mut self, event: &Event, at: Timestamp) {
        self.record(event, at);
        self.index.dirty = Default::default();
    }

    /// Lends what newcomers are told from here on, made off the writer of a picture of this desk.
    pub fn foresee(&mut self, outlook: Outlook) {
        self.outlook = outlook;
    }

    /// When the desk next wants a [`Command::Tick`], and why.
    pub fn next_deadline(&self) -> Option<(Timestamp, Deadline)> {
        self.index.deadlines.first().copied()
    }

    /// Invariants that do not hold for what was touched.
    pub fn violations(&self, touched: &Touched) -> Vec<Violation> {
        invariants::of_touched(self, touched)
    }

    /// Invariants that do not hold anywhere, with everything derived made anew and compared.
    pub fn violations_everywhere(&self) -> Vec<Violation> {
        invariants::everywhere(self)
    }

    /// Everybody with a connection, as far as it has been told.
    pub fn connected(&self) -> impl Iterator<Item = Viewer> {
        let agents = self.state.agents.iter().filter(|(_, agent)| agent.link == Link::Connected);
        let visitors = self.state.visitors.iter().filter(|(_, visitor)| visitor.connected);
        agents.map(|(id, _)| Viewer::Agent(*id)).chain(visitors.map(|(id, _)| Viewer::Visitor(*id)))
    }

    pub fn config(&self) -> Option<&Config> {
        self.state.config.as_ref()
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether anybody stands in a line.
    pub fn anybody_waits(&self) -> bool {
        !self.index.lines.is_empty()
    }

    /// Whether escalations lead anywhere, so that newcomers' waits are worth knowing.
    pub fn wants_outlook(&self) -> bool {
        estimate::escalated_to(self.rules()).next().is_some()
    }

    /// The rules in force; before the first configuration those of an empty workspace.
    pub(crate) fn rules(&self) -> &Config {
        self.state.config.as_ref().unwrap_or(&config::NONE)
    }

    pub(crate) fn place(&self, place: Place) -> PlaceRules<'_> {
        self.rules().place(place)
    }

    pub(crate) fn queue(&self, queue: QueueId) -> &Queue {
        self.rules().queue(queue)
    }

    pub(crate) fn conversation(&self, id: ConversationId) -> Option<&Conversation> {
        self.state.conversations.get(&id)
    }

    pub(crate) fn seeking(&self, seeker: Seeker) -> Option<Seeking<'_>> {
        self.conversation(seeker.conversation)?.seeking_of(seeker.invitation)
    }

    /// The status in effect; somebody who was removed or lost the role is offline.
    pub(crate) fn status(&self, agent: AgentId) -> AgentStatus {
        let present = self.state.agents.get(&agent).filter(|_| self.is_agent(agent));
        present.map_or(AgentStatus::Offline, |agent| agent.status())
    }

    /// Whether somebody holds conversations: is configured, and with that role.
    pub(crate) fn is_agent(&self, agent: AgentId) -> bool {
        self.rules().agents.get(&agent).is_some_and(|agent| agent.roles.agent)
    }

    /// Whether somebody may hold a conversation: as an agent, or as a supervisor who took it over.
    pub(crate) fn may_own(&self, agent: AgentId) -> bool {
        self.is_agent(agent) || self.index.overseers.contains(&agent)
    }

    pub(crate) fn is_connected(&self, agent: AgentId) -> bool {
        self.state.agents.get(&agent).is_some_and(|agent| agent.link == Link::Connected)
    }

    /// Whether an agent counts as disconnected, whatever status they chose.
    pub(crate) fn is_lost(&self, agent: AgentId) -> bool {
        self.state.agents.get(&agent).is_none_or(|agent| match agent.link {
            Link::Connected | Link::Grace { .. } => false,
            Link::Disconnected { .. } | Link::Gone => true,
        })
    }

    /// Whether an agent has room for so many units, counting what this conversation takes of them already.
    pub(crate) fn has_room(
        &self,
        agent: AgentId,
        units: u32,
        conversation: ConversationId,
    ) -> bool {
        let Some(configured) = self.rules().agents.get(&agent) else { return false };
        let work = self.index.work.get(&agent);
        let load = work.map_or(0, |work| work.load);
        let counted =
            work.and_then(|work| work.conversations.get(&conversation)).copied().unwrap_or(0);
        let needed = units.saturating_sub(counted);
        needed == 0 || configured.capacity.saturating_sub(load) >= needed
    }
}
