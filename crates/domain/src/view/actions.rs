//! What may be done with a conversation, and why not (rule R1: the screens render this and mirror no rule).

use alloc::{string::String, vec::Vec};

use super::Relation;
use crate::{
    Desk,
    command::AssistMode,
    config::{EscalationOption, Place},
    ids::{AgentId, ListId, QueueId},
    state::{Conversation, StoppedMove},
};

/// One button. `off` says why it cannot be pressed; actions that make no sense for the relation are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedAction {
    pub action: Action,
    pub off: Option<Because>,
    /// The ways on of [`Action::Escalate`]; none of any other.
    pub escalations: Vec<Escalation>,
}

/// One way on from a stage. How many are waiting there, and who is online, the directory says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    pub key: String,
    pub label: String,
    pub place: Place,
    pub tier: u8,
    /// Only these agents are eligible at first.
    pub list: Option<ListId>,
    pub reason_required: bool,
    pub note_required: bool,
    pub off: Option<Because>,
}

pub type AllowedActions = Vec<AllowedAction>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Reply,
    /// Also tags: what stays among the staff and moves nothing.
    Note,
    Transfer,
    CancelTransfer,
    RecallTransfer,
    CompleteTransfer,
    HandBack,
    Leave,
    Park,
    Wake,
    SetPriority,
    Close,
    Pull,
    /// Marks the message that was left as seen to.
    AnswerMessage,
    Assign,
    Requeue,
    EndWrapUp,
    ExtendWrapUp,
    // Assist
    RaiseHand,
    LowerHand,
    TakeHand,
    Observe,
    Whisper,
    Join,
    /// Says something in the whisper tab.
    WriteWhisper,
    TakeOver,
    AllowMove,
    // Pipelines
    Escalate,
    Return,

    // Conference
    Invite,
    CancelInvitation,
    RemoveGuest,
    MakeOwner,
    PassOwnership,
    /// What `Close` does, where others are there or on their way: asks for confirmation.
    CloseForEverybody,
}

/// Why something is not to be had. Shown in words by the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    TransferOpen,
    NoTransferOpen,
    AlreadyAccepted,
    NotAcceptedYet,
    Quarantined,
    Offline,
    Away,
    Disconnected,
    NotResponding,
    NoRoom,
    QueueClosed,
    NoMembers,
    /// An agent cannot be handed what they hold, nor a conversation go to where it is.
    AlreadyThere,
    InConversation(AgentId),
    /// Nobody owns it.
    NoOwner,
    /// Handed over too often.
    ChainBlocked,
    OnlyFinalQueue(QueueId),
    EdgeNotAllowed,
    AlreadyInvited,
    ConversationFull,
}

