//! Takes away what is to go, beside everything else: of visitors who are erased, and what has been kept for as long as
//! the workspace keeps it.
//!
//! No commit waits for it. Who is to be erased stands in the store from the commit that says so, and how far the periods
//! have been followed as well: a start takes up what was left. Looks when it is told to, and as often as days change.

use std::sync::Arc;

use domain::ids::{ConversationId, Timestamp};
use store::{ErasureAsked, ErasureDone, Erasures, Gone, Kept};
use tokio::time;

use super::{Ground, Workspace};
use crate::{
    erasure::{EraseError, Eraser, Extent},
    limits::{ERASED_CONVERSATIONS, ERASURE_RETRY, RETENTION_LOOK},
    metrics as figures,
};

/// For as long as the workspace runs.
pub async fn keep_up(workspace: Arc<Workspace>, ground: Ground) {
    loop {
        let patience = match look(&workspace, &ground).await {
            Ok(()) => RETENTION_LOOK,
            Err(error) => {
                tracing::error!(%error, workspace = %workspace.key, "not everything that is to be erased is gone; trying again");
                ERASURE_RETRY
            }
        };
        // One that is asked for while it looks is remembered.
        let _ = time::timeout(patience, workspace.to_erase.notified()).await;
    }
}

async fn look(workspace: &Workspace, ground: &Ground) -> Result<(), EraseError> {
    for asked in ground.store.pending_erasures(workspace.id).await? {
        erase(workspace, ground, asked).await?;
    }
    let retention = workspace.names().config().retention;
    for (kept, period_ms, extent) in [
        (Kept::Texts, retention.texts_ms, Extent::Everything),
        (Kept::Files, retention.files_ms, Extent::Files),
    ] {
        if let Some(period_ms) = period_ms {
            let until = Timestamp(ground.clock.now().0.saturating_sub(period_ms));
            follow(workspace, ground, kept, extent, until).await?;
        }
    }
    Ok(())
}

/// Every conversation that ever began for a visitor.
async fn erase(
    workspace: &Workspace,
    ground: &Ground,
    asked: ErasureAsked,
) -> Result<(), EraseError> {
    let store = &ground.store;
    let mut eraser = Eraser::new(store, workspace.id, Extent::Everything, ground.clock.now());
    let mut after = ConversationId(0);
    loop {
        let theirs =
            store.conversations_of(workspace.id, asked.visitor, after, ERASED_CONVERSATIONS);
        let theirs = theirs.await?;
        let Some(last) = theirs.last() else { break };
        after = *last;
        for conversation in theirs {
            eraser.conversation(conversation).await?;
        }
    }
    let gone = eraser.finish().await?;
    let done = ErasureDone { at: ground.clock.now(), gone };
    store.complete_erasure(workspace.id, asked.visitor, done).await?;
    workspace.erased.notify_waiters();
    tell(workspace, gone, "a visitor is erased");
    metrics::counter!(figures::ERASURES).increment(1);
    Ok(())
}

/// Conversations that were closed up to a moment, from where the last look ended.
async fn follow(
    workspace: &Workspace,
    ground: &Ground,
    kept: Kept,
    extent: Extent,
    until: Timestamp,
) -> Result<(), EraseError> {
    let store = &ground.store;
    loop {
        let stands = store.retention_stands(workspace.id, kept).await?;
        let page = store.closings(workspace.id, stands, until, ERASED_CONVERSATIONS).await?;
        let Some(last) = page.last().copied() else { return Ok(()) };
        let mut eraser = Eraser::new(store, workspace.id, extent, ground.clock.now());
        for closing in page {
            eraser.conversation(closing.conversation).await?;
        }
        let gone = eraser.finish().await?;
        store.advance_retention(workspace.id, kept, last.sequence).await?;
        tell(workspace, gone, "what was kept for as long as it is to be is gone");
    }
}

fn tell(workspace: &Workspace, gone: Gone, what: &str) {
    let Gone { conversations, texts, files } = gone;
    tracing::info!(workspace = %workspace.key, conversations, texts, files, "{what}");
    metrics::counter!(figures::ERASED_TEXTS).increment(texts);
    metrics::counter!(figures::ERASED_FILES).increment(files);
}
