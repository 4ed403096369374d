//! What differs between the two sockets: their frames, and what a viewer's lines are.

use std::future::Future;

use bytes::Bytes;
use domain::{
    command::{Actor, Command},
    ids::{AgentId, ConversationId, FileId, OfferId, VisitorId},
    view::{Object, Snapshot, Viewer, follows},
};
use protocol::{
    frame::{Hello, ObjectKey, StaffClientFrame, VisitorClientFrame},
    problem::{Code, Problem},
    staff, visitor,
};
use serde::{Serialize, de::DeserializeOwned};
use store::{Draft, Records, StoreError};
use uuid::Uuid;

use crate::{
    app::App,
    callers::{Identity, roles},
    error::ApiResult,
    identity,
    transcript::Stretch,
    translate::{
        Names, Texts, ToDomain, ToWire, asides, commands, staff as translate_staff,
        visitor as translate_visitor,
    },
    workspace::Workspace,
};

/// A frame of a client, taken apart.
pub enum Said<C> {
    Hello(Hello),
    Command { id: Uuid, command: C },
    Watch(Vec<ConversationId>),
    Typing(ConversationId),
    OpenBoard,
    CloseBoard,
    Heartbeat,
}

/// One of the two sockets.
pub trait Side: Send + Sync + 'static {
    const NAME: &str;
    const KNOWS_COOKIES: bool;
    /// Whether somebody may have had a conversation that they may not read any more. A visitor's stay theirs,
    /// and a visitor hears nothing of others', not even an id (invariant I7).
    const LOSES_CONVERSATIONS: bool;
    /// Who looks.
    type Id: Copy + Send + Sync + 'static;
    type Frame: DeserializeOwned + Send;
    type Command: Send;
    type You: Serialize + Send;
    type Object: Serialize + Send;
    type Line: Serialize + Send;

    fn says(frame: Self::Frame) -> Said<Self::Command>;
    /// Who a token stands for, if it belongs on this side.
    fn admit(identity: Identity) -> Option<Self::Id>;
    fn viewer(id: Self::Id) -> Viewer;
    fn actor(id: Self::Id) -> Actor;
    /// Nobody, once they are no longer in the workspace document.
    fn you(id: Self::Id, workspace: &Workspace) -> Option<Self::You>;
    fn object(object: &Object, names: &Names, texts: &Texts) -> Option<Self::Object>;
    fn lines(id: Self::Id, stretch: &Stretch, workspace: &Workspace) -> Vec<Self::Line>;
    fn sequence(line: &Self::Line) -> u64;
    fn conversation_key(conversation: ConversationId) -> ObjectKey;
    /// Visitors have no offers.
    fn offer_key(offer: OfferId) -> Option<ObjectKey>;
    fn attachments(command: &Self::Command) -> Option<(ConversationId, Vec<FileId>)>;
    /// Writes into a command what only the server may say of whoever gives it.
    fn stamp(
        id: Self::Id,
        app: &App,
        workspace: &Workspace,
        command: &mut Self::Command,
    ) -> impl Future<Output = ApiResult<()>> + Send;
    fn translate(
        command: Self::Command,
        names: &Names,
        files: &[store::File],
        language: Option<&str>,
    ) -> Result<Command, Problem>;
    /// What stands beside the journal and is known of what a viewer sees, as whole frames.
    fn asides(
        id: Self::Id,
        seen: &Snapshot,
        app: &App,
        workspace: &Workspace,
    ) -> impl Future<Output = Result<Vec<Bytes>, StoreError>> + Send;
    /// Whether the viewer may read a conversation of the journal.
    fn may_read(
        id: Self::Id,
        workspace: &Workspace,
        conversation: ConversationId,
        stretch: &Stretch,
    ) -> impl Future<Output = bool> + Send;
}

pub struct StaffSide;

impl Side for StaffSide {
    const NAME: &str = "staff";
    const KNOWS_COOKIES: bool = true;
    const LOSES_CONVERSATIONS: bool = true;
    type Id = AgentId;
    type Frame = StaffClientFrame;
    type Command = protocol::command::StaffCommand;
    type You = staff::You;
    type Object = staff::Object;
    type Line = staff::Line;

