//! What falls due, when, and for whom.
//!
//! Every deadline follows from the hours, or the state of one agent or one conversation, by the functions here, so
//! that none can be set and forgotten (invariant I5). A clock of people does not look at the settings: the state
//! holds when it ends, so that one that runs keeps its value whatever is configured. What happens then is `decide::due`'s.

use alloc::vec::Vec;

use crate::{
    config::Config,
    ids::{AgentId, ConversationId, HandoffId, Timestamp},
    limits::CLOSED_KEPT_MS,
    state::{
        Agent, Conversation, Holder, Link, OwnerSilence, Parked, Seeking, Service, State,
        StoppedMove, Tenure, Wait,
    },
};

/// One thing that falls due. Those of the same moment are honoured in the order of the fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    pub reason: DeadlineReason,
    pub conversation: Option<ConversationId>,
    pub agent: Option<AgentId>,
    /// Which invitation of the conversation, where it is about one.
    pub invitation: Option<HandoffId>,
}

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineReason {
    HoursChange,
    AgentGraceEnds,
    AgentLostEnds,
    VisitorLostEnds,
    OfferExpires,
    CoolDownEnds,
    ReservationEnds,
    WaitRelaxes,
    ListFirstEnds,
    StillSearching,
    MaxWait,
    ClosingGraceEnds,
    OfflineFormEnds,
    IntroductionEnds,
    GuestSilenceEnds,
    IdleReminder,
    IdleClose,
    ParkedEnds,
    WakeReservationEnds,
    WrapUpEnds,
    ArchiveDue,
    // Assist
    HandUnanswered,
    OwnerSilent,
    SupervisorLostEnds,
    StoppedMoveEnds,
    MessageUnanswered,

    // Conference
    PassEnds,
}

type Due = (Timestamp, Deadline);

/// What falls due for an agent.
pub(crate) fn of_agent(id: AgentId, agent: &Agent) -> Option<Due> {
    let due = |at, reason| {
        let about = Deadline { reason, conversation: None, agent: Some(id), invitation: None };
        Some((at, about))
    };
    match agent.link {
        Link::Connected | Link::Gone => None,
        Link::Grace { grace_ends, .. } => due(grace_ends, DeadlineReason::AgentGraceEnds),
        Link::Disconnected { lost_ends } => due(lost_ends, DeadlineReason::AgentLostEnds),
    }
}

/// When the next queue opens or closes; its hours say which.
pub(crate) fn of_hours(state: &State, config: &Config) -> Option<Due> {
    let used = config.queues.values().filter_map(|queue| config.hours.get(&queue.hours?));
    let at = used.filter_map(|hours| hours.next_change(state.hours_followed)).min()?;
    let reason = DeadlineReason::HoursChange;
    Some((at, Deadline { reason, conversation: None, agent: None, invitation: None }))
}

/// What falls due for a conversation: nothing while it is quarantined (rule R7).
pub(crate) fn of_conversation(conversation: &Conversation) -> Vec<Due> {
    let mut dues = Dues { id: conversation.id, found: Vec::new() };
    if conversation.quarantined {
        return dues.found;
    }
    for (agent, wrap_up) in &conversation.wrap_ups {
        dues.agent(wrap_up.plan.until, DeadlineReason::WrapUpEnds, *agent);
    }
    if let Holder::Closed { at, .. } = conversation.holder {
        if let Some(message) = conversation.open_message() {
            if let Some(at) = message.alert_at {
                dues.add(at, DeadlineReason::MessageUnanswered);
            }
        } else if conversation.wrap_ups.is_empty() {
            let open = conversation.survey.filter(|survey| survey.rating.is_none());
            let kept = at.after(CLOSED_KEPT_MS);
            dues.add(kept.max(open.map_or(kept, |survey| survey.ends)), DeadlineReason::ArchiveDue);
        }
        return dues.found;
    }
    if let Some(at) = conversation.visitor_lost_ends
        && conversation.parked().is_none()
    {
        dues.add(at, DeadlineReason::VisitorLostEnds);
    }
    for (agent, refusal) in &conversation.refusals {
        if let Some(at) = refusal.cool_down_ends {
            dues.agent(at, DeadlineReason::CoolDownEnds, *agent);
        }
    }
    for one in conversation.seekings() {
        dues.seeking(one);
    }
    if let Some(handoff) = &conversation.handoff
        && let Some(at) = handoff.introduction_ends
    {
        dues.add(at, DeadlineReason::IntroductionEnds);
    }
    for (agent, guest) in &conversation.guests {
        if let Some(at) = guest.silence_ends {
            dues.agent(at, DeadlineReason::GuestSilenceEnds, *agent);
        }
    }
    dues.assist(conversation);
    match &conversation.holder {
        Holder::Queue(wait) => dues.wait(wait, conversation),
        Holder::Agent(tenure) => dues.tenure(tenure, conversation),
        Holder::Closed { .. } => {}
    }
    dues.found
}

