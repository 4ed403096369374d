//! What an event says of the pace of a queue. Looks at the conversation as it was before the event.

use crate::{
    config::Place,
    desk::Desk,
    event::{CloseReason, Event},
    ids::Timestamp,
    state::{Conversation, QueuePace, Window},
};

impl Desk {
    pub(super) fn note_pace(&mut self, event: &Event, at: Timestamp) {
        let Some(conversation) = event.conversation().and_then(|id| self.conversation(id)) else {
            return;
        };
        let ended = Note::of_wait(event, conversation, at).map(|note| (conversation.place, note));
        let learned = Note::of(event, conversation, at);
        for (place, note) in ended.into_iter().chain(learned) {
            let tier = self.place(place).tier();
            note.enter(self.state.paces.entry(place.queue).or_default(), tier, at);
        }
    }
}

/// One thing learned of a queue and tier.
enum Note {
    Joined { priority: u8 },
    Asked { ms: u64, accepted: bool },
    Waited { ms: u64, left: bool },
    Held { ms: u64, wraps_up: bool },
    WrappedUp { ms: u64 },
}

impl Note {
    /// How a wait ended, if it did.
    fn of_wait(event: &Event, conversation: &Conversation, at: Timestamp) -> Option<Self> {
        let ms = at.since(conversation.wait()?.spot.since);
        if matches!(event, Event::AgentAssigned { .. } | Event::WaitStarted { .. }) {
            Some(Self::Waited { ms, left: false })
        } else if let Event::ConversationClosed { reason, .. } = event {
            let left = matches!(reason, CloseReason::Visitor | CloseReason::VisitorGone);
            Some(Self::Waited { ms, left })
        } else {
            None
        }
    }

    fn of(event: &Event, conversation: &Conversation, at: Timestamp) -> Option<(Place, Self)> {
        // An offer of an invitation says nothing of how long the line waits.
        let asked = |of, accepted| {
            let offer = conversation.offer.as_ref().filter(|offer| offer.id == of)?;
            Some((conversation.next_place(), Self::Asked { ms: at.since(offer.made_at), accepted }))
        };
        if let Event::WaitStarted { wait, .. } = event {
            Some((wait.place, Self::Joined { priority: wait.priority }))
        } else if let Event::OfferAccepted { offer, .. } = event {
            asked(*offer, true)
        } else if let Event::OfferDeclined { offer, .. } | Event::OfferEnded { offer, .. } = event {
            asked(*offer, false)
        } else if let Event::AgentReleased { wrap_up, .. } = event {
            // A parked stay held no room.
            let tenure = conversation.tenure().filter(|tenure| tenure.parked.is_none())?;
            let wraps_up = wrap_up.is_some_and(|plan| plan.weight > 0);
            Some((conversation.place, Self::Held { ms: at.since(tenure.since), wraps_up }))
        } else if let Event::WrapUpEnded { agent, .. } = event {
            let wrap_up = conversation.wrap_ups.get(agent).filter(|w| w.plan.weight > 0)?;
            Some((wrap_up.place, Self::WrappedUp { ms: at.since(wrap_up.since) }))
        } else {
            None
        }
    }

    fn enter(self, queue: &mut QueuePace, tier: u8, at: Timestamp) {
        let pace = queue.tiers.entry(tier).or_default();
        match self {
            Self::Joined { priority } => {
                queue.joining.entry(priority).or_insert(Window::starting(at)).add(at)
            }
            Self::Asked { ms, accepted: true } => pace.asking.add(ms),
            Self::Asked { ms, accepted: false } => pace.asking.without(ms),
            Self::Waited { ms, left: true } => pace.patience.add(ms),
            Self::Waited { ms, left: false } => pace.patience.without(ms),
            Self::Held { ms, wraps_up } => {
                pace.holding.add(ms);
                if !wraps_up {
                    pace.wrap_up.add(0);
                }
            }
            Self::WrappedUp { ms } => pace.wrap_up.add(ms),
        }
    }
}
