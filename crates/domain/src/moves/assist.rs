//! Calling supervisors, and ending what they do in a conversation.

use alloc::string::String;

use crate::{
    command::ChosenStatus,
    config::HandRuleWhen,
    desk::Desk,
    event::{Alert, Event, HandCause, HandEnd, Hop, ReleaseCause, SupervisorLeave},
    ids::{AgentId, BodyId, ConversationId},
    state::Conversation,
    turn::Turn,
};

impl Turn<'_> {
    /// Calls the supervisors of the owner's teams and of the queue; all of them, where none of these is there.
    pub fn raise_hand(&mut self, id: ConversationId, cause: HandCause, note: Option<BodyId>) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let Some(owner) = conversation.owner().filter(|_| conversation.hand.is_none()) else {
            return;
        };
        let heard = self.desk.is_supervised(conversation);
        let alert_at = self.now.after(self.desk.rules().settings.hand_alert_ms);
        self.tell(Event::HandRaised { conversation: id, owner, cause, note, alert_at });
        if !heard {
            self.tell(Event::SupervisorsAlerted { conversation: id, alert: Alert::HandUnanswered });
        }
    }

    pub fn lower_hand(&mut self, id: ConversationId, end: HandEnd) {
        if self.desk.conversation(id).is_some_and(|conversation| conversation.hand.is_some()) {
            self.tell(Event::HandLowered { conversation: id, end });
        }
    }

    /// What the rule looks for is there.
    pub fn meet_rule(&mut self, id: ConversationId, rule: String) {
        let met = |c: &Conversation| c.quarantined || c.rules_met.contains(&rule);
        if self.desk.conversation(id).is_none_or(met) {
            return;
        }
        self.tell(Event::HandRuleMet { conversation: id, rule: rule.clone() });
        self.raise_hand(id, HandCause::Rule(rule), None);
    }

    /// A new owner: what was met while nobody owned it calls for help with them, and so may the length of the
    /// chain.
    pub fn meet_rules_of_owner(&mut self, id: ConversationId, hop: Hop) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        if let Some(rule) = conversation.rules_met.first().cloned() {
            self.raise_hand(id, HandCause::Rule(rule), None);
        }
        let rules = self.desk.rules();
        let long = self
            .desk
            .conversation(id)
            .is_some_and(|conversation| conversation.hops >= rules.settings.chain_warning);
        if hop == Hop::None || !long {
            return;
        }
        let on_warning =
            rules.hand_rules.iter().find(|rule| rule.when == HandRuleWhen::ChainWarning);
        if let Some(rule) = on_warning.map(|rule| rule.key.clone()) {
            self.meet_rule(id, rule);
        }
    }

    /// The hand goes down with the owner who raised it.
    pub fn lower_hand_of_owner(&mut self, id: ConversationId, cause: ReleaseCause) {
        let end = match cause {
            ReleaseCause::Closed => HandEnd::Closed,
            ReleaseCause::Transferred(_)
            | ReleaseCause::Escalated(_)
            | ReleaseCause::Returned(_)
            | ReleaseCause::HandedOver(_)
            | ReleaseCause::BecameGuest(_)
            | ReleaseCause::GaveTo(_)
            | ReleaseCause::LeftTo(_)
            | ReleaseCause::Left
            | ReleaseCause::Passed
            | ReleaseCause::Lost
            | ReleaseCause::WentOffline
            | ReleaseCause::Removed
            | ReleaseCause::NoRoomToWake
            | ReleaseCause::MovedBy(_)
            | ReleaseCause::TakenOver { .. }
            | ReleaseCause::HandedBack => HandEnd::OwnershipMoved,
        };
        self.lower_hand(id, end);
    }

    /// A supervisor is there as such no longer; nothing if they were not.
    pub fn end_assist(&mut self, id: ConversationId, agent: AgentId, cause: SupervisorLeave) {
        if let Some(mode) = self.desk.conversation(id).and_then(|c| c.assist_mode(agent)) {
            self.tell(Event::SupervisorLeft { conversation: id, agent, mode, cause });
        }
    }
}

impl Desk {
    /// Whether a supervisor of the conversation, other than its owner, is there to be called.
    fn is_supervised(&self, conversation: &Conversation) -> bool {
        self.index.overseers.iter().any(|agent| {
            conversation.owner() != Some(*agent)
                && self.supervises(*agent, conversation)
                && !self.is_lost(*agent)
                && (!self.is_agent(*agent) || self.is_signed_on(*agent))
        })
    }

    /// Whoever also works as an agent is not there once they have gone offline.
    fn is_signed_on(&self, agent: AgentId) -> bool {
        self.state.agents.get(&agent).is_some_and(|agent| agent.chosen != ChosenStatus::Offline)
    }
}
