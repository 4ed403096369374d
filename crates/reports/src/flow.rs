//! The path of one conversation: who held it or took part and for how long, and how it came from one to the next.
//!
//! A pure fold over the conversation's events in journal order. Explanations and texts stay with the events.

use domain::{
    command::{AssistMode, Target, TransferMode},
    config::Place,
    event::{
        AssignCause, CloseReason, EscalationStart, Event, InvitationStart, ReturnStart,
        TransferOutcome, TransferStart, WaitCause, WaitStart,
    },
    ids::{AgentId, HandoffId, QueueId, Timestamp},
};

/// The whole path, as far as it went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    pub began: Option<Timestamp>,
    pub closed: Option<(Timestamp, CloseReason)>,
    /// In the order of their beginning.
    pub stays: Vec<Stay>,
    /// In the order in which they were asked for.
    pub moves: Vec<Move>,
    /// The place of the present holder, and who holds it.
    holder: Option<(Lane, Place)>,
}

/// Where in the picture something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    Queue(QueueId),
    Agent(AgentId),
}

/// One stretch of time of one queue or agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub lane: Lane,
    pub kind: StayKind,
    pub place: Place,
    pub from: Timestamp,
    /// Not over yet, if absent.
    pub until: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StayKind {
    /// In a queue.
    Wait,
    Owner,
    /// In the introduction of a warm transfer.
    Receiver,
    Guest,
    Supervisor(AssistMode),
    /// Owned by somebody while the visitor is away, or somebody is waited for.
    Parked,
    /// After-contact work.
    WrapUp,
}

/// Ownership passed on, was to pass, or somebody was asked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub kind: MoveKind,
    /// The sender stays until the receiver knows the story.
    pub warm: bool,
    pub handoff: Option<HandoffId>,
    pub from: Lane,
    /// Where it waits, or who was asked; of a warm one and an invitation whoever accepted.
    pub to: Lane,
    pub asked: Timestamp,
    /// Of one that is asked for first: when somebody accepted.
    pub accepted: Option<Timestamp>,
    /// When it ended; not yet, if absent.
    pub ended: Option<Timestamp>,
    pub outcome: Outcome,
    /// A code of the workspace's list.
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// From a queue to the agent who takes it.
    Assignment,
    Transfer,
    Escalation,
    Return,
    Invitation,
    /// By a supervisor, from the owner.
    TakeOver,
    /// Back to the owner it was taken from.
    HandBack,
    /// To a guest, who was made the owner or was left it.
    Succession,
    /// Back into a queue: the owner was lost, left, or a supervisor said so.
    Requeue,
    /// From place to place because a wait was too long or a queue closed.
    Fallback,
    /// What was sent and nobody took, back to the sender, or fetched back by them.
    CameBack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Pending,
    /// The receiver or guest is there.
    Accepted,
    Completed,
    Ended(TransferOutcome),
}

