//! What somebody sees who looks; it changes nothing.

use domain::{
    command::Body,
    event::Event,
    ids::{AgentId, ConversationId},
    view::Viewer,
};

use super::{
    super::{script::Sight, show},
    Player,
};
use crate::secrecy::STAFF_MARK;

impl Player {
    pub(super) fn look(&mut self, who: &str, at: &Sight) -> Result<(), String> {
        let viewer = match self.names.agent_named(who) {
            Some(agent) => Viewer::Agent(agent),
            None => Viewer::Visitor(self.names.meet(who)),
        };
        let seen = match (at, viewer) {
            (Sight::Desk, _) => {
                let snapshot = self.desk.snapshot(viewer);
                snapshot.values().map(|object| show::object(object, &self.names)).collect()
            }
            (Sight::Conversation(name), _) => {
                let conversation = self.conversation(name)?;
                let object =
                    self.desk.object(viewer, domain::view::ObjectKey::Conversation(conversation));
                vec![object.map_or_else(
                    || "nothing".to_owned(),
                    |object| show::object(&object, &self.names),
                )]
            }
            (Sight::Completions(conversation, line), Viewer::Agent(agent)) => {
                match self.desk.completions(self.conversation(conversation)?, agent, line) {
                    Some(found) => found.iter().map(|c| show::completion(c, &self.names)).collect(),
                    None => vec!["nothing".to_owned()],
                }
            }
            (Sight::Targets(name), Viewer::Agent(agent)) => {
                match self.desk.directory(self.conversation(name)?, agent, self.now) {
                    Some(directory) => show::directory(&directory, &self.names),
                    None => vec!["nothing".to_owned()],
                }
            }
            (Sight::Verdict { conversation, agent }, Viewer::Agent(_)) => {
                let verdict =
                    self.desk.explain(self.conversation(conversation)?, self.agent(agent)?);
                vec![verdict.map_or_else(
                    || "nothing".to_owned(),
                    |verdict| show::verdict(verdict, &self.names),
                )]
            }
            (Sight::Reading(name), Viewer::Agent(agent)) => {
                let may = self.desk.may_read(agent, self.conversation(name)?);
                vec![if may { "may read" } else { "may not read" }.to_owned()]
            }
            (Sight::Messages(name), Viewer::Agent(agent)) => {
                self.messages(self.conversation(name)?, agent)
            }
            (
                Sight::Completions(..)
                | Sight::Targets(_)
                | Sight::Verdict { .. }
                | Sight::Reading(_)
                | Sight::Messages(_),
                Viewer::Visitor(_),
            ) => {
                return Err(format!("`{who}` is a visitor and cannot look at that"));
            }
        };
        for line in seen {
            self.tell(format!("{who} sees {line}"));
        }
        Ok(())
    }

    fn messages(&self, conversation: ConversationId, agent: AgentId) -> Vec<String> {
        let theirs = self.journal.iter().map(|record| &record.event).filter(|event| {
            event.conversation() == Some(conversation) && self.desk.is_line_for(agent, event)
        });
        let message = |event: &Event| {
            let Event::MessagePosted { body, audience, .. } = event else { return None };
            let Some(Body::Text(text)) = self.bodies.get(body) else { return None };
            Some(format!("to {audience:?}: {text}").replace(&format!(" {STAFF_MARK}"), ""))
        };
        theirs.filter_map(message).collect()
    }
}
