//! Raised hands, and supervisors who come, go and lose their connection.

use alloc::vec::Vec;

use crate::{
    command::AssistMode,
    desk::Desk,
    event::{Alert, HandEnd},
    ids::{AgentId, BodyId, ConversationId, Timestamp},
    state::{Assist, Hand, LeftMessage, StoppedMove},
};

impl Desk {
    pub(super) fn hand_raised(&mut self, id: ConversationId, hand: Hand) {
        let note: Option<BodyId> = hand.note;
        self.named(note);
        self.change(id, |c| c.hand = Some(hand));
    }

    /// Whoever answers a hand also answers for the move it may have been raised for.
    pub(super) fn hand_lowered(&mut self, id: ConversationId, end: HandEnd) {
        self.change(id, |c| {
            c.hand = None;
            if let (HandEnd::TakenBy(_), Some(StoppedMove::Asked { .. })) = (end, c.stopped) {
                c.stopped = Some(StoppedMove::Answered);
            }
        });
    }

    pub(super) fn supervisors_alerted(&mut self, id: ConversationId, alert: Alert) {
        match alert {
            Alert::HandUnanswered => self.change(id, |c| {
                if let Some(hand) = &mut c.hand {
                    hand.alert_at = None;
                }
            }),
            Alert::MessageUnanswered => self.change(id, |c| {
                c.message = c.message.map(|left| LeftMessage { alert_at: None, ..left });
            }),
            Alert::OnlyAgentUnwilling
            | Alert::NobodyCame
            | Alert::Quarantined
            | Alert::MoveUnanswered => {}
        }
    }

    pub(super) fn supervisor_entered(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        mode: AssistMode,
        at: Timestamp,
    ) {
        let ends = at.after(self.rules().settings.supervisor_lost_ms);
        let lost_ends = (!self.is_connected(agent)).then_some(ends);
        self.change(id, |c| {
            c.supervisors.insert(agent, Assist { mode, since: at, lost_ends });
            if mode == AssistMode::Join {
                c.helpers.insert(agent);
            }
        });
    }

    pub(super) fn assist_mode_changed(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        to: AssistMode,
    ) {
        self.change(id, |c| {
            if let Some(assist) = c.supervisors.get_mut(&agent) {
                assist.mode = to;
            }
            if to == AssistMode::Join {
                c.helpers.insert(agent);
            }
        });
    }

    /// A supervisor lost the connection, or has it again: in every conversation they are in as such.
    pub(super) fn redate_assists(&mut self, agent: AgentId, lost_ends: Option<Timestamp>) {
        let Some(work) = self.index.work.get(&agent) else { return };
        let theirs: Vec<ConversationId> = work.conversations.keys().copied().collect();
        for id in theirs {
            if self.conversation(id).is_some_and(|c| c.supervisors.contains_key(&agent)) {
                self.redate(id, |c| {
                    if let Some(assist) = c.supervisors.get_mut(&agent) {
                        assist.lost_ends = lost_ends;
                    }
                });
            }
        }
    }
}