    fn says(frame: StaffClientFrame) -> Said<Self::Command> {
        match frame {
            StaffClientFrame::Hello(hello) => Said::Hello(hello),
            StaffClientFrame::Command { id, command } => Said::Command { id, command },
            StaffClientFrame::Watch { conversations } => {
                Said::Watch(conversations.into_iter().map(ToDomain::domain).collect())
            }
            StaffClientFrame::Typing { conversation } => Said::Typing(conversation.domain()),
            StaffClientFrame::OpenBoard {} => Said::OpenBoard,
            StaffClientFrame::CloseBoard {} => Said::CloseBoard,
            StaffClientFrame::Heartbeat {} => Said::Heartbeat,
        }
    }

    fn admit(identity: Identity) -> Option<AgentId> {
        match identity {
            Identity::Agent(agent) => Some(agent),
            Identity::Visitor(_) | Identity::Administration => None,
        }
    }

    fn viewer(id: AgentId) -> Viewer {
        Viewer::Agent(id)
    }

    fn actor(id: AgentId) -> Actor {
        Actor::Agent(id)
    }

    fn you(id: AgentId, workspace: &Workspace) -> Option<staff::You> {
        Some(translate_staff::you(id, &roles(workspace, id)?, &workspace.names()))
    }

    fn object(object: &Object, names: &Names, texts: &Texts) -> Option<staff::Object> {
        match object {
            Object::Me(me) => Some(staff::Object::Me(translate_staff::me(me, names))),
            Object::Offer(offer) => {
                Some(staff::Object::Offer(translate_staff::offer(offer, names, texts)))
            }
            Object::Conversation(conversation) => Some(staff::Object::Conversation(
                translate_staff::conversation(conversation, names, texts),
            )),
            Object::VisitorConversation(_) => None,
        }
    }

    fn lines(id: AgentId, stretch: &Stretch, workspace: &Workspace) -> Vec<staff::Line> {
        stretch.staff_lines(id, workspace)
    }

    fn sequence(line: &staff::Line) -> u64 {
        line.sequence
    }

    fn conversation_key(conversation: ConversationId) -> ObjectKey {
        ObjectKey::Conversation { id: conversation.wire() }
    }

    fn offer_key(offer: OfferId) -> Option<ObjectKey> {
        Some(ObjectKey::Offer { id: offer.wire() })
    }

    fn attachments(command: &Self::Command) -> Option<(ConversationId, Vec<FileId>)> {
        commands::attachments_of_staff(command)
    }

    async fn stamp(_: AgentId, _: &App, _: &Workspace, _: &mut Self::Command) -> ApiResult<()> {
        Ok(())
    }

    fn translate(
        command: Self::Command,
        _: &Names,
        files: &[store::File],
        _: Option<&str>,
    ) -> Result<Command, Problem> {
        commands::staff(command, files)
    }

    /// One's drafts, and the marks of what one takes part in; those of others are asked for when looked at.
    async fn asides(
        id: AgentId,
        seen: &Snapshot,
        app: &App,
        workspace: &Workspace,
    ) -> Result<Vec<Bytes>, StoreError> {
        let drafts = app.store.drafts(workspace.id, id).await?;
        let seen_too = |draft: &Draft| {
            seen.contains_key(&domain::view::ObjectKey::Conversation(draft.conversation))
        };
        let drafts = drafts.into_iter().filter(seen_too).map(|draft| asides::draft(draft, None));
        let mut told: Vec<Bytes> = drafts.map(asides::staff_frame).collect();
        let names = workspace.names();
        for object in seen.values() {
            let Object::Conversation(conversation) = object else { continue };
            if !follows(conversation.relation) {
                continue;
            }
            let marks =
                workspace.marks.of(&app.store, workspace.id, conversation.conversation).await?;
            let marks = marks.into_iter().filter_map(|mark| {
                asides::mark_for_staff(id, conversation.conversation, mark, &names)
            });
            told.extend(marks.map(|mark| asides::staff_frame(staff::Aside::Read(mark))));
        }
        Ok(told)
    }

