//! The objects on an agent's desk.

use domain::{
    command::{AssistMode, ChosenStatus, Completion, OnUnanswered, TransferMode},
    config::Roles,
    event::{CloseReason, HandCause, HandoffKind},
    ids::AgentId,
    state::StoppedMove,
    view::{
        Relation,
        staff::{self as inner, AgentStatus, Role, Status, TransferState},
    },
};
use protocol::{command as wire_command, staff as wire};

use super::{Names, Texts, ToWire, actions, explain, waits};

pub fn you(agent: AgentId, roles: &Roles, names: &Names) -> wire::You {
    let Roles { agent: is_agent, supervises, admin, analyst } = roles;
    let held = [
        (*is_agent, wire::Role::Agent),
        (!supervises.is_empty(), wire::Role::Supervisor),
        (*admin, wire::Role::Admin),
        (*analyst, wire::Role::Analyst),
    ];
    let name = names.agent(agent);
    let roles = held.into_iter().filter(|(held, _)| *held).map(|(_, role)| role).collect();
    wire::You { agent: name.id, name: name.name, roles }
}

pub fn me(me: &inner::Me, names: &Names) -> wire::Me {
    let name = names.agent(me.agent);
    wire::Me {
        id: name.id,
        name: name.name,
        chosen: match me.chosen {
            ChosenStatus::Online => wire::ChosenStatus::Online,
            ChosenStatus::TransferOnly => wire::ChosenStatus::TransferOnly,
            ChosenStatus::Away => wire::ChosenStatus::Away,
            ChosenStatus::Offline => wire::ChosenStatus::Offline,
        },
        status: status(me.status),
        reason: me.reason.clone(),
        load: me.load,
        capacity: me.capacity,
        wrap_ups: me
            .wrap_ups
            .iter()
            .map(|wrap_up| wire::WrapUp {
                conversation: wrap_up.conversation.wire(),
                queue: names.queue(wrap_up.place.queue),
                since_ms: wrap_up.since.0,
                until_ms: wrap_up.until.0,
            })
            .collect(),
    }
}

pub fn status(status: AgentStatus) -> wire::AgentStatus {
    match status {
        AgentStatus::Online => wire::AgentStatus::Online,
        AgentStatus::TransferOnly => wire::AgentStatus::TransferOnly,
        AgentStatus::Away => wire::AgentStatus::Away,
        AgentStatus::Offline => wire::AgentStatus::Offline,
        AgentStatus::NotResponding => wire::AgentStatus::NotResponding,
        AgentStatus::Disconnected => wire::AgentStatus::Disconnected,
    }
}

pub fn offer(offer: &inner::Offer, names: &Names, texts: &Texts) -> wire::Offer {
    wire::Offer {
        id: offer.offer.wire(),
        conversation: offer.conversation.wire(),
        queue: names.queue(offer.place.queue),
        made_at_ms: offer.made_at.0,
        expires_at_ms: offer.expires_at.0,
        broadcast: offer.broadcast,
        transfer: offer.transfer.as_ref().map(|open| transfer(open, names, texts)),
        invitation: offer.invitation.as_ref().map(|open| invitation(open, names, texts)),
        why: explain::explanation(&offer.explanation, names),
    }
}

