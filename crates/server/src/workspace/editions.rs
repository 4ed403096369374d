//! The configurations that were in force while something happened, so that a line reads the same years later.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use domain::event::Event;
use store::{Sequence, Store as _, StoreError};

use super::Workspace;
use crate::{Store, limits::EDITIONS_MAX, translate::Names};

/// Versions that were read before, newest kept.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<BTreeMap<u32, Arc<Names>>>);

/// What was in force over a stretch of the journal.
#[derive(Debug)]
pub struct Editions {
    /// By the record that put it in force.
    by_start: Vec<(Sequence, Arc<Names>)>,
    /// Where the journal says nothing: before the first configuration.
    otherwise: Arc<Names>,
}

impl Editions {
    pub fn at(&self, sequence: Sequence) -> &Names {
        let started = self.by_start.partition_point(|(start, _)| *start <= sequence);
        started.checked_sub(1).map_or(&self.otherwise, |last| &self.by_start[last].1)
    }
}

impl Workspace {
    /// The configurations in force from one record to another.
    pub async fn editions(
        &self,
        store: &Store,
        from: Sequence,
        until: Sequence,
    ) -> Result<Editions, StoreError> {
        let present = self.names();
        let records = store.configurations(self.id, from, until).await?;
        let mut by_start = Vec::with_capacity(records.len());
        for record in records {
            if let Event::WorkspaceConfigured { config } = record.event()? {
                let names = match config.version == present.config().version {
                    true => Arc::clone(&present),
                    false => self.kept_editions.find_or_make(config.version, || {
                        Names::of(*config).knowing(Arc::clone(&self.histories))
                    }),
                };
                by_start.push((record.sequence, names));
            }
        }
        Ok(Editions { by_start, otherwise: present })
    }
}

impl Kept {
    fn find_or_make(&self, version: u32, make: impl FnOnce() -> Names) -> Arc<Names> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let names = Arc::clone(kept.entry(version).or_insert_with(|| Arc::new(make())));
        while kept.len() > EDITIONS_MAX {
            kept.pop_first();
        }
        names
    }
}