    async fn may_read(
        id: AgentId,
        workspace: &Workspace,
        conversation: ConversationId,
        stretch: &Stretch,
    ) -> bool {
        stretch.may_be_read_by(id, conversation, workspace).await
    }
}

pub struct VisitorSide;

impl Side for VisitorSide {
    const NAME: &str = "visitor";
    const KNOWS_COOKIES: bool = false;
    const LOSES_CONVERSATIONS: bool = false;
    type Id = VisitorId;
    type Frame = VisitorClientFrame;
    type Command = protocol::command::VisitorCommand;
    type You = visitor::You;
    type Object = visitor::Object;
    type Line = visitor::Line;

    fn says(frame: VisitorClientFrame) -> Said<Self::Command> {
        match frame {
            VisitorClientFrame::Hello(hello) => Said::Hello(hello),
            VisitorClientFrame::Command { id, command } => Said::Command { id, command },
            VisitorClientFrame::Typing { conversation } => Said::Typing(conversation.domain()),
            VisitorClientFrame::Heartbeat {} => Said::Heartbeat,
        }
    }

    fn admit(identity: Identity) -> Option<VisitorId> {
        match identity {
            Identity::Visitor(visitor) => Some(visitor),
            Identity::Agent(_) | Identity::Administration => None,
        }
    }

    fn viewer(id: VisitorId) -> Viewer {
        Viewer::Visitor(id)
    }

    fn actor(id: VisitorId) -> Actor {
        Actor::Visitor(id)
    }

    fn you(id: VisitorId, _: &Workspace) -> Option<visitor::You> {
        Some(visitor::You { visitor: id.wire() })
    }

    fn object(object: &Object, names: &Names, texts: &Texts) -> Option<visitor::Object> {
        match object {
            Object::VisitorConversation(conversation) => {
                let found = translate_visitor::conversation(conversation, names, texts);
                Some(visitor::Object::VisitorConversation(found))
            }
            Object::Me(_) | Object::Offer(_) | Object::Conversation(_) => None,
        }
    }

    fn lines(_: VisitorId, stretch: &Stretch, workspace: &Workspace) -> Vec<visitor::Line> {
        stretch.visitor_lines(workspace)
    }

    fn sequence(line: &visitor::Line) -> u64 {
        line.sequence
    }

    fn conversation_key(conversation: ConversationId) -> ObjectKey {
        ObjectKey::VisitorConversation { id: conversation.wire() }
    }

    fn offer_key(_: OfferId) -> Option<ObjectKey> {
        None
    }

    fn attachments(command: &Self::Command) -> Option<(ConversationId, Vec<FileId>)> {
        commands::attachments_of_visitor(command)
    }

    async fn stamp(
        id: VisitorId,
        app: &App,
        workspace: &Workspace,
        command: &mut Self::Command,
    ) -> ApiResult<()> {
        identity::stamp(app, workspace, id, command).await
    }

    fn translate(
        command: Self::Command,
        names: &Names,
        files: &[store::File],
        language: Option<&str>,
    ) -> Result<Command, Problem> {
        commands::visitor(command, names, files, language)
    }

    async fn asides(
        _: VisitorId,
        seen: &Snapshot,
        app: &App,
        workspace: &Workspace,
    ) -> Result<Vec<Bytes>, StoreError> {
        let names = workspace.names();
        let mut told = Vec::new();
        for object in seen.values() {
            let Object::VisitorConversation(conversation) = object else { continue };
            let marks =
                workspace.marks.of(&app.store, workspace.id, conversation.conversation).await?;
            let marks = marks.into_iter().filter_map(|mark| {
                asides::mark_for_visitor(conversation.conversation, mark, &names)
            });
            told.extend(marks.map(asides::visitor_frame));
        }
        Ok(told)
    }

    async fn may_read(id: VisitorId, _: &Workspace, _: ConversationId, stretch: &Stretch) -> bool {
        stretch.visitor() == Some(id)
    }
}

/// A frame of a client, or what is wrong with it.
pub fn read<S: Side>(text: &str) -> Result<Said<S::Command>, Problem> {
    let frame = serde_json::from_str(text)
        .map_err(|error| Problem::new(Code::BadFrame, error.to_string()))?;
    Ok(S::says(frame))
}
