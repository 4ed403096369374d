//! The facts of a workspace that runs: folded as its batches are made, written with them.
//!
//! If the fold fails, the commit goes on without facts: they are behind from then, and made anew at the next start.

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::ids::ConversationId;
use engine::Batch;
use store::{
    Sequence, StoreError, WorkspaceId,
    facts::{FactChange, FactsPosition},
};

pub struct Following {
    /// None once they are behind.
    facts: Option<reports::facts::Facts>,
}

impl Following {
    /// Takes the facts up where they were left; where that cannot be, makes them anew before anything is decided.
    pub async fn begin(
        store: &crate::Store,
        workspace: WorkspaceId,
        open: &[ConversationId],
    ) -> Result<Self, StoreError> {
        let facts = match reports::facts::resume(store, workspace, open).await? {
            Some(facts) => facts,
            None => {
                tracing::info!(?workspace, "facts are made anew from the journal");
                reports::facts::rebuild(store, workspace, |_, _| {}).await?
            }
        };
        Ok(Self { facts: Some(facts) })
    }

    /// What the batch changes, and where the facts stand after it.
    pub fn follow(&mut self, batch: &Batch) -> Option<(Vec<FactChange>, FactsPosition)> {
        let mut facts = self.facts.take()?;
        let told = catch_unwind(AssertUnwindSafe(|| {
            for decided in &batch.decided {
                for entry in &decided.entries {
                    facts.take(Sequence(entry.sequence.0), decided.at, &entry.event);
                }
            }
            let changes = facts.drain();
            (facts, changes)
        }));
        let Ok((facts, changes)) = told else {
            metrics::counter!(crate::metrics::FACTS_BEHIND).increment(1);
            tracing::error!("the fold of facts failed; reports are behind until the next start");
            return None;
        };
        let position = facts.position();
        self.facts = Some(facts);
        Some((changes, position))
    }
}
