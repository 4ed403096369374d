//! What is needed to take away what people wrote: which conversations are a visitor's, which have been closed for long
//! enough, and how far that work has come. The bodies themselves are [`Store::erase_bodies`]'s.
//!
//! A request stands in a table from the commit of its event on, so that whoever dies half way goes on at the next start.
//!
//! [`Store::erase_bodies`]: crate::Store::erase_bodies

use std::future::Future;

use domain::{
    command::Actor,
    ids::{ConversationId, FileId, Timestamp, VisitorId},
};

use crate::{
    ids::{Sequence, WorkspaceId},
    records::Answered,
};

/// A visitor is to be erased. Written in the transaction of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErasureAsked {
    pub visitor: VisitorId,
    /// The record that says so: what is to go stands before it.
    pub sequence: Sequence,
    pub at: Timestamp,
    pub by: Actor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasure {
    pub asked: ErasureAsked,
    /// None while something may be left.
    pub done: Option<ErasureDone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErasureDone {
    pub at: Timestamp,
    pub gone: Gone,
}

/// How much was taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gone {
    pub conversations: u64,
    pub texts: u64,
    pub files: u64,
}

/// What has a period of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    Texts,
    Files,
}

impl Kept {
    /// As a table keeps it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Files => "files",
        }
    }
}

/// A conversation was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    pub sequence: Sequence,
    pub at: Timestamp,
    pub conversation: ConversationId,
}

pub trait Erasures: Send + Sync + 'static {
    /// A visitor's conversations after `after`, in order, at most `limit`. Imported ones are nobody's.
    fn conversations_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        after: ConversationId,
        limit: usize,
    ) -> impl Future<Output = Answered<Vec<ConversationId>>> + Send;

    /// Closings after a record and not later than `until`, in order, at most `limit`.
    fn closings(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        until: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Answered<Vec<Closing>>> + Send;

    fn erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> impl Future<Output = Answered<Option<Erasure>>> + Send;

    /// Those that are not done, the first asked for first, bounded.
    fn pending_erasures(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Answered<Vec<ErasureAsked>>> + Send;

    fn complete_erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        done: ErasureDone,
    ) -> impl Future<Output = Answered<()>> + Send;

    /// Forgets what files were called, whose content is gone; their names are to be out of the search by then. That they
    /// were there stays known, so that no later file gets their id.
    fn forget_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;

    /// Notes that the content of files is gone; what they were called stays.
    fn empty_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;

    /// Forgets what people began to write in a conversation, and how far they read it.
    fn forget_asides(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> impl Future<Output = Answered<()>> + Send;

    /// The last closing whose conversation has been seen to.
    fn retention_stands(
        &self,
        workspace: WorkspaceId,
        kept: Kept,
    ) -> impl Future<Output = Answered<Sequence>> + Send;

    fn advance_retention(
        &self,
        workspace: WorkspaceId,
        kept: Kept,
        sequence: Sequence,
    ) -> impl Future<Output = Answered<()>> + Send;
}
