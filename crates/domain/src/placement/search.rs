//! What a conversation asks of routing, and what an agent with room could take.
//!
//! Brings together the place, the conversation and who refused it. Tells no events.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::{
    command::Target,
    config::{Place, Strategy},
    desk::Desk,
    explain::Verdict,
    ids::{AgentId, QueueId, SkillId, Timestamp},
    index::{InLine, LineKey, needs},
    routing::{Ask, Choice},
    state::{Conversation, Refusal, Seeker, Seeking, Spot},
};

/// What a conversation asks of routing, with the exclusions of this moment.
pub(crate) struct Search {
    pub place: Place,
    needs: BTreeMap<SkillId, u8>,
    weight: u32,
    first: bool,
    only: Option<Vec<AgentId>>,
    declined: Vec<(AgentId, Timestamp)>,
    /// Declined too often: asked only if nobody else is eligible.
    weary: Vec<(AgentId, Timestamp)>,
    sender: Option<AgentId>,
    /// In the conversation already, or asked for something else in it.
    present: Vec<AgentId>,
    /// Units in use for it: wrap-ups that end when it comes back to their agent.
    holding: Vec<(AgentId, u32)>,
    after: Option<AgentId>,
    strategy: Strategy,
}

impl Search {
    pub fn ask(&self) -> Ask<'_> {
        Ask {
            queue: self.place.queue,
            needs: &self.needs,
            weight: self.weight,
            first: self.first,
            only: self.only.as_deref(),
            declined: &self.declined,
            sender: self.sender,
            present: &self.present,
            holding: &self.holding,
            after: self.after,
            strategy: self.strategy,
        }
    }
}

impl Desk {
    /// What stands in a line asks for.
    pub(crate) fn search(&self, seeking: Seeking<'_>) -> Option<Search> {
        let (at, spot, conversation) = (seeking.place, seeking.spot?, seeking.conversation);
        let place = self.place(at);
        let refused = |rule: fn(&Refusal, u32) -> bool| {
            let most = self.rules().settings.declines_max;
            let out = conversation.refusals.iter().filter(move |(_, refusal)| rule(refusal, most));
            out.map(|(agent, refusal)| (*agent, refusal.at)).collect::<Vec<_>>()
        };
        Some(Search {
            place: at,
            needs: needs(conversation, spot, place.queue, self.rules()),
            weight: place.queue.weight,
            first: conversation.is_first_assignment(),
            only: self.listed(spot),
            declined: refused(|refusal, _| refusal.cool_down_ends.is_some()),
            weary: refused(|refusal, most| {
                refusal.cool_down_ends.is_none() && refusal.declines >= most
            }),
            sender: spot.sender,
            present: seeking.engaged(),
            holding: wrapping_up(conversation).collect(),
            after: self.state.rotation.get(&at.queue).copied(),
            strategy: place.strategy(),
        })
    }

    /// The agent to ask, and with them whom the search has to leave out for that.
    pub(crate) fn choose(&self, search: &mut Search) -> Choice {
        let cooling = search.declined.len();
        search.declined.append(&mut search.weary);
        let choice = self.index.routing.choose(&search.ask());
        if choice.agent.is_some() || search.declined.len() == cooling {
            return choice;
        }
        search.declined.truncate(cooling);
        self.index.routing.choose(&search.ask())
    }

    /// The first in the lines of all queues an agent serves that this agent is eligible for.
    pub(crate) fn first_for(&self, agent: AgentId) -> Option<Seeker> {
        let wrapped_up = self.first_wrapped_up(agent);
        // Nothing weighs less than one unit: most changes leave an agent without room for more.
        let standing = self.index.routing.standing(agent);
        let roomy = standing.filter(|standing| standing.has_room(1));
        let first = roomy.and_then(|_| self.first_in_lines(agent));
        first.into_iter().chain(wrapped_up).min().map(|key| key.seeker())
    }

    /// What an agent still has a wrap-up of comes back into its room, also to somebody who is full.
    fn first_wrapped_up(&self, agent: AgentId) -> Option<LineKey> {
        let work = self.index.work.get(&agent)?;
        let held = work.conversations.iter().filter(|(_, units)| **units > 0);
        let held = held.filter_map(|(id, _)| self.conversation(*id));
        held.filter(|conversation| wrapping_up(conversation).any(|(holder, _)| holder == agent))
            .flat_map(|conversation| conversation.seekings())
            .filter_map(|seeking| InLine::of(seeking, self.rules()))
            .filter(|line| line.demand.is_some() && self.may_take(line.key.seeker(), agent))
            .map(|line| line.key)
            .min()
    }

