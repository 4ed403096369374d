//! Erasure and retention in memory.

use std::collections::BTreeMap;

use domain::{
    event::Event,
    ids::{ConversationId, FileId, Timestamp, VisitorId},
};

use super::MemoryStore;
use crate::{
    Closing, Erasure, ErasureAsked, ErasureDone, Erasures, Kept, Sequence, WorkspaceId,
    limits::READ_ROWS_MAX, records::Answered,
};

const OPENED: &str = "conversation.opened";
const CLOSED: &str = "conversation.closed";

#[derive(Debug, Default)]
pub(super) struct Erased {
    erasures: BTreeMap<(WorkspaceId, VisitorId), Erasure>,
    retention: BTreeMap<(WorkspaceId, Kept), Sequence>,
}

impl Erased {
    /// One that was asked for before stands as it is.
    pub(super) fn ask(&mut self, workspace: WorkspaceId, asked: ErasureAsked) {
        let erasure = Erasure { asked, done: None };
        self.erasures.entry((workspace, asked.visitor)).or_insert(erasure);
    }
}

impl Erasures for MemoryStore {
    async fn conversations_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        after: ConversationId,
        limit: usize,
    ) -> Answered<Vec<ConversationId>> {
        let kept = self.kept();
        let opened = kept.desk(workspace)?.records.iter().filter(|record| record.kind == OPENED);
        let mut theirs = Vec::new();
        for record in opened {
            if let Event::ConversationOpened { conversation, visitor: of, .. } = record.event()?
                && of == visitor
                && conversation > after
            {
                theirs.push(conversation);
            }
        }
        theirs.sort_unstable();
        theirs.truncate(limit.min(READ_ROWS_MAX));
        Ok(theirs)
    }

    async fn closings(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        until: Timestamp,
        limit: usize,
    ) -> Answered<Vec<Closing>> {
        let kept = self.kept();
        let closed = kept.desk(workspace)?.after(after).iter();
        let closed = closed.filter(|record| record.kind == CLOSED && record.at <= until);
        let closings = closed.filter_map(|record| {
            let conversation = record.conversation?;
            Some(Closing { sequence: record.sequence, at: record.at, conversation })
        });
        Ok(closings.take(limit.min(READ_ROWS_MAX)).collect())
    }

    async fn erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> Answered<Option<Erasure>> {
        Ok(self.kept().erased.erasures.get(&(workspace, visitor)).copied())
    }

    async fn pending_erasures(&self, workspace: WorkspaceId) -> Answered<Vec<ErasureAsked>> {
        let kept = self.kept();
        let of_it = kept.erased.erasures.iter().filter(|((of, _), _)| *of == workspace);
        let pending = of_it.filter(|(_, erasure)| erasure.done.is_none());
        let mut pending: Vec<_> = pending.map(|(_, erasure)| erasure.asked).collect();
        pending.sort_unstable_by_key(|asked| asked.sequence);
        pending.truncate(READ_ROWS_MAX);
        Ok(pending)
    }

    async fn complete_erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        done: ErasureDone,
    ) -> Answered<()> {
        if let Some(erasure) = self.kept().erased.erasures.get_mut(&(workspace, visitor)) {
            erasure.done = Some(done);
        }
        Ok(())
    }

    async fn forget_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> Answered<()> {
        self.kept().tables.change_files(workspace, files, |file| {
            file.name.clear();
            file.erased_at = Some(at);
        });
        Ok(())
    }

    async fn empty_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> Answered<()> {
        self.kept().tables.change_files(workspace, files, |file| file.erased_at = Some(at));
        Ok(())
    }

    async fn forget_asides(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<()> {
        let tables = &mut self.kept().tables;
        tables.forget_drafts(workspace, conversation);
        tables.forget_read_marks(workspace, conversation);
        Ok(())
    }

    async fn retention_stands(&self, workspace: WorkspaceId, kept: Kept) -> Answered<Sequence> {
        Ok(self.kept().erased.retention.get(&(workspace, kept)).copied().unwrap_or_default())
    }

    async fn advance_retention(
        &self,
        workspace: WorkspaceId,
        kept: Kept,
        sequence: Sequence,
    ) -> Answered<()> {
        self.kept().erased.retention.insert((workspace, kept), sequence);
        Ok(())
    }
}
