//! The workspace a command is about: by its key, or the only one there is.

use anyhow::{Context, Result, bail};
use store::{Store, WorkspaceId};
use store_sql::SqliteStore;

pub async fn find(store: &SqliteStore, key: Option<&str>) -> Result<WorkspaceId> {
    let known = store.workspaces().await?;
    match (key, &*known) {
        (None, [only]) => Ok(only.id),
        (None, _) => {
            let keys: Vec<_> = known.iter().map(|known| known.key.as_str()).collect();
            bail!("unknown_workspace: name one with --workspace; there are {}", keys.join(", "))
        }
        (Some(key), _) => {
            let found = known.iter().find(|known| known.key == key);
            let found = found
                .with_context(|| format!("unknown_workspace: there is no workspace `{key}`"))?;
            Ok(found.id)
        }
    }
}
