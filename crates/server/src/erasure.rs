//! Takes away what people wrote, conversation by conversation: texts, what the files are, the files themselves, and what
//! was begun beside them. What happened stays, and so does every figure made of it.
//!
//! Anything here may be done twice: whoever dies half way begins again. Bounded: a few texts at a time, so that the
//! writer's own work goes between.

use domain::ids::{BodyId, ConversationId, FileId, Timestamp};
use store::{Erasures, Gone, Records, Sequence, Store as _, StoreError, WorkspaceId};
use store_sql::FileError;

use crate::{
    Store,
    limits::{ERASED_RECORDS, ERASED_TEXTS_MAX},
};

/// What goes of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Every text and file, and what is known of the files.
    Everything,
    /// The content of the files; their names go with the texts.
    Files,
}

/// Not everything is gone; it can be tried again.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    File(#[from] FileError),
}

/// One run over some conversations.
pub struct Eraser<'a> {
    store: &'a Store,
    workspace: WorkspaceId,
    extent: Extent,
    now: Timestamp,
    /// To go with the next stroke: names of files leave the search with their texts, and are forgotten after.
    texts: Vec<BodyId>,
    files: Vec<FileId>,
    gone: Gone,
}

impl<'a> Eraser<'a> {
    pub fn new(store: &'a Store, workspace: WorkspaceId, extent: Extent, now: Timestamp) -> Self {
        let (texts, files, gone) = (Vec::new(), Vec::new(), Gone::default());
        Self { store, workspace, extent, now, texts, files, gone }
    }

    /// Everything its records name, and what lies beside it.
    pub async fn conversation(&mut self, conversation: ConversationId) -> Result<(), EraseError> {
        if self.extent == Extent::Everything {
            self.texts_of(conversation).await?;
            self.store.forget_asides(self.workspace, conversation).await?;
        }
        for file in self.store.conversation_files(self.workspace, conversation).await? {
            if file.erased_at.is_none() {
                self.store.attachments().erase(&file.object_key).await?;
                self.gone.files += 1;
            }
            if file.erased_at.is_none() || !file.name.is_empty() {
                self.files.push(file.id);
            }
        }
        self.gone.conversations += 1;
        if self.texts.len().max(self.files.len()) >= ERASED_TEXTS_MAX {
            self.strike().await?;
        }
        Ok(())
    }

    /// The rest; what went in all.
    pub async fn finish(mut self) -> Result<Gone, EraseError> {
        self.strike().await?;
        Ok(self.gone)
    }

    async fn texts_of(&mut self, conversation: ConversationId) -> Result<(), EraseError> {
        let mut after = Sequence::START;
        loop {
            let page = self.store.conversation_records(
                self.workspace,
                conversation,
                after,
                ERASED_RECORDS,
            );
            let page = page.await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.sequence;
            for record in &page {
                self.texts.extend(record.event().map_err(StoreError::from)?.bodies());
            }
            if self.texts.len() >= ERASED_TEXTS_MAX {
                self.strike().await?;
            }
        }
    }

    async fn strike(&mut self) -> Result<(), EraseError> {
        let texts = std::mem::take(&mut self.texts);
        for some in texts.chunks(ERASED_TEXTS_MAX) {
            self.gone.texts += self.store.bodies(self.workspace, some).await?.len() as u64;
            self.store.erase_bodies(self.workspace, some).await?;
        }
        let files = std::mem::take(&mut self.files);
        if !files.is_empty() {
            match self.extent {
                Extent::Everything => {
                    self.store.forget_files(self.workspace, &files, self.now).await?;
                }
                Extent::Files => {
                    self.store.empty_files(self.workspace, &files, self.now).await?;
                }
            }
        }
        Ok(())
    }
}