pub fn conversation(
    view: &inner::Conversation,
    names: &Names,
    texts: &Texts,
) -> wire::Conversation {
    wire::Conversation {
        id: view.conversation.wire(),
        relation: relation(view.relation),
        status: match view.status {
            Status::Waiting => wire::ConversationStatus::Waiting,
            Status::Active => wire::ConversationStatus::Active,
            Status::Parked => wire::ConversationStatus::Parked,
            Status::Closed => wire::ConversationStatus::Closed,
        },
        visitor: wire::Visitor {
            id: view.visitor.wire(),
            connected: view.visitor_connected,
            attributes: texts.attributes(view.attributes),
        },
        previous: view.previous.map(ToWire::wire),
        pipeline: view.pipeline.and_then(|pipeline| names.pipeline(pipeline)),
        queue: names.queue(view.place.queue),
        stage: names.stage(view.place),
        tier: view.tier,
        priority: view.priority,
        tags: view.tags.clone(),
        hops: view.hops,
        opened_at_ms: view.opened_at.0,
        held_since_ms: view.held_since.0,
        owner: view.owner.map(|agent| {
            let name = names.agent(agent);
            wire::Owner { id: name.id, name: name.name, connected: view.owner_connected }
        }),
        participants: view
            .participants
            .iter()
            .map(|participant| self::participant(participant, names))
            .collect(),
        wait: view.wait.as_ref().map(|wait| wire::Wait {
            since_ms: wait.since.0,
            credit_ms: wait.credit_ms,
            reserved_for: wait.reserved_for.map(|agent| names.agent(agent)),
            place_in_line: wait.prediction.as_ref().map(waits::place_in_line),
            offered: wait.offered,
            choice_asked: wait.choice_asked,
            out_of_hours: wait.out_of_hours,
            list_first_until_ms: wait.list_first.map(|first| first.ends.0),
        }),
        transfer: view.transfer.as_ref().map(|open| transfer(open, names, texts)),
        invitations: view.invitations.iter().map(|open| invitation(open, names, texts)).collect(),
        pass_ends_ms: view.pass_ends.map(|at| at.0),
        quarantined: view.quarantined,
        hand: view.hand.as_ref().map(|hand| self::hand(hand, texts)),
        chain: view.chain.as_ref().map(|chain| self::chain(chain, names)),
        closed: view.closed.map(close_reason),
        rating: view.rating,
        message: view
            .message
            .map(|left| wire::LeftMessage { text: texts.text(left.body), alerted: left.alerted }),
        actions: actions::allowed(&view.actions, names),
    }
}

fn participant(participant: &inner::Participant, names: &Names) -> wire::Participant {
    wire::Participant {
        agent: names.agent(participant.agent),
        role: match participant.role {
            Role::Owner => wire::ParticipantRole::Owner,
            Role::Receiver => wire::ParticipantRole::Receiver,
            Role::Guest => wire::ParticipantRole::Guest,
            Role::Supervisor(_) => wire::ParticipantRole::Supervisor,
        },
        mode: match participant.role {
            Role::Supervisor(mode) => Some(assist_mode(mode)),
            Role::Owner | Role::Receiver | Role::Guest => None,
        },
        since_ms: participant.since.0,
    }
}

pub fn assist_mode(mode: AssistMode) -> wire_command::AssistMode {
    match mode {
        AssistMode::Observe => wire_command::AssistMode::Observe,
        AssistMode::Whisper => wire_command::AssistMode::Whisper,
        AssistMode::Join => wire_command::AssistMode::Join,
    }
}

fn hand(hand: &inner::Hand, texts: &Texts) -> wire::Hand {
    let (cause, rule) = match &hand.cause {
        HandCause::Asked => (wire::HandCause::Asked, None),
        HandCause::Rule(key) => (wire::HandCause::Rule, Some(key.clone())),
        HandCause::ChainLimit => (wire::HandCause::ChainLimit, None),
    };
    wire::Hand {
        cause,
        rule,
        note: hand.note.map(|body| texts.text(body)),
        since_ms: hand.since.0,
        alerted: hand.alerted,
    }
}

pub fn chain(chain: &inner::Chain, names: &Names) -> wire::Chain {
    let stopped = chain.stopped.map(|stopped| match stopped {
        StoppedMove::Asked { .. } => wire::StoppedMove::Asked,
        StoppedMove::Answered => wire::StoppedMove::Answered,
        StoppedMove::Allowed => wire::StoppedMove::Allowed,
    });
    let owner = |(agent, until): &(_, domain::ids::Timestamp)| wire::FormerOwner {
        agent: names.agent(*agent),
        until_ms: until.0,
    };
    wire::Chain {
        owners: chain.owners.iter().map(owner).collect(),
        looped: chain.looped,
        limit_reached: chain.limit_reached,
        stopped,
        allowed_at_ms: match chain.stopped {
            Some(StoppedMove::Asked { until }) => Some(until.0),
            Some(StoppedMove::Answered | StoppedMove::Allowed) | None => None,
        },
    }
}

