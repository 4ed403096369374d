//! What one conversation adds to the derived side of the desk: its deadlines, its places in lines and
//! what it takes of each agent. Taken before and after a change, the difference is the update.

use alloc::vec::Vec;

use super::line::InLine;
use crate::{
    clock::{self, Deadline},
    command::{OnUnanswered, Target},
    config::Config,
    event::{OfferTo, WaitCause},
    ids::{AgentId, OfferId, QueueId, Timestamp, VisitorId},
    state::{Conversation, Holder, Seeker},
    view::staff::TransferState,
};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footprint {
    pub deadlines: Vec<(Timestamp, Deadline)>,
    /// Of the conversation itself, and of each of its invitations that stands in a line.
    pub lines: Vec<InLine>,
    pub stakes: Vec<Stake>,
    /// The agent whose next room is meant for it.
    pub kept_for: Option<AgentId>,
    pub offers: Vec<(OfferId, Seeker)>,
    pub visitor: Option<VisitorId>,
    /// The queue whose members have a message of it to answer.
    pub message: Option<QueueId>,
}

/// What a conversation takes of one agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stake {
    pub agent: AgentId,
    /// Units of capacity. Somebody who has to do with a conversation at no cost has a stake of 0.
    pub units: u32,
}

impl Footprint {
    pub fn of(conversation: &Conversation, config: &Config) -> Self {
        Self {
            deadlines: clock::of_conversation(conversation),
            lines: conversation.seekings().filter_map(|one| InLine::of(one, config)).collect(),
            stakes: stakes(conversation, config),
            kept_for: kept_for(conversation),
            offers: conversation
                .seekings()
                .filter_map(|one| Some((one.offer?.id, one.seeker)))
                .collect(),
            visitor: Some(conversation.visitor),
            message: conversation.open_message().map(|_| conversation.place.queue),
        }
    }
}

impl Footprint {
    /// Agents whose load differs between two footprints of the same conversation.
    pub fn moved(&self, other: &Self) -> Vec<AgentId> {
        if self.stakes == other.stakes {
            return Vec::new();
        }
        let units = |stakes: &[Stake], agent| {
            stakes
                .binary_search_by_key(&agent, |stake| stake.agent)
                .ok()
                .and_then(|at| stakes.get(at))
                .map_or(0, |s| s.units)
        };
        let mut agents: Vec<AgentId> =
            self.stakes.iter().chain(&other.stakes).map(|stake| stake.agent).collect();
        agents.sort_unstable();
        agents.dedup();
        agents.retain(|agent| units(&self.stakes, *agent) != units(&other.stakes, *agent));
        agents
    }
}

fn kept_for(conversation: &Conversation) -> Option<AgentId> {
    if conversation.offer.is_some() || conversation.quarantined {
        return None;
    }
    match &conversation.holder {
        Holder::Queue(wait) => wait.reserved.map(|reserved| reserved.agent),
        Holder::Agent(tenure) => tenure.parked?.wake_ends.map(|_| tenure.agent),
        Holder::Closed { .. } => None,
    }
}

/// The load of SPEC I3. One conversation costs one agent its weight once, however they stand to it: wrap-up
/// runs in the room kept for a return, and a conversation that comes back takes the room of its wrap-up.
pub fn stakes(conversation: &Conversation, config: &Config) -> Vec<Stake> {
    let mut stakes = Stakes(Vec::new());
    let weight = |place| config.place(place).queue.weight;
    let present = weight(conversation.place);
    match &conversation.holder {
        Holder::Agent(tenure) => {
            stakes.add(tenure.agent, if tenure.parked.is_some() { 0 } else { present })
        }
        Holder::Queue(wait) => {
            if let Some(reserved) = wait.reserved {
                stakes.add(reserved.agent, 0);
            }
            if let WaitCause::AgentLost(agent) = wait.cause {
                stakes.add(agent, 0);
            }
        }
        Holder::Closed { .. } => {}
    }
    for one in conversation.seekings() {
        match one.offer.map(|offer| &offer.to) {
            Some(OfferTo::Agent(agent)) => stakes.add(*agent, weight(one.place)),
            Some(OfferTo::Broadcast(agents)) => {
                agents.iter().for_each(|agent| stakes.add(*agent, 0))
            }
            None => {}
        }
        if let Some(agent) = one.named {
            stakes.add(agent, 0);
        }
    }
    if let Some(handoff) = &conversation.handoff {
        if let TransferState::Accepted { by, .. } = handoff.state {
            stakes.add(by, weight(handoff.place));
        }
        let room_kept = matches!(handoff.target, Target::Agent(_))
            && handoff.on_unanswered() == Some(OnUnanswered::Return);
        stakes.add(handoff.from, if room_kept { weight(handoff.from_place) } else { 0 });
        if let Target::Agent(agent) = handoff.target {
            stakes.add(agent, 0);
        }
    }
    conversation.guests.iter().for_each(|(agent, guest)| stakes.add(*agent, guest.units));
    conversation
        .wrap_ups
        .iter()
        .for_each(|(agent, wrap_up)| stakes.add(*agent, wrap_up.plan.weight));
    conversation.supervisors.keys().for_each(|agent| stakes.add(*agent, 0));
    stakes.0
}

struct Stakes(Vec<Stake>);

impl Stakes {
    fn add(&mut self, agent: AgentId, units: u32) {
        match self.0.binary_search_by_key(&agent, |stake| stake.agent) {
            Ok(at) => {
                if let Some(stake) = self.0.get_mut(at) {
                    stake.units = stake.units.max(units);
                }
            }
            Err(at) => self.0.insert(at, Stake { agent, units }),
        }
    }
}