    fn first_in_lines(&self, agent: AgentId) -> Option<LineKey> {
        let serves = self.index.routing.queues_of(agent);
        let mut first: Option<LineKey> = None;
        for (head, queue) in &self.index.heads {
            if first.is_some_and(|first| first < *head) {
                break;
            }
            if serves.binary_search(queue).is_ok() {
                let here = self.first_in(*queue, agent);
                first = first.into_iter().chain(here).min();
            }
        }
        first
    }

    fn first_in(&self, queue: QueueId, agent: AgentId) -> Option<LineKey> {
        let line = self.index.lines.get(&queue)?;
        let place = self.queue(queue);
        let groups = line.open.iter().filter(|(demand, _)| {
            let ask = Ask {
                queue,
                needs: &demand.needs,
                weight: place.weight,
                first: demand.first,
                only: None,
                declined: &[],
                sender: None,
                present: &[],
                holding: &[],
                after: None,
                strategy: place.strategy,
            };
            self.index.routing.eligible(&ask, agent) == Verdict::Eligible
        });
        groups
            .filter_map(|(_, keys)| keys.iter().find(|key| self.may_take(key.seeker(), agent)))
            .min()
            .copied()
    }

    /// The agents of the list that is asked first; a list that is gone restricts nobody.
    fn listed(&self, spot: &Spot) -> Option<Vec<AgentId>> {
        let list = self.rules().lists.get(&spot.list?.list)?;
        Some(list.members.clone())
    }

    /// What is particular to one seeker: who sent it or is in it, whom it asks first, and who refused it.
    fn may_take(&self, seeker: Seeker, agent: AgentId) -> bool {
        let Some(seeking) = self.seeking(seeker) else { return false };
        let conversation = seeking.conversation;
        let particular = !conversation.refusals.is_empty()
            || conversation.owner().is_some()
            || !conversation.wrap_ups.is_empty()
            || seeking.spot.is_some_and(|spot| spot.sender.is_some() || spot.list.is_some());
        !particular
            || self.search(seeking).is_some_and(|mut search| {
                self.choose(&mut search);
                self.index.routing.eligible(&search.ask(), agent) == Verdict::Eligible
            })
    }

    /// Whether `first` stands before `second`.
    pub(crate) fn stands_before(&self, first: Seeker, second: Seeker) -> bool {
        let key = |seeker| self.seeking(seeker).and_then(LineKey::of);
        key(first) < key(second)
    }

    /// Whether an agent asked by name could be offered this now: membership and skills do not exclude.
    pub(crate) fn is_available(&self, agent: AgentId, seeking: Seeking<'_>) -> bool {
        let weight = self.place(seeking.place).queue.weight;
        self.takes_handovers(agent) && self.has_room(agent, weight, seeking.seeker.conversation)
    }
}

/// Who still works on a leg they had in it, with the units that takes.
fn wrapping_up(conversation: &Conversation) -> impl Iterator<Item = (AgentId, u32)> {
    let wrap_ups = conversation.wrap_ups.iter();
    wrap_ups.map(|(agent, wrap_up)| (*agent, wrap_up.plan.weight)).filter(|(_, units)| *units > 0)
}

/// The place a conversation goes to with an agent: the present one if they serve it, else the one picked,
/// else their first that is open; an agent without a queue keeps the present one.
pub(crate) fn place_with_agent(
    desk: &Desk,
    agent: AgentId,
    conversation: &Conversation,
    picked: Option<QueueId>,
) -> Place {
    let present = conversation.place;
    let serves = desk.index.routing.queues_of(agent);
    if serves.contains(&present.queue) {
        return present;
    }
    let open = || serves.iter().find(|queue| desk.is_open(**queue)).or(serves.first()).copied();
    let queue = picked.filter(|queue| serves.contains(queue)).or_else(open);
    queue.map_or(present, |queue| desk.rules().place_in(conversation.pipeline, queue))
}

/// The place a target stands for.
pub(crate) fn place_of_target(
    desk: &Desk,
    target: Target,
    conversation: &Conversation,
    picked: Option<QueueId>,
) -> Place {
    match target {
        Target::Queue(queue) => desk.rules().place_in(conversation.pipeline, queue),
        Target::Agent(agent) => place_with_agent(desk, agent, conversation, picked),
    }
}
