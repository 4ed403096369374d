//! The objects of a board, made from the state on demand, but for the counts of a queue, which [`super::Board`] keeps.

use alloc::{collections::BTreeSet, vec::Vec};

use super::{Agent, Conversation, Hand, Level, Moment, Reach, Risk};
use crate::{
    Desk,
    ids::{AgentId, ConversationId, QueueId, TeamId, Timestamp},
    state::{self, Holder},
    view::staff::{AgentStatus, Status},
};

impl Desk {
    /// An open conversation as a board shows it, and when the next of its limits is reached.
    pub(super) fn board_conversation(
        &self,
        id: ConversationId,
        moment: Moment,
    ) -> Option<(Conversation, Reach, Option<Timestamp>)> {
        let found = self.state().conversations.get(&id)?;
        let (status, held_since) = match &found.holder {
            Holder::Queue(wait) => (Status::Waiting, wait.spot.since),
            Holder::Agent(tenure) if tenure.parked.is_some() => (Status::Parked, tenure.since),
            Holder::Agent(tenure) => (Status::Active, tenure.since),
            Holder::Closed { .. } => return None,
        };
        let unanswered_since = match status {
            // Whoever has it from here on answers for the time from here on.
            Status::Active => found.talk.unanswered_since.map(|since| since.max(held_since)),
            Status::Waiting | Status::Parked | Status::Closed => None,
        };
        let clocks = Clocks::of(self, found, status, held_since, unanswered_since);
        let mut risks: BTreeSet<Risk> =
            clocks.0.iter().filter(|(_, at)| *at <= moment.now).map(|(risk, _)| *risk).collect();
        risks.extend(found.hand.is_some().then_some(Risk::Hand));
        risks.extend(found.quarantined.then_some(Risk::Quarantined));
        risks.extend(self.chain(found).filter(|chain| chain.looped).map(|_| Risk::Loop));
        let limits = &self.queue(found.place.queue).thresholds;
        risks.extend(limits.hops.filter(|limit| found.hops >= *limit).map(|_| Risk::ManyHops));
        let alerts_at =
            found.hand.as_ref().zip(limits.hand_ms).map(|(hand, ms)| hand.since.after(ms));
        let due = clocks.0.iter().map(|(_, at)| *at).chain(alerts_at).filter(|at| *at > moment.now);
        let conversation = Conversation {
            conversation: id,
            visitor: found.visitor,
            attributes: found.attributes,
            status,
            place: found.place,
            tier: self.place(found.place).tier(),
            priority: found.priority,
            owner: found.owner(),
            held_since,
            hops: found.hops,
            hand: found.hand.as_ref().map(|hand| Hand {
                since: hand.since,
                cause: hand.cause.clone(),
                alerted: hand.is_alerted(),
            }),
            unanswered_since,
            supervisors: found.supervisors.iter().map(|(id, assist)| (*id, assist.mode)).collect(),
            risks,
        };
        Some((conversation, self.reach_of(found), due.min()))
    }

    /// An agent as a board shows them; none of somebody who holds no conversations.
    pub(super) fn board_agent(&self, id: AgentId) -> Option<(Agent, Reach)> {
        let configured = self.rules().agents.get(&id).filter(|agent| agent.roles.agent)?;
        let state = self.state().agents.get(&id)?;
        let work = self.index.work.get(&id);
        let theirs = work.into_iter().flat_map(|work| work.conversations.keys());
        let mut owned: Vec<(Timestamp, ConversationId)> = theirs
            .filter_map(|one| {
                let tenure = self.conversation(*one)?.tenure()?;
                (tenure.agent == id).then_some((tenure.since, *one))
            })
            .collect();
        owned.sort_unstable();
        let agent = Agent {
            agent: id,
            status: state.status(),
            reason: state.reason.clone(),
            load: self.index.load(id),
            capacity: configured.capacity,
            longest_since: owned.first().map(|(since, _)| *since),
            conversations: owned.into_iter().map(|(_, one)| one).collect(),
        };
        Some((agent, Reach { everybody: false, teams: configured.teams.clone() }))
    }

    /// Whether a queue's member can be asked, and has room.
    pub(super) fn is_free(&self, queue: QueueId, agent: &Agent) -> bool {
        let units = self.queue(queue).weight;
        agent.status == AgentStatus::Online && agent.capacity.saturating_sub(agent.load) >= units
    }

    pub(super) fn reach_of_queue(&self, queue: QueueId) -> Reach {
        let teams = self.index.teams.get(&queue).cloned().unwrap_or_default();
        Reach { everybody: false, teams }
    }

    fn reach_of(&self, conversation: &state::Conversation) -> Reach {
        let mut reach = self.reach_of_queue(conversation.place.queue);
        let owner = conversation.owner().and_then(|owner| self.rules().agents.get(&owner));
        let teams: Option<&BTreeSet<TeamId>> = owner.map(|owner| &owner.teams);
        reach.teams.extend(teams.into_iter().flatten());
        reach.everybody = conversation.hand.as_ref().is_some_and(state::Hand::is_alerted);
        reach
    }

    /// Every row of the board: each queue at its own tier, and at those of the stages it serves.
    pub(super) fn levels(&self) -> BTreeSet<Level> {
        let rules = self.rules();
        let own = rules.queues.iter().map(|(id, queue)| Level { queue: *id, tier: queue.tier });
        let stages = rules.stages.values().filter_map(|stage| {
            let connect = stage.connect()?;
            Some(Level { queue: connect.queue, tier: connect.tier? })
        });
        own.chain(stages).collect()
    }
}

/// Risks that come by waiting, and when.
struct Clocks(Vec<(Risk, Timestamp)>);

impl Clocks {
    fn of(
        desk: &Desk,
        conversation: &state::Conversation,
        status: Status,
        held_since: Timestamp,
        unanswered_since: Option<Timestamp>,
    ) -> Self {
        let limits = &desk.queue(conversation.place.queue).thresholds;
        let waiting_since = (status == Status::Waiting).then_some(held_since);
        let clock =
            |risk, since: Option<Timestamp>, limit: Option<u64>| Some((risk, since?.after(limit?)));
        Self(
            [
                clock(Risk::LongWait, waiting_since, limits.longest_wait_ms),
                clock(Risk::Unanswered, unanswered_since, limits.unanswered_ms),
            ]
            .into_iter()
            .flatten()
            .collect(),
        )
    }
}
