//! The people of the restart test: each at a socket of their own, known by name.

use std::collections::BTreeMap;

use client::{Api, Patience, Staff, Visitor};
use domain::ids::{AgentId, ConversationId};
use protocol::{
    command::{Answer, Draft, OpenConversation, StaffCommand, VisitorCommand},
    http::{NewToken, NewVisitor, TokenMade, VisitorIdentity},
    ids,
};
use sim::story::Names;
use testkit::{Desk, PATIENCE};

/// Who takes part, and what they have open.
pub struct Cast {
    anybody: Api,
    admin: Api,
    pub names: Names,
    pub staff: BTreeMap<&'static str, Desk<Staff>>,
    pub visitors: BTreeMap<&'static str, Desk<Visitor>>,
}

impl Cast {
    pub fn new(url: &str, workspace: &str, token: &str, names: Names) -> Self {
        let anybody = Api::new(url, workspace).expect("an address");
        let anybody = anybody.with_patience(Patience(PATIENCE));
        let admin = anybody.with_token(token);
        Self { anybody, admin, names, staff: BTreeMap::new(), visitors: BTreeMap::new() }
    }

    /// Somebody signs in and is online.
    pub async fn comes(&mut self, agent: &'static str) {
        let asked = NewToken { agent: self.agent(agent), name: "test".into() };
        let made: TokenMade = self.admin.post("tokens", &asked).await.expect("a token");
        let mut desk = Desk::open(self.anybody.with_token(&made.token)).await;
        desk.go_online().await;
        self.staff.insert(agent, desk);
    }

    /// A visitor comes, and opens the conversation of the same name.
    pub async fn opens(&mut self, visitor: &'static str, opening: OpenConversation) {
        let made: VisitorIdentity =
            self.anybody.post("visitors", &NewVisitor::default()).await.expect("a visitor");
        let id = self.names.meet(visitor);
        assert_eq!(id.0, made.visitor.0, "visitors are numbered as they come");
        let mut desk = Desk::open(self.anybody.with_token(&made.token)).await;
        let opened = desk.done(VisitorCommand::OpenConversation(opening)).await;
        let Answer::Opened { conversation, .. } = opened else { panic!("not {opened:?}") };
        self.names.opened(ConversationId(conversation.0), id);
        self.visitors.insert(visitor, desk);
    }

    /// A visitor comes and is with an agent.
    pub async fn talks(&mut self, visitor: &'static str, opening: OpenConversation, to: &str) {
        self.opens(visitor, opening).await;
        let conversation = self.conversation(visitor);
        self.at(to).accept(conversation).await;
    }

    /// An agent writes to a visitor; what was acknowledged.
    pub async fn writes(&mut self, agent: &str, visitor: &str, text: &str) -> Answer {
        let conversation = self.conversation(visitor);
        let message = Draft { text: text.into(), files: Vec::new() };
        let audience = protocol::command::Audience::Everybody;
        self.at(agent).done(StaffCommand::PostMessage { conversation, audience, message }).await
    }

    pub async fn does(&mut self, agent: &str, command: StaffCommand) {
        self.at(agent).done(command).await;
    }

    pub fn at(&mut self, agent: &str) -> &mut Desk<Staff> {
        self.staff.get_mut(agent).expect("somebody who came")
    }

    pub fn visitor(&mut self, visitor: &str) -> &mut Desk<Visitor> {
        self.visitors.get_mut(visitor).expect("somebody who came")
    }

    pub fn agent(&self, key: &str) -> ids::AgentId {
        let AgentId(id) = self.names.agent_named(key).expect("an agent of the document");
        ids::AgentId(id)
    }

    pub fn queue(&self, key: &str) -> ids::QueueId {
        ids::QueueId(self.names.queue_named(key).expect("a queue of the document").0)
    }

    pub fn conversation(&self, visitor: &str) -> ids::ConversationId {
        let named = self.names.conversation_named(visitor).expect("it was opened");
        ids::ConversationId(named.0)
    }
}

/// A conversation in a queue, without words.
pub fn in_queue(queue: &str) -> OpenConversation {
    OpenConversation { queue: Some(queue.into()), ..OpenConversation::default() }
}

pub fn in_pipeline(pipeline: &str) -> OpenConversation {
    OpenConversation { pipeline: Some(pipeline.into()), ..OpenConversation::default() }
}
