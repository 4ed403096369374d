//! Keeps the search index of one workspace behind its journal, as closely as it can, beside everything else: no commit
//! waits for it, and when it fails nothing does but the search.

use std::sync::Arc;

use store::{Search as _, StoreError};
use tokio::time;

use super::{Ground, Workspace};
use crate::limits::{INDEX_AGE_MAX, INDEX_PAUSE, INDEX_RETRY};

/// For as long as the workspace runs.
pub async fn keep_up(workspace: Arc<Workspace>, ground: Ground) {
    loop {
        let pause = match catch_up(&workspace, &ground).await {
            Ok(()) => INDEX_PAUSE,
            Err(error) => {
                tracing::warn!(%error, workspace = %workspace.key, "the search index is behind");
                INDEX_RETRY
            }
        };
        time::sleep(pause).await;
        // A commit that came while it looked is remembered.
        let _ = time::timeout(INDEX_AGE_MAX, workspace.committed.notified()).await;
    }
}

/// Until there is nothing more.
async fn catch_up(workspace: &Workspace, ground: &Ground) -> Result<(), StoreError> {
    let mut stands = None;
    loop {
        let position = ground.store.catch_up(workspace.id).await?;
        if stands.replace(position) == Some(position) {
            return Ok(());
        }
    }
}