impl Flow {
    pub fn of<'a>(events: impl IntoIterator<Item = (Timestamp, &'a Event)>) -> Self {
        let mut flow = Self::default();
        for (at, event) in events {
            flow.take(at, event);
        }
        flow
    }

    /// Every lane in the order of its first appearance.
    pub fn lanes(&self) -> Vec<Lane> {
        let stays = self.stays.iter().map(|stay| (stay.from, stay.lane));
        let moves = self.moves.iter().flat_map(|one| [(one.asked, one.from), (one.asked, one.to)]);
        let mut all: Vec<_> = stays.chain(moves).collect();
        all.sort_by_key(|(at, _)| *at);
        let mut lanes = Vec::new();
        for (_, lane) in all {
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        lanes
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens moves nobody")]
    fn take(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::ConversationOpened { .. } => self.began = Some(at),
            Event::ConversationClosed { reason, .. } => self.close(at, *reason),
            Event::WaitStarted { wait, .. } => self.wait(at, wait),
            Event::AgentAssigned { agent, place, cause, .. } => {
                self.assign(at, *agent, *place, *cause);
            }
            Event::AgentReleased { agent, wrap_up, .. } => {
                self.end(at, *agent, StayKind::Owner);
                self.end(at, *agent, StayKind::Parked);
                if wrap_up.is_some() {
                    self.begin(at, *agent, StayKind::WrapUp);
                }
            }
            Event::WrapUpEnded { agent, .. } => self.end(at, *agent, StayKind::WrapUp),
            Event::ConversationParked { agent, .. } => {
                self.end(at, *agent, StayKind::Owner);
                self.begin(at, *agent, StayKind::Parked);
            }
            Event::ConversationWoken { .. } => self.wake(at),

            Event::TransferStarted { transfer, .. } => self.transfer(at, transfer),
            Event::EscalationStarted { escalation, .. } => self.escalation(at, escalation),
            Event::ReturnStarted { returning, .. } => self.returning(at, returning),
            Event::TransferAccepted { handoff, agent, .. } => {
                self.accepted(at, *handoff, *agent);
                self.begin(at, *agent, StayKind::Receiver);
            }
            Event::TransferTurnedCold { handoff, .. } => {
                if let Some(open) = self.open(*handoff) {
                    open.warm = false;
                }
            }
            Event::TransferCompleted { handoff, .. } => {
                self.settle(at, *handoff, Outcome::Completed);
            }
            Event::TransferEnded { handoff, outcome, .. } => {
                self.settle(at, *handoff, Outcome::Ended(*outcome));
                self.end_all(at, |stay| stay.kind == StayKind::Receiver);
            }

            Event::InvitationStarted { invitation, .. } => self.invitation(at, invitation),
            Event::InvitationAccepted { handoff, agent, .. } => {
                self.accepted(at, *handoff, *agent);
            }
            Event::InvitationCompleted { handoff, .. } => {
                self.settle(at, *handoff, Outcome::Completed);
            }
            Event::InvitationEnded { handoff, outcome, .. } => {
                self.settle(at, *handoff, Outcome::Ended(*outcome));
            }
            Event::GuestJoined { agent, .. } => self.begin(at, *agent, StayKind::Guest),
            Event::GuestLeft { agent, .. } => self.end(at, *agent, StayKind::Guest),

            Event::SupervisorEntered { agent, mode, .. } => {
                self.begin(at, *agent, StayKind::Supervisor(*mode));
            }
            Event::SupervisorModeChanged { agent, from, to, .. } => {
                self.end(at, *agent, StayKind::Supervisor(*from));
                self.begin(at, *agent, StayKind::Supervisor(*to));
            }
            Event::SupervisorLeft { agent, mode, .. } => {
                self.end(at, *agent, StayKind::Supervisor(*mode));
            }
            _ => {}
        }
    }

    /// A queue holds it from here.
    fn wait(&mut self, at: Timestamp, wait: &WaitStart) {
        let lane = Lane::Queue(wait.place.queue);
        self.end_all(at, |stay| stay.kind == StayKind::Wait);
        let kind = match wait.cause {
            // Told by the move itself.
            WaitCause::Opened
            | WaitCause::Transfer(_)
            | WaitCause::Escalation(_)
            | WaitCause::Return(_) => None,
            WaitCause::Unanswered(_)
            | WaitCause::Fallback
            | WaitCause::OutOfHours
            | WaitCause::FallbackBack => Some(MoveKind::Fallback),
            WaitCause::AgentLost(_)
            | WaitCause::AgentWentOffline(_)
            | WaitCause::AgentRemoved(_)
            | WaitCause::OwnerHadNoRoom(_)
            | WaitCause::OwnerLeft(_)
            | WaitCause::RequeuedBy(_) => Some(MoveKind::Requeue),
        };
        if let Some(kind) = kind {
            self.at_once(at, kind, lane);
        }
        self.holder = Some((lane, wait.place));
        self.stay(at, lane, StayKind::Wait);
    }

    /// An agent owns it from here.
    fn assign(&mut self, at: Timestamp, agent: AgentId, place: Place, cause: AssignCause) {
        let lane = Lane::Agent(agent);
        self.end_all(at, |stay| stay.kind == StayKind::Wait);
        self.end(at, agent, StayKind::Receiver);
        if let AssignCause::TransferCompleted(handoff) = cause
            && let Some(open) = self.open(handoff)
        {
            // From one owner to the next, with no wait between.
            open.to = lane;
        }
        let kind = match cause {
            // Told by the transfer itself.
            AssignCause::TransferCompleted(_) | AssignCause::OwnerLost(_) => None,
            AssignCause::Accepted(_)
            | AssignCause::AutoAccepted
            | AssignCause::Pulled
            | AssignCause::AssignedBy { .. } => Some(MoveKind::Assignment),
            AssignCause::TransferReturned(_)
            | AssignCause::TransferRecalled(_)
            | AssignCause::Reconnected => Some(MoveKind::CameBack),
            AssignCause::MadeOwner { .. } | AssignCause::Inherited { .. } => {
                Some(MoveKind::Succession)
            }
            AssignCause::TakenOver { .. } => Some(MoveKind::TakeOver),
            AssignCause::HandedBack { .. } => Some(MoveKind::HandBack),
        };
        if let Some(kind) = kind {
            self.at_once(at, kind, lane);
        }
        self.holder = Some((lane, place));
        self.stay(at, lane, StayKind::Owner);
    }

    fn wake(&mut self, at: Timestamp) {
        let parked = self.stays.iter().find(|stay| stay.is_open(StayKind::Parked));
        if let Some(lane) = parked.map(|stay| stay.lane) {
            self.end_all(at, |stay| stay.kind == StayKind::Parked);
            self.stay(at, lane, StayKind::Owner);
        }
    }

    /// Wrap-up outlives it (invariant I11).
    fn close(&mut self, at: Timestamp, reason: CloseReason) {
        self.closed = Some((at, reason));
        self.end_all(at, |stay| stay.kind != StayKind::WrapUp);
    }

    fn transfer(&mut self, at: Timestamp, transfer: &TransferStart) {
        let warm = matches!(transfer.mode, TransferMode::Warm(_));
        let to = if warm { target(transfer.target) } else { Lane::Queue(transfer.place.queue) };
        self.moves.push(Move {
            warm,
            reason: transfer.reason.clone(),
            ..Move::asked(at, MoveKind::Transfer, transfer.handoff, transfer.from, to)
        });
    }

    fn escalation(&mut self, at: Timestamp, escalation: &EscalationStart) {
        let to = Lane::Queue(escalation.place.queue);
        self.moves.push(Move {
            reason: escalation.reason.clone(),
            ..Move::asked(at, MoveKind::Escalation, escalation.handoff, escalation.from, to)
        });
    }

    fn returning(&mut self, at: Timestamp, returning: &ReturnStart) {
        let to = Lane::Queue(returning.place.queue);
        self.moves.push(Move::asked(at, MoveKind::Return, returning.handoff, returning.from, to));
    }

    fn invitation(&mut self, at: Timestamp, invitation: &InvitationStart) {
        let to = target(invitation.target);
        self.moves.push(Move {
            reason: invitation.reason.clone(),
            ..Move::asked(at, MoveKind::Invitation, invitation.handoff, invitation.by, to)
        });
    }

    fn accepted(&mut self, at: Timestamp, handoff: HandoffId, agent: AgentId) {
        if let Some(open) = self.open(handoff) {
            open.accepted = Some(at);
            open.outcome = Outcome::Accepted;
            open.to = Lane::Agent(agent);
        }
    }

    fn settle(&mut self, at: Timestamp, handoff: HandoffId, outcome: Outcome) {
        if let Some(open) = self.open(handoff) {
            open.ended = Some(at);
            open.outcome = outcome;
        }
    }

    fn open(&mut self, handoff: HandoffId) -> Option<&mut Move> {
        self.moves.iter_mut().rfind(|one| one.handoff == Some(handoff) && one.ended.is_none())
    }

    /// Asked for and done in one step.
    fn at_once(&mut self, at: Timestamp, kind: MoveKind, to: Lane) {
        let Some((from, _)) = self.holder else { return };
        if from != to {
            self.moves.push(Move {
                kind,
                warm: false,
                handoff: None,
                from,
                to,
                asked: at,
                accepted: None,
                ended: Some(at),
                outcome: Outcome::Completed,
                reason: None,
            });
        }
    }

    fn begin(&mut self, at: Timestamp, agent: AgentId, kind: StayKind) {
        self.stay(at, Lane::Agent(agent), kind);
    }

    /// In the place where the conversation is.
    fn stay(&mut self, at: Timestamp, lane: Lane, kind: StayKind) {
        if let Some((_, place)) = self.holder {
            self.stays.push(Stay { lane, kind, place, from: at, until: None });
        }
    }

    fn end(&mut self, at: Timestamp, agent: AgentId, kind: StayKind) {
        self.end_all(at, |stay| stay.lane == Lane::Agent(agent) && stay.kind == kind);
    }

    fn end_all(&mut self, at: Timestamp, which: impl Fn(&Stay) -> bool) {
        let open = self.stays.iter_mut().filter(|stay| stay.until.is_none());
        open.filter(|stay| which(stay)).for_each(|stay| stay.until = Some(at));
    }
}

impl Stay {
    fn is_open(&self, kind: StayKind) -> bool {
        self.kind == kind && self.until.is_none()
    }
}

impl Move {
    fn asked(at: Timestamp, kind: MoveKind, handoff: HandoffId, from: AgentId, to: Lane) -> Self {
        Self {
            kind,
            warm: false,
            handoff: Some(handoff),
            from: Lane::Agent(from),
            to,
            asked: at,
            accepted: None,
            ended: None,
            outcome: Outcome::Pending,
            reason: None,
        }
    }
}

fn target(target: Target) -> Lane {
    match target {
        Target::Agent(agent) => Lane::Agent(agent),
        Target::Queue(queue) => Lane::Queue(queue),
    }
}