/// The buttons of everybody who stands to the conversation in this way. What depends on one person, their
/// free room or a second role, is not here: `decide` has the last word. `chain_off` says why an owner may move
/// it no further.
pub(super) fn allowed(
    desk: &Desk,
    conversation: &Conversation,
    relation: Relation,
    chain_off: Option<Because>,
) -> AllowedActions {
    let mut buttons = Buttons { desk, conversation, shown: Vec::new() };
    match relation {
        Relation::Owner => {
            buttons.on(Action::Reply);
            buttons.on(Action::Note);
            buttons.of_owner(chain_off);
            buttons.of_asking();
            buttons.of_parting();
        }
        Relation::Receiver => {
            buttons.on(Action::Reply);
            buttons.on(Action::Note);
            buttons.movable(Action::CompleteTransfer);
            buttons.movable(Action::HandBack);
        }
        Relation::Guest => {
            buttons.on(Action::Reply);
            buttons.on(Action::Note);
            buttons.movable(Action::Leave);
        }
        Relation::Sender => {
            buttons.movable(Action::RecallTransfer);
            if buttons.sender_wraps_up() {
                buttons.of_wrap_up(Standing::Alone);
            }
        }
        Relation::WrappingUp => buttons.of_wrap_up(Standing::Alone),
        Relation::Supervisor | Relation::QueueMember if conversation.is_closed() => {
            buttons.on(Action::AnswerMessage);
        }
        Relation::SupervisingWrapUp if conversation.is_closed() => {
            buttons.of_wrap_up(Standing::Supervising);
            buttons.on(Action::AnswerMessage);
        }
        Relation::Supervisor => buttons.of_bystander(),
        Relation::SupervisingSender => {
            buttons.movable(Action::RecallTransfer);
            if buttons.sender_wraps_up() {
                buttons.of_wrap_up(Standing::Supervising);
            }
            buttons.of_bystander();
        }
        Relation::SupervisingWrapUp => {
            buttons.of_wrap_up(Standing::Supervising);
            buttons.of_bystander();
        }
        Relation::Joined => {
            buttons.on(Action::Reply);
            buttons.on(Action::Note);
            buttons.on(Action::WriteWhisper);
            buttons.of_assist(Some(AssistMode::Join));
            buttons.of_supervisor();
        }
        Relation::Whispering => {
            buttons.on(Action::Note);
            buttons.on(Action::WriteWhisper);
            buttons.of_assist(Some(AssistMode::Whisper));
            buttons.of_supervisor();
        }
        Relation::Observing => {
            buttons.on(Action::Note);
            buttons.of_assist(Some(AssistMode::Observe));
            buttons.of_supervisor();
        }
        Relation::QueueMember => {
            // One relation stands for the members of every list it is in.
            let mut listed = conversation.seekings().filter(|seeking| seeking.spot.is_some());
            let spoken_for = listed.all(|seeking| seeking.is_spoken_for());
            let off = buttons.quarantined().or(spoken_for.then_some(Because::TransferOpen));
            buttons.add(Action::Pull, off);
        }
        // Accepting and declining belong to the offer.
        Relation::Offered => {}
    }
    buttons.shown
}

/// Whether somebody in after-contact work watches over the conversation as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Alone,
    Supervising,
}

struct Buttons<'a> {
    desk: &'a Desk,
    conversation: &'a Conversation,
    shown: AllowedActions,
}