/// The next rule that an owner's silence meets. A parked conversation's owner owes no answer.
pub(crate) fn next_silence(conversation: &Conversation) -> Option<&OwnerSilence> {
    conversation.tenure().filter(|tenure| tenure.parked.is_none())?;
    let open = conversation.silences.iter();
    let open = open.filter(|silence| !conversation.rules_met.contains(&silence.rule));
    open.min_by_key(|silence| silence.met_at)
}

struct Dues {
    id: ConversationId,
    found: Vec<Due>,
}

impl Dues {
    fn add(&mut self, at: Timestamp, reason: DeadlineReason) {
        self.found.push((at, self.about(reason)));
    }

    fn agent(&mut self, at: Timestamp, reason: DeadlineReason, agent: AgentId) {
        self.found.push((at, Deadline { agent: Some(agent), ..self.about(reason) }));
    }

    fn about(&self, reason: DeadlineReason) -> Deadline {
        Deadline { reason, conversation: Some(self.id), agent: None, invitation: None }
    }

    /// A max wait or closing due while an offer is out, or while kept for one agent, is handled when that ends.
    /// While a form for a message is shown, its own end is what the wait comes to.
    fn seeking(&mut self, one: Seeking<'_>) {
        let about = self.about(DeadlineReason::MaxWait);
        let mut add = |at, reason| {
            let invitation = one.seeker.invitation;
            self.found.push((at, Deadline { reason, invitation, ..about }));
        };
        if let Some(offer) = one.offer {
            add(offer.expires_at, DeadlineReason::OfferExpires);
        }
        let Some(spot) = one.spot else { return };
        let closes = match spot.service {
            Service::Open => None,
            Service::Closing { until } => Some(until),
            // Nothing but the form, and the queue's opening.
            Service::Closed { .. } => return,
        };
        if let Some(step) = spot.relax.get(usize::from(spot.relaxed)) {
            add(spot.since.after(step.after_ms), DeadlineReason::WaitRelaxes);
        }
        if let Some(first) = &spot.list {
            add(first.ends, DeadlineReason::ListFirstEnds);
        }
        if !one.is_spoken_for() && !one.shows_form() {
            add(spot.max_wait_ends, DeadlineReason::MaxWait);
            if let Some(at) = closes {
                add(at, DeadlineReason::ClosingGraceEnds);
            }
        }
    }

    /// "Still searching" would be wrong while somebody is being asked, and nobody is asked for what has ended.
    fn wait(&mut self, wait: &Wait, conversation: &Conversation) {
        if conversation.offer.is_some() {
            return;
        }
        if let Some(choice) = &wait.choice
            && let Some(at) = choice.form_ends
        {
            self.add(at, DeadlineReason::OfflineFormEnds);
        }
        if let Some(reserved) = &wait.reserved {
            self.add(reserved.until, DeadlineReason::ReservationEnds);
        }
        if let Some(at) = wait.still_searching_at {
            self.add(at, DeadlineReason::StillSearching);
        }
    }

    /// Whoever is asked for help answers, or somebody else is told.
    fn assist(&mut self, conversation: &Conversation) {
        if let Some(at) = conversation.hand.as_ref().and_then(|hand| hand.alert_at) {
            self.add(at, DeadlineReason::HandUnanswered);
        }
        if let Some(StoppedMove::Asked { until }) = conversation.stopped {
            self.add(until, DeadlineReason::StoppedMoveEnds);
        }
        for (agent, assist) in &conversation.supervisors {
            if let Some(at) = assist.lost_ends {
                self.agent(at, DeadlineReason::SupervisorLostEnds, *agent);
            }
        }
        if let Some(silence) = next_silence(conversation) {
            self.add(silence.met_at, DeadlineReason::OwnerSilent);
        }
    }

    /// The visitor's idle clock runs only while it is the visitor's turn and nothing is under way.
    fn tenure(&mut self, tenure: &Tenure, conversation: &Conversation) {
        if let Some(succession) = &tenure.succession {
            self.agent(succession.pass_ends, DeadlineReason::PassEnds, tenure.agent);
        }
        let under_way =
            conversation.handoff.is_some() || conversation.open_invitations().next().is_some();
        match tenure.parked {
            Some(Parked { wake_ends: Some(at), .. }) => {
                self.add(at, DeadlineReason::WakeReservationEnds)
            }
            Some(Parked { ends, .. }) => self.add(ends, DeadlineReason::ParkedEnds),
            None if conversation.talk.agent_spoke_last && !under_way => {
                let talk = conversation.talk;
                if talk.reminded {
                    self.add(talk.idle.closes_at, DeadlineReason::IdleClose);
                } else {
                    self.add(talk.idle.reminds_at, DeadlineReason::IdleReminder);
                }
            }
            None => {}
        }
    }
}
