//! A conversation's path with the names of its things.

use domain::{command::AssistMode, config::AgentKind, event::TransferOutcome};
use protocol::http as wire;
use reports::flow::{Flow, Lane, Move, MoveKind, Outcome, Stay, StayKind};

use super::{ids::ToWire, names::Names, staff::close_reason};

/// None for a conversation of which the beginning is not there.
pub fn flow(flow: &Flow, names: &Names) -> Option<wire::Flow> {
    let lanes = flow.lanes();
    let number = |lane: Lane| lanes.iter().position(|one| *one == lane).unwrap_or_default() as u32;
    Some(wire::Flow {
        began_ms: flow.began?.0,
        closed: flow
            .closed
            .map(|(at, reason)| wire::FlowClosed { at_ms: at.0, reason: close_reason(reason) }),
        lanes: lanes.iter().map(|one| lane(*one, names)).collect(),
        stays: flow.stays.iter().map(|one| stay(one, number(one.lane), names)).collect(),
        moves: flow
            .moves
            .iter()
            .map(|one| passing(one, number(one.from), number(one.to), names))
            .collect(),
    })
}

fn lane(lane: Lane, names: &Names) -> wire::FlowLane {
    match lane {
        Lane::Queue(queue) => wire::FlowLane::Queue { queue: names.queue(queue) },
        Lane::Agent(agent) => {
            let known = names.config().agents.get(&agent);
            let bot = known.is_some_and(|agent| agent.kind == AgentKind::Bot);
            wire::FlowLane::Agent { agent: names.agent(agent), bot }
        }
    }
}

fn stay(stay: &Stay, lane: u32, names: &Names) -> wire::FlowStay {
    wire::FlowStay {
        lane,
        kind: match stay.kind {
            StayKind::Wait => wire::FlowStayKind::Wait,
            StayKind::Owner => wire::FlowStayKind::Owner,
            StayKind::Receiver => wire::FlowStayKind::Receiver,
            StayKind::Guest => wire::FlowStayKind::Guest,
            StayKind::Supervisor(AssistMode::Observe) => wire::FlowStayKind::Observe,
            StayKind::Supervisor(AssistMode::Whisper) => wire::FlowStayKind::Whisper,
            StayKind::Supervisor(AssistMode::Join) => wire::FlowStayKind::Join,
            StayKind::Parked => wire::FlowStayKind::Parked,
            StayKind::WrapUp => wire::FlowStayKind::WrapUp,
        },
        queue: names.queue(stay.place.queue),
        stage: names.stage(stay.place),
        tier: names.tier(stay.place),
        from_ms: stay.from.0,
        until_ms: stay.until.map(|until| until.0),
    }
}

fn passing(one: &Move, from: u32, to: u32, names: &Names) -> wire::FlowMove {
    wire::FlowMove {
        kind: match one.kind {
            MoveKind::Assignment => wire::FlowMoveKind::Assignment,
            MoveKind::Transfer => wire::FlowMoveKind::Transfer,
            MoveKind::Escalation => wire::FlowMoveKind::Escalation,
            MoveKind::Return => wire::FlowMoveKind::Return,
            MoveKind::Invitation => wire::FlowMoveKind::Invitation,
            MoveKind::TakeOver => wire::FlowMoveKind::TakeOver,
            MoveKind::HandBack => wire::FlowMoveKind::HandBack,
            MoveKind::Succession => wire::FlowMoveKind::Succession,
            MoveKind::Requeue => wire::FlowMoveKind::Requeue,
            MoveKind::Fallback => wire::FlowMoveKind::Fallback,
            MoveKind::CameBack => wire::FlowMoveKind::CameBack,
        },
        warm: one.warm,
        handoff: one.handoff.map(ToWire::wire),
        from,
        to,
        asked_ms: one.asked.0,
        accepted_ms: one.accepted.map(|accepted| accepted.0),
        ended_ms: one.ended.map(|ended| ended.0),
        outcome: match one.outcome {
            Outcome::Pending => wire::FlowOutcome::Pending,
            Outcome::Accepted => wire::FlowOutcome::Accepted,
            Outcome::Completed => wire::FlowOutcome::Completed,
            Outcome::Ended(TransferOutcome::Declined(_)) => wire::FlowOutcome::Declined,
            Outcome::Ended(TransferOutcome::Expired(_)) => wire::FlowOutcome::Expired,
            Outcome::Ended(TransferOutcome::Cancelled(_)) => wire::FlowOutcome::Cancelled,
            Outcome::Ended(TransferOutcome::Failed(_)) => wire::FlowOutcome::Failed,
        },
        reason: one.reason.as_deref().map(|code| names.reason(code)),
    }
}
