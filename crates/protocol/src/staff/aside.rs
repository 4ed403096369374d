//! What reaches members of staff beside the journal: how far others have read, and what they themselves have begun to
//! write or prefer, so that all their tabs and devices agree.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    http::{DraftChannel, Settings},
    ids::{ConversationId, MessageId},
    name::AgentName,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = StaffAside)]
pub enum Aside {
    /// Somebody has read everything up to a message.
    Read(ReadMark),
    /// The viewer's own draft, as it stands.
    Draft {
        conversation: ConversationId,
        channel: DraftChannel,
        /// Empty once it was sent or thrown away.
        text: String,
        /// The tab it was written in, as that tab calls itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tab: Option<Uuid>,
    },
    /// A colleague named the viewer in a note.
    Mentioned {
        /// Theirs to see, or not.
        conversation: ConversationId,
        by: AgentName,
    },
    /// The viewer's own settings, as they were just changed.
    Settings(Settings),
}

/// How far somebody has read a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReadMark {
    pub conversation: ConversationId,
    /// Everything up to this message.
    pub message: MessageId,
    pub reader: Reader,
    /// When; unknown of marks from before that was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_ms: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Reader {
    /// The viewer, in whichever tab.
    You {},
    Visitor {},
    Agent(AgentName),
}