impl Buttons<'_> {
    fn add(&mut self, action: Action, off: Option<Because>) {
        self.shown.push(AllowedAction { action, off, escalations: Vec::new() });
    }

    fn on(&mut self, action: Action) {
        self.add(action, None);
    }

    fn quarantined(&self) -> Option<Because> {
        self.conversation.quarantined.then_some(Because::Quarantined)
    }

    /// What moves a conversation; off while it is held for inspection.
    fn movable(&mut self, action: Action) {
        self.add(action, self.quarantined());
    }

    /// What an open transfer stands in the way of (invariant I2).
    fn without_transfer(&mut self, action: Action) {
        let open = self.conversation.handoff.is_some().then_some(Because::TransferOpen);
        self.add(action, self.quarantined().or(open));
    }

    /// The owner asks supervisors, answers their whispers, or gives back what was taken over.
    fn of_asking(&mut self) {
        let raise =
            if self.conversation.hand.is_some() { Action::LowerHand } else { Action::RaiseHand };
        self.movable(raise);
        if self.conversation.is_whispered_in() {
            self.on(Action::WriteWhisper);
        }
        if self.conversation.tenure().is_some_and(|tenure| tenure.taken_from.is_some()) {
            self.without_transfer(Action::HandBack);
        }
    }

    /// How a supervisor may be there, but for how they are.
    fn of_assist(&mut self, present: Option<AssistMode>) {
        if self.conversation.hand.is_some() {
            self.movable(Action::TakeHand);
            self.movable(Action::LowerHand);
        }
        let modes = [
            (AssistMode::Observe, Action::Observe),
            (AssistMode::Whisper, Action::Whisper),
            (AssistMode::Join, Action::Join),
        ];
        for (_, action) in modes.into_iter().filter(|(mode, _)| present != Some(*mode)) {
            self.movable(action);
        }
        if present.is_some() {
            self.movable(Action::Leave);
        }
        let nobodys = self.conversation.owner().is_none().then_some(Because::NoOwner);
        self.add(Action::TakeOver, nobodys);
        if let Some(StoppedMove::Asked { .. } | StoppedMove::Answered) = self.conversation.stopped {
            self.movable(Action::AllowMove);
        }
    }

    /// What a supervisor does for the owner, or over everybody's head.
    fn of_supervisor(&mut self) {
        if self.conversation.owner().is_some() {
            self.of_owner(None);
        } else {
            self.movable(Action::SetPriority);
        }
        self.on(Action::Assign);
        let in_line = self.conversation.owner().is_none() && !self.conversation.quarantined;
        self.add(Action::Requeue, in_line.then_some(Because::AlreadyThere));
        self.on(Action::Close);
    }

    /// What the owner does, and a supervisor for the owner.
    fn of_owner(&mut self, chain_off: Option<Because>) {
        let open = self.conversation.handoff.is_some().then_some(Because::TransferOpen);
        self.add(Action::Transfer, self.quarantined().or(open).or(chain_off));
        self.escalate(chain_off);
        if self.conversation.way_back().is_some() {
            self.without_transfer(Action::Return);
        }
        if self.conversation.handoff.is_some() {
            let pending = self.conversation.receiver().is_none().then_some(Because::NotAcceptedYet);
            self.movable(Action::CancelTransfer);
            self.add(Action::CompleteTransfer, self.quarantined().or(pending));
        }
        if self.conversation.parked().is_some() {
            self.movable(Action::Wake);
        } else {
            self.without_transfer(Action::Park);
        }
        self.movable(Action::SetPriority);
        self.of_conference();
    }

    /// Who else takes part, or might.
    fn of_conference(&mut self) {
        let full = self.conversation.people() >= self.desk.rules().settings.people_max as usize;
        let full = full.then_some(Because::ConversationFull);
        self.add(Action::Invite, self.quarantined().or(full));
        if self.conversation.open_invitations().next().is_some() {
            self.movable(Action::CancelInvitation);
        }
        if !self.conversation.guests.is_empty() {
            self.movable(Action::RemoveGuest);
            self.without_transfer(Action::MakeOwner);
        }
    }

    /// Nobody ends a chat that others are in, or on their way to, by the button that ends one's own part.
    fn of_parting(&mut self) {
        let conversation = self.conversation;
        if conversation.tenure().is_some_and(|tenure| tenure.succession.is_some()) {
            self.without_transfer(Action::PassOwnership);
        }
        if !conversation.is_shared() {
            self.without_transfer(Action::Close);
            return;
        }
        if conversation.receiver().is_some() {
            self.movable(Action::Leave);
        } else {
            self.without_transfer(Action::Leave);
        }
        self.without_transfer(Action::CloseForEverybody);
    }

    /// Where the stage has ways on. A way is off for what no clock can change.
    fn escalate(&mut self, chain_off: Option<Because>) {
        let options = self.desk.escalations(self.conversation);
        if options.is_empty() {
            return;
        }
        let open = self.conversation.handoff.is_some().then_some(Because::TransferOpen);
        self.add(Action::Escalate, self.quarantined().or(open).or(chain_off));
        let shown = options.iter().filter_map(|option| self.desk.escalation(option)).collect();
        if let Some(button) = self.shown.last_mut() {
            button.escalations = shown;
        }
    }

    /// A supervisor who takes no part.
    fn of_bystander(&mut self) {
        self.on(Action::Note);
        self.of_assist(None);
        self.of_supervisor();
    }

    fn sender_wraps_up(&self) -> bool {
        let sent = self.conversation.handoff.as_ref();
        sent.is_some_and(|handoff| self.conversation.wrap_ups.contains_key(&handoff.from))
    }

    /// Supervisors have their note among their own buttons.
    fn of_wrap_up(&mut self, standing: Standing) {
        if standing == Standing::Alone && !self.conversation.is_closed() {
            self.on(Action::Note);
        }
        self.on(Action::EndWrapUp);
        self.on(Action::ExtendWrapUp);
    }
}

impl Desk {
    /// An option as the button and the directory show it.
    pub(super) fn escalation(&self, option: &EscalationOption) -> Option<Escalation> {
        let place = self.rules().place_of(option.stage)?;
        let rules = self.place(place);
        Some(Escalation {
            key: option.key.clone(),
            label: option.label.clone(),
            place,
            tier: rules.tier(),
            list: option.list,
            reason_required: option.reason_required,
            note_required: option.note_required,
            off: rules.queue.members.is_empty().then_some(Because::NoMembers),
        })
    }
}
