//! What must hold at every moment (SPEC §2). The same names stand in code, tests and metrics.
//!
//! Checked after every command for what it touched, and everywhere in tests. Only finds: what becomes of a
//! broken conversation is the engine's (rule R7). Quarantined conversations are left out.

use alloc::{collections::BTreeSet, vec::Vec};

use crate::{
    clock::{self, DeadlineReason},
    config::Mode,
    desk::Desk,
    event::{Event, OfferTo},
    explain::Verdict,
    ids::{AgentId, ConversationId, OfferId},
    index::{Index, LineKey, stakes},
    state::{Conversation, Holder},
    view::{Touched, staff::TransferState},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Invariant {
    /// An open conversation has exactly one holder, who exists. One or the other is the type's business.
    I1,
    /// At most one handoff is open, and it agrees with who holds the conversation.
    I2,
    /// No load is above capacity, except what a supervisor or a new configuration brought there.
    I3,
    /// What waits in an open push queue is offered or reserved, or nobody is eligible.
    I4,
    /// Everything that waits has a deadline that ends it or asks the visitor.
    I5,
    /// What was acknowledged is in the journal and reaches everybody once: held by the engine and the server.
    I6,
    /// Visitors receive nothing of the staff: held by `view::visitor`, which has no place for it.
    I7,
    /// A command sent twice takes effect once: held by the engine.
    I8,
    /// A replay gives the same state, and what is derived follows from it.
    I9,
    /// No offer passes over what stands before it: held by `placement`, which looks before each.
    I10,
    /// A closed conversation has no offer, handoff, invitation, guest, supervisor or raised hand.
    I11,
}

/// An invariant that does not hold, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Violation {
    pub invariant: Invariant,
    pub conversation: Option<ConversationId>,
    pub agent: Option<AgentId>,
}

pub(crate) fn of_touched(desk: &Desk, touched: &Touched) -> Vec<Violation> {
    let mut found = Vec::new();
    for conversation in touched.conversations.iter().filter_map(|id| desk.conversation(*id)) {
        of_conversation(desk, conversation, &mut found);
    }
    touched.agents.iter().for_each(|agent| of_agent(desk, *agent, &mut found));
    found
}

pub(crate) fn everywhere(desk: &Desk) -> Vec<Violation> {
    let mut found = Vec::new();
    desk.state
        .conversations
        .values()
        .for_each(|conversation| of_conversation(desk, conversation, &mut found));
    desk.state.agents.keys().for_each(|agent| of_agent(desk, *agent, &mut found));
    if !derived_anew(desk) {
        found.push(Violation { invariant: Invariant::I9, conversation: None, agent: None });
    }
    found
}

impl Desk {
    /// The first of the offers just made that passes over something that stands before it, and what that is
    /// (invariant I10). Looks at everything that waits.
    pub fn passed_over<'a>(
        &self,
        just_told: impl IntoIterator<Item = &'a Event>,
    ) -> Option<(OfferId, ConversationId)> {
        just_told.into_iter().find_map(|event| {
            let Event::OfferMade { offer, .. } = event else { return None };
            Some((*offer, self.passes_over(*offer)?))
        })
    }

    fn passes_over(&self, offer: OfferId) -> Option<ConversationId> {
        let seeking = self.seeking(*self.index.offers.get(&offer)?)?;
        let agent = match seeking.offer?.to {
            OfferTo::Agent(agent) if !seeking.asks_by_name() => agent,
            OfferTo::Agent(_) | OfferTo::Broadcast(_) => return None,
        };
        let key = LineKey::of(seeking)?;
        let all = self.state.conversations.values().filter(|other| !other.quarantined);
        let others = all.flat_map(Conversation::seekings).filter(|other| {
            !other.is_spoken_for()
                && !other.is_out_of_hours()
                && self.place(other.place).queue.mode != Mode::Pull
                && LineKey::of(*other).is_some_and(|stands| stands < key)
        });
        // Room as it was before this offer took some; less than its weight if they had a stake already.
        let mut before = seeking.conversation.clone();
        before.take_offer(offer);
        let freed = units_of(agent, seeking.conversation, self)
            .saturating_sub(units_of(agent, &before, self));
        let passed =
            others.filter_map(|other| Some((other, self.search(other)?))).find(|(_, search)| {
                match self.index.routing.eligible(&search.ask(), agent) {
                    Verdict::Eligible => true,
                    // Counted first; the exclusions behind it may still apply.
                    Verdict::AtCapacity { load, capacity } => {
                        let ask = search.ask();
                        let unlisted = ask.only.is_some_and(|only| !only.contains(&agent));
                        let present = ask.sender == Some(agent) || ask.present.contains(&agent);
                        let left_out = unlisted || present;
                        let refused = left_out || ask.declined.iter().any(|(who, _)| *who == agent);
                        !refused
                            && capacity.saturating_sub(load.saturating_sub(freed)) >= ask.weight
                    }
                    Verdict::NotMember
                    | Verdict::Offline
                    | Verdict::Disconnected
                    | Verdict::NotResponding
                    | Verdict::Away
                    | Verdict::TransferOnly
                    | Verdict::LacksSkill { .. }
                    | Verdict::NotListed
                    | Verdict::Declined { .. }
                    | Verdict::Sender => false,
                }
            });
        passed.map(|(other, _)| other.seeker.conversation)
    }
}

fn units_of(agent: AgentId, conversation: &Conversation, desk: &Desk) -> u32 {
    let stakes = stakes(conversation, desk.rules());
    stakes.iter().find(|stake| stake.agent == agent).map_or(0, |stake| stake.units)
}

