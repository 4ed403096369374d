//! What is known of an uploaded file. Its bytes are kept elsewhere, under the object key.

use domain::{
    command::{Actor, Audience},
    ids::{ConversationId, FileId, MessageId, Timestamp},
};

/// A file that has been uploaded and not yet posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    pub conversation: ConversationId,
    pub uploader: Actor,
    /// As its owner called it: a body, never in an address.
    pub name: String,
    /// By content, not by what the uploader said.
    pub media_type: String,
    pub bytes: u64,
    pub object_key: String,
    pub created_at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub id: FileId,
    pub conversation: ConversationId,
    pub uploader: Actor,
    pub name: String,
    pub media_type: String,
    pub bytes: u64,
    pub object_key: String,
    pub created_at: Timestamp,
    /// Until it is posted only its uploader may have it.
    pub posting: Option<Posting>,
    /// Its content is gone.
    pub erased_at: Option<Timestamp>,
}

/// The message that carries a file, and who may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    pub message: MessageId,
    pub audience: Audience,
}