fn transfer(transfer: &inner::Transfer, names: &Names, texts: &Texts) -> wire::Transfer {
    let Mode { kind, mode, complete, on_unanswered } = self::mode(&transfer.kind);
    let (state, accepted) = match transfer.state {
        TransferState::Pending => (wire::TransferState::Pending, None),
        TransferState::Accepted { by, at } => (wire::TransferState::Accepted, Some((by, at))),
    };
    wire::Transfer {
        id: transfer.handoff.wire(),
        from: names.agent(transfer.from),
        target: names.target(transfer.target),
        kind,
        mode,
        complete,
        on_unanswered,
        state,
        accepted_by: accepted.map(|(by, _)| names.agent(by)),
        accepted_at_ms: accepted.map(|(_, at)| at.0),
        queue: names.queue(transfer.place.queue),
        from_queue: names.queue(transfer.from_place.queue),
        reason: transfer.reason.clone(),
        note: texts.note(transfer.note),
        started_at_ms: transfer.started_at.0,
        place_in_line: transfer.prediction.as_ref().map(waits::place_in_line),
    }
}

fn invitation(invitation: &inner::Invitation, names: &Names, texts: &Texts) -> wire::Invitation {
    wire::Invitation {
        id: invitation.handoff.wire(),
        by: names.agent(invitation.by),
        target: names.target(invitation.target),
        queue: names.queue(invitation.place.queue),
        reason: invitation.reason.clone(),
        note: texts.note(invitation.note),
        started_at_ms: invitation.started_at.0,
    }
}

/// A handoff's kind, taken apart as the wire says it.
pub struct Mode {
    pub kind: wire::HandoffKind,
    pub mode: wire_command::TransferMode,
    pub complete: Option<wire_command::Completion>,
    pub on_unanswered: Option<wire_command::OnUnanswered>,
}

pub fn mode(kind: &HandoffKind) -> Mode {
    let cold = |kind| Mode {
        kind,
        mode: wire_command::TransferMode::Cold,
        complete: None,
        on_unanswered: None,
    };
    match kind {
        HandoffKind::Escalation { .. } => cold(wire::HandoffKind::Escalation),
        HandoffKind::Return => cold(wire::HandoffKind::Return),
        HandoffKind::Transfer(TransferMode::Warm(completion)) => Mode {
            kind: wire::HandoffKind::Transfer,
            mode: wire_command::TransferMode::Warm,
            complete: Some(match completion {
                Completion::Introduced => wire_command::Completion::Introduced,
                Completion::OnAccept => wire_command::Completion::OnAccept,
                Completion::OnAcceptAndLeave => wire_command::Completion::OnAcceptAndLeave,
            }),
            on_unanswered: None,
        },
        HandoffKind::Transfer(TransferMode::Cold(then)) => Mode {
            kind: wire::HandoffKind::Transfer,
            mode: wire_command::TransferMode::Cold,
            complete: None,
            on_unanswered: Some(match then {
                OnUnanswered::Return => wire_command::OnUnanswered::Return,
                OnUnanswered::Queue => wire_command::OnUnanswered::Queue,
                OnUnanswered::Park => wire_command::OnUnanswered::Park,
            }),
        },
    }
}

fn relation(relation: Relation) -> wire::Relation {
    match relation {
        Relation::Owner => wire::Relation::Owner,
        Relation::Receiver => wire::Relation::Receiver,
        Relation::Guest => wire::Relation::Guest,
        Relation::Joined => wire::Relation::Joined,
        Relation::Whispering => wire::Relation::Whispering,
        Relation::Observing => wire::Relation::Observing,
        Relation::Offered => wire::Relation::Offered,
        Relation::Sender | Relation::SupervisingSender => wire::Relation::Sender,
        Relation::WrappingUp => wire::Relation::WrappingUp,
        // Their own after-contact work stands in their own object.
        Relation::Supervisor | Relation::SupervisingWrapUp => wire::Relation::Supervisor,
        Relation::QueueMember => wire::Relation::QueueMember,
    }
}

pub fn close_reason(reason: CloseReason) -> wire::CloseReason {
    match reason {
        CloseReason::Agent => wire::CloseReason::Agent,
        CloseReason::Visitor => wire::CloseReason::Visitor,
        CloseReason::VisitorIdle => wire::CloseReason::VisitorIdle,
        CloseReason::VisitorGone => wire::CloseReason::VisitorGone,
        CloseReason::WaitTimeout => wire::CloseReason::WaitTimeout,
        CloseReason::MessageLeft => wire::CloseReason::MessageLeft,
        CloseReason::OutOfHours => wire::CloseReason::OutOfHours,
        CloseReason::Supervisor => wire::CloseReason::Supervisor,
        CloseReason::Erased => wire::CloseReason::Erased,
    }
}