/// Loads, lines, deadlines and offers counted from nothing.
fn derived_anew(desk: &Desk) -> bool {
    let anew = Index::rebuild(&desk.state, desk.rules());
    let kept = &desk.index;
    let standings = desk
        .state
        .agents
        .keys()
        .all(|agent| anew.routing.standing(*agent) == kept.routing.standing(*agent));
    anew.deadlines == kept.deadlines
        && anew.lines == kept.lines
        && anew.heads == kept.heads
        && anew.work == kept.work
        && anew.offers == kept.offers
        && anew.teams == kept.teams
        && standings
}

fn of_agent(desk: &Desk, id: AgentId, found: &mut Vec<Violation>) {
    let (Some(agent), Some(configured)) =
        (desk.state.agents.get(&id), desk.rules().agents.get(&id))
    else {
        return;
    };
    if desk.index.load(id) > configured.capacity.max(agent.allowance) {
        found.push(Violation { invariant: Invariant::I3, conversation: None, agent: Some(id) });
    }
}

fn of_conversation(desk: &Desk, conversation: &Conversation, found: &mut Vec<Violation>) {
    if conversation.quarantined {
        return;
    }
    let rules = [
        (Invariant::I1, has_holder(desk, conversation)),
        (Invariant::I2, handoff_agrees(conversation) && invitations_agree(conversation)),
        (Invariant::I4, is_looked_after(desk, conversation)),
        (Invariant::I5, has_deadline(desk, conversation)),
        (Invariant::I11, nothing_outlives(conversation)),
    ];
    let broken = rules.into_iter().filter(|(_, holds)| !holds);
    let id = Some(conversation.id);
    found.extend(broken.map(|(invariant, _)| Violation {
        invariant,
        conversation: id,
        agent: None,
    }));
}

fn has_holder(desk: &Desk, conversation: &Conversation) -> bool {
    match &conversation.holder {
        Holder::Queue(_) => desk.rules().queues.contains_key(&conversation.place.queue),
        Holder::Agent(tenure) => desk.rules().agents.contains_key(&tenure.agent),
        Holder::Closed { .. } => true,
    }
}

/// Warm: the sender owns, and only a warm one is accepted. Cold: a queue holds.
fn handoff_agrees(conversation: &Conversation) -> bool {
    let Some(handoff) = &conversation.handoff else {
        return conversation.offer.as_ref().is_none_or(|offer| offer.handoff.is_none());
    };
    let offer_agrees =
        conversation.offer.as_ref().is_none_or(|offer| offer.handoff == Some(handoff.id));
    let is_warm = handoff.completion().is_some();
    let is_accepted = matches!(handoff.state, TransferState::Accepted { .. });
    offer_agrees
        && match &conversation.holder {
            Holder::Agent(tenure) => is_warm && tenure.agent == handoff.from,
            Holder::Queue(_) => !is_warm && !is_accepted,
            Holder::Closed { .. } => false,
        }
}

/// An invitation that is open is the owner's, by whatever it has on offer; an accepted one has its guest.
fn invitations_agree(conversation: &Conversation) -> bool {
    let guest_of = |agent, handoff| {
        let guest = conversation.guests.get(&agent);
        guest.is_some_and(|guest| guest.invitation == Some(handoff))
    };
    conversation.invitations.iter().all(|(id, invitation)| match invitation.state {
        TransferState::Pending => {
            conversation.owner() == Some(invitation.by)
                && invitation.offer.as_ref().is_none_or(|offer| offer.handoff == Some(*id))
        }
        TransferState::Accepted { by, .. } => invitation.offer.is_none() && guest_of(by, *id),
    })
}

fn is_looked_after(desk: &Desk, conversation: &Conversation) -> bool {
    conversation.seekings().filter(|seeking| seeking.spot.is_some()).all(|seeking| {
        seeking.is_spoken_for()
            || seeking.is_out_of_hours()
            || desk.place(seeking.place).queue.mode == Mode::Pull
            || desk
                .search(seeking)
                .is_none_or(|mut search| desk.choose(&mut search).agent.is_none())
    })
}

/// What ends a stay in a line, or asks the visitor.
const ENDS: [DeadlineReason; 4] = [
    DeadlineReason::OfferExpires,
    DeadlineReason::ReservationEnds,
    DeadlineReason::MaxWait,
    DeadlineReason::OfflineFormEnds,
];

fn has_deadline(desk: &Desk, conversation: &Conversation) -> bool {
    let dues = clock::of_conversation(conversation);
    let reasons: BTreeSet<DeadlineReason> =
        dues.iter().map(|(_, deadline)| deadline.reason).collect();
    let offer = conversation.offer.is_none() || reasons.contains(&DeadlineReason::OfferExpires);
    let spot = conversation.spot().is_none() || ENDS.iter().any(|reason| reasons.contains(reason));
    let pending = conversation.named_receiver().is_none()
        || conversation.offer.is_some()
        || conversation.reserved().is_some();
    let accepted =
        conversation.receiver().is_none() || reasons.contains(&DeadlineReason::IntroductionEnds);
    let invited = conversation.open_invitations().all(|open| {
        dues.iter().any(|(_, due)| {
            let ends = [DeadlineReason::OfferExpires, DeadlineReason::MaxWait];
            due.invitation == Some(open.id) && ends.contains(&due.reason)
        })
    });
    let wrap_up = conversation.wrap_ups.is_empty() || reasons.contains(&DeadlineReason::WrapUpEnds);
    dues.iter().all(|due| desk.index.deadlines.contains(due))
        && offer
        && spot
        && pending
        && accepted
        && invited
        && wrap_up
}

fn nothing_outlives(conversation: &Conversation) -> bool {
    !conversation.is_closed()
        || conversation.offer.is_none()
            && conversation.handoff.is_none()
            && conversation.invitations.is_empty()
            && conversation.guests.is_empty()
            && conversation.supervisors.is_empty()
            && conversation.hand.is_none()
}
