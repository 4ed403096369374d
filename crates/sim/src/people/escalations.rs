//! Moving up and back along a pipeline, and what visitors say of it afterwards.

use domain::{
    command::{Actor, Command, Confirmed, Note},
    config::StageKind,
    event::Event,
    ids::ConversationId,
    state::Conversation,
};

use super::{Crowd, Plan as Planned, View, visitors};
use crate::dice::Spread;

impl Crowd {
    pub(super) fn raters_hear(&mut self, event: &Event, scene: &mut View<'_>) {
        if let Event::SurveyAsked { conversation, .. } = event
            && self.dice.chance(0.6)
        {
            let pause = self.dice.draw(Spread::Between(2_000, 120_000));
            let plan = visitors::Plan::Rate { conversation: *conversation };
            scene.plan(pause, Planned::Visitor(plan));
        }
    }

    pub(super) fn rate(&mut self, conversation: ConversationId, scene: &mut View<'_>) {
        if let Some(visitor) = self.visitors.get(&conversation).copied() {
            // Now and then six of five.
            let rating = 1 + (self.dice.unit() * 6.0) as u8;
            let comment = String::new();
            let answer = Command::AnswerSurvey { conversation, rating, comment };
            scene.ask(Actor::Visitor(visitor), answer);
        }
    }

    /// Along an option of the stage, mostly one that there is, and with what it asks for.
    pub(super) fn escalation(&mut self, found: &Conversation) -> Option<Command> {
        let stage = found.place.stage.and_then(|stage| self.config.stages.get(&stage));
        let mut options: Vec<String> = Vec::new();
        if let Some(StageKind::Connect(connect)) = stage.map(|stage| &stage.kind) {
            options.extend(connect.escalations.iter().map(|option| option.key.clone()));
        }
        let named = self.dice.chance(0.85);
        let option = if self.dice.chance(0.05) {
            Some("nowhere".to_owned())
        } else {
            self.dice.pick(&options).filter(|_| named).cloned()
        };
        let reason = self.config.reasons.first().map(|reason| reason.code.clone());
        let reason = reason.filter(|_| self.dice.chance(0.8));
        let text = if self.dice.chance(0.8) { "Beyond the first line" } else { "" };
        let note = Note { text: text.to_owned(), ..Note::default() };
        let confirmed = if self.dice.chance(0.6) { Confirmed::Yes } else { Confirmed::No };
        Some(Command::Escalate { conversation: found.id, option, reason, note, confirmed })
    }

    pub(super) fn give_back(conversation: ConversationId) -> Command {
        let note = Note { text: "It was the old router".to_owned(), ..Note::default() };
        Command::Return { conversation, note }
    }
}
