//! Openings and closings of queues, in the order in which they fell due.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::{
    clock,
    config::Interval,
    decide::desk::by_system,
    desk::Answer,
    event::{Event, FailCause, TransferOutcome},
    ids::{HoursId, QueueId, Timestamp},
    rejection::Rejection,
    state::Seeker,
    turn::Turn,
};

/// The hours of the version in force, further ahead. Holidays entered meanwhile come with a new version.
pub fn renew(
    turn: &mut Turn<'_>,
    version: u32,
    hours: BTreeMap<HoursId, Vec<Interval>>,
) -> Result<Answer, Rejection> {
    by_system(turn)?;
    if version != turn.desk.rules().version {
        return Err(Rejection::StaleConfiguration);
    }
    catch_up(turn);
    turn.tell(Event::HoursRenewed { hours });
    follow(turn, turn.now);
    Ok(Answer::Done)
}

/// Every opening and closing that has passed.
pub fn catch_up(turn: &mut Turn<'_>) {
    while let Some((at, _)) = clock::of_hours(&turn.desk.state, turn.desk.rules())
        && at <= turn.now
    {
        follow(turn, at);
    }
}

/// Tells of each queue that is not as its hours say at a moment.
pub fn follow(turn: &mut Turn<'_>, at: Timestamp) {
    let (config, closed) = (turn.desk.rules(), &turn.desk.state.closed);
    let turned = |queue: &QueueId| config.is_open(*queue, at) == closed.contains_key(queue);
    let turned: Vec<QueueId> = config.queues.keys().copied().filter(turned).collect();
    for queue in turned {
        if turn.desk.is_open(queue) { close(turn, queue, at) } else { open(turn, queue, at) }
    }
}

/// A warm transfer or an invitation to it fails at once: the visitor is with somebody.
fn close(turn: &mut Turn<'_>, queue: QueueId, at: Timestamp) {
    let serves_until = at.after(turn.desk.rules().settings.closing_grace_ms);
    turn.tell(Event::QueueClosed { queue, at, serves_until });
    let failed = TransferOutcome::Failed(FailCause::QueueClosed);
    for Seeker { conversation: id, invitation } in turn.desk.line_of(queue) {
        if let Some(handoff) = invitation {
            turn.end_invitation(id, handoff, failed);
        } else if turn.desk.conversation(id).is_some_and(|c| c.owner().is_some()) {
            turn.end_transfer(id, failed);
        }
    }
}

fn open(turn: &mut Turn<'_>, queue: QueueId, at: Timestamp) {
    turn.tell(Event::QueueOpened { queue, at });
    for seeker in turn.desk.line_of(queue) {
        if turn.desk.seeking(seeker).is_some_and(|seeking| seeking.is_out_of_hours()) {
            turn.tell(Event::WaitResumed { conversation: seeker.conversation });
        }
    }
}
