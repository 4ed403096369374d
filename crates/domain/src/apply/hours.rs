//! Queues that open and close, and what that is to those who stand in their lines.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::{
    clock, config,
    config::Interval,
    desk::Desk,
    ids::{ConversationId, HoursId, QueueId, Timestamp},
    index::LineKey,
    state::{ChoiceAsked, Holder, Seeker, Service},
};

impl Desk {
    pub(super) fn hours_renewed(
        &mut self,
        renewed: &BTreeMap<HoursId, Vec<Interval>>,
        at: Timestamp,
    ) {
        self.change_hours(|desk| {
            desk.state.hours_followed = at;
            let hours = desk.state.config.iter_mut().flat_map(|config| &mut config.hours);
            for (id, hours) in hours {
                if let Some(open) = renewed.get(id) {
                    hours.open.clone_from(open);
                }
            }
        });
    }

    pub(super) fn queue_closed(&mut self, queue: QueueId, at: Timestamp, serves_until: Timestamp) {
        self.change_hours(|desk| {
            desk.state.closed.insert(queue, serves_until);
            desk.state.hours_followed = at;
        });
        for seeker in self.line_of(queue) {
            self.change_wait(seeker.conversation, |wait| {
                if wait.spot.service == Service::Open {
                    wait.spot.service = Service::Closing { until: serves_until };
                }
            });
        }
    }

    /// Whoever was told that it is closed is told otherwise by an event of their own.
    pub(super) fn queue_opened(&mut self, queue: QueueId, at: Timestamp) {
        self.change_hours(|desk| {
            desk.state.closed.remove(&queue);
            desk.state.hours_followed = at;
        });
        for seeker in self.line_of(queue) {
            self.change_wait(seeker.conversation, |wait| {
                if let Service::Closing { .. } = wait.spot.service {
                    wait.spot.service = Service::Open;
                }
            });
        }
    }

    pub(super) fn told_out_of_hours(
        &mut self,
        id: ConversationId,
        until: Timestamp,
        opens_at: Option<Timestamp>,
        at: Timestamp,
    ) {
        self.change_wait(id, |wait| {
            wait.spot.service = Service::Closed { opens_at };
            wait.choice = Some(ChoiceAsked { at, open: false, form_ends: Some(until) });
            wait.still_searching_at = None;
        });
    }

    /// Its credit stays; what counts from the start of a wait starts again.
    pub(super) fn wait_resumed(&mut self, id: ConversationId, at: Timestamp) {
        let Some(conversation) = self.conversation(id) else { return };
        let place = conversation.place;
        let fresh = self.plain_spot(place, at);
        let still_searching_at = Some(at.after(self.place(place).still_searching_ms()));
        self.change(id, |c| {
            if let Holder::Queue(wait) = &mut c.holder {
                wait.spot.service = Service::Open;
                wait.spot.max_wait_ends = fresh.max_wait_ends;
                wait.spot.fruitless = false;
                wait.choice = None;
                wait.still_searching_at = still_searching_at;
            }
        });
    }

    pub(crate) fn line_of(&self, queue: QueueId) -> Vec<Seeker> {
        let line = self.index.lines.get(&queue).into_iter();
        line.flat_map(|line| &line.standing).map(LineKey::seeker).collect()
    }

    /// Changes who is open until when, and the one deadline that follows from it.
    fn change_hours(&mut self, change: impl FnOnce(&mut Self)) {
        let due = |desk: &Self| {
            clock::of_hours(&desk.state, desk.state.config.as_ref().unwrap_or(&config::NONE))
        };
        let before = due(self);
        change(self);
        let after = due(self);
        self.index.redate(before.as_slice(), after.as_slice());
    }
}
