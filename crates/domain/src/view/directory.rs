//! What there is to know before sending a conversation on, and why one agent would get it or not.

use alloc::vec::Vec;

use super::{
    actions::Because,
    staff::AgentStatus,
    targets::{AgentTarget, Directory, EscalationTarget, QueueTarget},
};
use crate::{
    Desk,
    command::Target,
    config::{ChainPolicy, Place, Queue},
    estimate::{Picture, Who, estimate},
    explain::Verdict,
    ids::{AgentId, ConversationId, QueueId, Timestamp},
    placement::place_with_agent,
    state::{Conversation, StoppedMove},
};

impl Desk {
    /// Every agent and queue this conversation could go to, as `agent` would send it; none if they may not.
    pub fn directory(
        &self,
        conversation: ConversationId,
        agent: AgentId,
        now: Timestamp,
    ) -> Option<Directory> {
        self.relation(conversation, agent)?;
        let found = self.state().conversations.get(&conversation)?;
        let agents = self.rules().agents.iter().filter(|(_, target)| target.roles.agent);
        let queues: Vec<QueueTarget> = self.queue_targets(found, agent, now);
        Some(Directory {
            agents: agents.filter_map(|(id, _)| self.agent_target(found, *id, agent)).collect(),
            escalations: self
                .escalations(found)
                .iter()
                .filter_map(|option| self.escalation(option))
                .filter_map(|option| {
                    let queue = queues.iter().find(|target| target.queue == option.place.queue)?;
                    Some(EscalationTarget { option, queue: queue.clone() })
                })
                .collect(),
            queues,
            chain: self.chain(found),
            awaits_supervisor: self.awaits_supervisor(found, agent),
        })
    }

    fn queue_targets(
        &self,
        conversation: &Conversation,
        asking: AgentId,
        now: Timestamp,
    ) -> Vec<QueueTarget> {
        let queues = &self.rules().queues;
        let newcomers: Vec<Who> = queues.keys().copied().map(Who::Newcomer).collect();
        let estimates = estimate(&Picture::of(self, now), &newcomers);
        let with_estimate = |((id, queue), estimate): ((&QueueId, &Queue), _)| QueueTarget {
            estimate,
            ..self.queue_target(conversation, *id, queue, asking)
        };
        queues.iter().zip(estimates).map(with_estimate).collect()
    }

    fn agent_target(
        &self,
        conversation: &Conversation,
        agent: AgentId,
        asking: AgentId,
    ) -> Option<AgentTarget> {
        let configured = self.rules().agents.get(&agent)?;
        let place = self.rules().place(conversation.place);
        let needs = crate::index::needs_at_first(conversation, place.queue, self.rules());
        let lacking =
            |(skill, level): &(_, u8)| configured.skills.get(skill).is_none_or(|held| held < level);
        let off_parked = self.not_a_target_parked(conversation, agent, asking);
        Some(AgentTarget {
            agent,
            status: self.status(agent),
            load: self.index.load(agent),
            capacity: configured.capacity,
            missing: needs.into_iter().filter(lacking).collect(),
            was_here: conversation.owners.get(&agent).copied(),
            serves: self.index.routing.queues_of(agent).to_vec(),
            serves_place: place.queue.members.contains(&agent),
            off: off_parked.or_else(|| self.absent(conversation, agent)),
            off_parked,
        })
    }

    /// What the rules say about this agent and this conversation; live, and none once it has left memory.
    pub fn explain(&self, conversation: ConversationId, agent: AgentId) -> Option<Verdict> {
        let found = self.state().conversations.get(&conversation)?;
        let mut search = self.search(found.seeking())?;
        self.choose(&mut search);
        Some(self.index.routing.eligible(&search.ask(), agent))
    }

    fn barred(
        &self,
        asking: AgentId,
        conversation: &Conversation,
        target: Target,
        to: Place,
    ) -> Option<Because> {
        self.way(asking, conversation, target, to).err().map(Because::from)
    }

    /// Whether the guard stops whatever this agent asks for until a supervisor answers.
    fn awaits_supervisor(&self, conversation: &Conversation, asking: AgentId) -> bool {
        let settings = &self.rules().settings;
        settings.chain_policy == ChainPolicy::Supervisor
            && conversation.hops >= settings.chain_limit
            && conversation.stopped != Some(StoppedMove::Allowed)
            && !self.supervises(asking, conversation)
    }

    fn queue_target(
        &self,
        conversation: &Conversation,
        id: QueueId,
        queue: &Queue,
        asking: AgentId,
    ) -> QueueTarget {
        let line: Vec<&Conversation> = self
            .index
            .lines
            .get(&id)
            .into_iter()
            .flat_map(|line| &line.standing)
            .filter_map(|key| self.state().conversations.get(&key.conversation))
            .collect();
        let online = |member: &&AgentId| {
            matches!(self.status(**member), AgentStatus::Online | AgentStatus::TransferOnly)
        };
        let free = |member: &&AgentId| self.has_room(**member, queue.weight, conversation.id);
        QueueTarget {
            queue: id,
            waiting: count(line.len()),
            longest_wait_since: line
                .iter()
                .filter_map(|waiting| waiting.spot())
                .map(|(_, spot)| spot.since)
                .min(),
            estimate: None,
            available: count(queue.members.iter().filter(online).filter(free).count()),
            online: count(queue.members.iter().filter(online).count()),
            was_here: conversation.queue_owners.get(&id).map(|(_, at)| *at),
            opens_at: self.opens_at(id),
            off: self.not_a_target(conversation, Target::Queue(id), asking),
        }
    }

    /// Why a conversation cannot be handed to somebody, or to a queue that is configured, as `asking` would.
    pub(crate) fn not_a_target(
        &self,
        conversation: &Conversation,
        target: Target,
        asking: AgentId,
    ) -> Option<Because> {
        match target {
            Target::Agent(agent) => self
                .not_a_target_parked(conversation, agent, asking)
                .or_else(|| self.absent(conversation, agent)),
            Target::Queue(id) if conversation.place.queue == id => Some(Because::AlreadyThere),
            Target::Queue(id) if self.queue(id).members.is_empty() => Some(Because::NoMembers),
            Target::Queue(id) if !self.is_open(id) => Some(Because::QueueClosed),
            Target::Queue(id) => {
                let to = self.rules().place_in(conversation.pipeline, id);
                self.barred(asking, conversation, target, to)
            }
        }
    }

    /// The same where it may wait until they have room.
    fn not_a_target_parked(
        &self,
        conversation: &Conversation,
        agent: AgentId,
        asking: AgentId,
    ) -> Option<Because> {
        let place = place_with_agent(self, agent, conversation, None);
        let closed = self.leads_into_closed(conversation, place).then_some(Because::QueueClosed);
        let barred = || self.barred(asking, conversation, Target::Agent(agent), place);
        self.engagement(conversation, agent).or(closed).or_else(barred)
    }

    fn absent(&self, conversation: &Conversation, agent: AgentId) -> Option<Because> {
        let place = place_with_agent(self, agent, conversation, None);
        self.unavailable(agent, conversation.id, place)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
