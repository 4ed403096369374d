//! What belongs to one person: drafts, how far they have read, how the console is set up for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    ids::{ConversationId, MessageId},
    name::AgentName,
    staff, visitor,
};

/// Where a draft is to be said. Each has one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DraftChannel {
    /// To everybody.
    Reply,
    /// To the staff.
    Note,
    /// To the owner, or to the supervisor who whispers.
    Whisper,
}

/// What is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBody {
    /// An empty one forgets the draft.
    pub text: String,
    /// The tab it is written in: told with it, so that this tab knows its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tab: Option<Uuid>,
}

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptDraft {
    pub conversation: ConversationId,
    pub channel: DraftChannel,
    pub text: String,
}

/// The last message that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadBody {
    pub message: MessageId,
}

/// How far each has read a conversation, as the caller may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ReadMarks {
    Staff(StaffReadMarks),
    Visitor(VisitorReadMarks),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffReadMarks {
    pub marks: Vec<staff::ReadMark>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorReadMarks {
    pub marks: Vec<visitor::ReadMark>,
}

/// Where notes named the caller since they last looked, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mentions {
    pub mentions: Vec<Mention>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mention {
    /// Theirs to see, or not.
    pub conversation: ConversationId,
    /// Who wrote the last such note there.
    pub by: AgentName,
    pub at_ms: u64,
}

/// How one agent has set up the console. What is left out is as it comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Of the console: a code such as `de`; as the browser says if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    pub density: Density,
    pub send_key: SendKey,
    pub sounds: Sounds,
    /// Notifications of the system, besides sounds.
    pub desktop_notifications: bool,
    pub shortcuts: Shortcuts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    #[default]
    Comfortable,
    Compact,
}

/// What sends a message; the other one breaks the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SendKey {
    #[default]
    Enter,
    CtrlEnter,
}

/// Which events are heard, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sounds {
    /// 0 to 100.
    #[schema(maximum = 100)]
    pub volume: u8,
    pub offer: bool,
    /// A conversation came without being asked for: assigned, returned, accepted by itself.
    pub assigned: bool,
    /// The visitor wrote.
    pub message: bool,
    pub raised_hand: bool,
    /// Only while the console is not being looked at.
    pub only_hidden: bool,
    /// Offers and raised hands again and again until they are seen.
    pub repeat: bool,
}

impl Default for Sounds {
    fn default() -> Self {
        Self {
            volume: 70,
            offer: true,
            assigned: true,
            message: true,
            raised_hand: true,
            only_hidden: true,
            repeat: true,
        }
    }
}

/// Keys of the console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Shortcuts {
    pub on: bool,
    /// Keys by what they do, where they are not those it comes with: `{"toggle_inbox": "alt+1"}`. Empty: no key.
    pub keys: BTreeMap<String, String>,
}

impl Default for Shortcuts {
    fn default() -> Self {
        Self { on: true, keys: BTreeMap::new() }
    }
}
