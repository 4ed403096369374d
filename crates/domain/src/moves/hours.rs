//! Closed queues: what becomes of those who wait in one, and who may be sent to it.

use super::{
    Waiting,
    path::{Path, PathEnd},
};
use crate::{
    command::Actor,
    desk::Desk,
    event::{CloseReason, Event, FailCause, TransferOutcome, WaitCause},
    ids::{ConversationId, QueueId, Timestamp},
    state::{Seeker, Service},
    turn::Turn,
};

impl Turn<'_> {
    /// Ends a stay in a line whose time is over, whichever end came first. Whether it was.
    pub fn stay_over(&mut self, seeker: Seeker) -> bool {
        let Some(seeking) = self.desk.seeking(seeker) else { return false };
        let Some(spot) = seeking.spot else { return false };
        let (id, writes) = (seeker.conversation, seeking.shows_form());
        let (max_wait_ends, closes) = match spot.service {
            Service::Open => (spot.max_wait_ends, None),
            Service::Closing { until } => (spot.max_wait_ends, Some(until)),
            Service::Closed { .. } => return false,
        };
        let closes = closes.filter(|at| *at <= self.now);
        if closes.is_some_and(|at| at <= max_wait_ends) {
            self.closed_over(id);
        } else if max_wait_ends <= self.now && !writes {
            self.max_wait_over(seeker);
        } else if closes.is_some() {
            self.closed_over(id);
        } else {
            return false;
        }
        true
    }

    /// The queue is closed and serves it no longer: on to where its queue sends those, else the visitor is
    /// asked for a message.
    pub fn closed_over(&mut self, id: ConversationId) {
        self.end_transfer(id, TransferOutcome::Failed(FailCause::QueueClosed));
        let Some(conversation) = self.desk.conversation(id) else { return };
        let queue = conversation.place.queue;
        let first = self.desk.queue(queue).out_of_hours;
        let Path { messages, end } = self.desk.path(conversation, first, self.now);
        self.tell_stages(id, messages);
        match end {
            PathEnd::Place { place, cause, reserved } => {
                let back = cause == WaitCause::FallbackBack;
                let cause = if back { cause } else { WaitCause::OutOfHours };
                self.wait(id, place, cause, Waiting { reserved, ..Waiting::default() });
            }
            PathEnd::Close => self.close(id, CloseReason::OutOfHours, Actor::System, None),
            PathEnd::OfflineForm(_) | PathEnd::Nowhere => {
                let until = self.now.after(self.desk.rules().settings.offline_form_ms);
                let opens_at = self.desk.opens_at(queue);
                self.tell(Event::VisitorToldOutOfHours {
                    conversation: id,
                    queue,
                    until,
                    opens_at,
                });
            }
        }
    }
}

impl Desk {
    /// Whether a queue is within its hours.
    pub(crate) fn is_open(&self, queue: QueueId) -> bool {
        !self.state.closed.contains_key(&queue)
    }

    /// When a closed queue opens again, as far ahead as its hours are known.
    pub(crate) fn opens_at(&self, queue: QueueId) -> Option<Timestamp> {
        let config = self.rules();
        let hours = config.queue(queue).hours.and_then(|hours| config.hours.get(&hours));
        hours.filter(|_| !self.is_open(queue))?.next_open(self.state.hours_followed)
    }

    /// Whether a queue is open and has somebody online: worth sending anybody to unasked.
    pub(crate) fn takes(&self, queue: QueueId) -> bool {
        self.is_open(queue) && self.somebody_online(queue)
    }
}
