//! Batches on their way to the store, in the store's words.

use domain::Answer;
use engine::Batch;
use store::{
    CommandKey, CommitError, Epoch, Sequence, Store, WorkspaceId,
    facts::{FactChange, FactsPosition},
};

/// Makes a batch durable.
pub async fn commit(
    store: crate::Store,
    workspace: WorkspaceId,
    epoch: Epoch,
    batch: Batch,
    facts: Option<(Vec<FactChange>, FactsPosition)>,
) -> Result<engine::Sequence, CommitError> {
    let mut written = store::Batch::new(workspace, epoch, Sequence(batch.after.0));
    for decided in &batch.decided {
        let key = |(id, answer): (engine::ClientId, Answer)| CommandKey { client_id: id.0, answer };
        let events = decided.entries.iter().map(|entry| &entry.event);
        written.add(
            decided.at,
            decided.actor,
            decided.key.map(key),
            events,
            decided.bodies.clone(),
        );
    }
    if let Some((changes, position)) = facts {
        written.add_facts(changes, position);
    }
    let started = std::time::Instant::now();
    metrics::histogram!(crate::metrics::COMMIT_RECORDS).record(written.records().len() as f64);
    let committed = store.commit(vec![written]).await;
    metrics::histogram!(crate::metrics::COMMIT_SECONDS).record(started.elapsed());
    let answer = committed.into_iter().next();
    let sequence =
        answer.unwrap_or(Err(CommitError::Unavailable("the store gave no answer".to_owned())))?;
    Ok(engine::Sequence(sequence.0))
}
