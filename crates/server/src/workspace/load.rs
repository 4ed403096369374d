//! From the store to an engine: the newest snapshot, the records after it, the commands of the last day.

use std::collections::BTreeMap;

use domain::{
    command::Body,
    config::Config,
    event::Event,
    history::HistoryNames,
    ids::{BodyId, ConversationId, Timestamp},
};
use engine::{ClientId, Engine, Loading, PastCommand, Strictness};
use store::{Epoch, Lease, LeaseError, Sequence, Snapshot, Store, StoreError, WorkspaceId};

use super::{Ground, bodies::Bodies, facts::Following};
use crate::{
    limits::LOAD_RECORDS,
    translate::{lines::Transfers, standing::Standings},
};

/// A workspace in memory, and what its task keeps beside it.
pub struct Loaded {
    pub engine: Engine,
    pub epoch: Epoch,
    pub config: Option<Config>,
    pub bodies: Bodies,
    pub transfers: Transfers,
    pub standings: Standings,
    pub facts: Following,
}

/// A workspace cannot be run.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    Lease(#[from] LeaseError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub async fn load(
    ground: &Ground,
    workspace: WorkspaceId,
    quarantine: Option<ConversationId>,
) -> Result<Loaded, LoadError> {
    let store = &ground.store;
    let epoch = store.take(workspace).await?;
    let mut loading = fold(store, workspace, None).await?;
    let since = ground.clock.now().0.saturating_sub(engine::limits::IDEMPOTENCY_WINDOW_MS);
    let since = Timestamp(since);
    for past in
        store.recent_commands(workspace, since, engine::limits::IDEMPOTENCY_KEYS_MAX).await?
    {
        loading.remember(PastCommand {
            actor: past.actor,
            client_id: ClientId(past.key.client_id),
            answer: past.key.answer,
            sequence: engine::Sequence(past.sequence.0),
            at: past.at,
        });
    }
    let named = Bodies::named_by(loading.state());
    let found = bodies(store, workspace, &named).await?;
    let open: Vec<_> = loading.state().conversations.keys().copied().collect();
    let facts = Following::begin(store, workspace, &open).await?;
    let strictness = if ground.options.strict { Strictness::Panic } else { Strictness::Quarantine };
    Ok(Loaded {
        epoch,
        config: loading.state().config.clone(),
        bodies: Bodies::of(loading.state(), found),
        transfers: Transfers::open_in(loading.state()),
        standings: Standings::open_in(loading.state()),
        facts,
        engine: loading.ready(strictness, quarantine),
    })
}

/// What imported histories speak of.
pub async fn histories(
    store: &crate::Store,
    workspace: WorkspaceId,
) -> Result<HistoryNames, StoreError> {
    let mut all = HistoryNames::default();
    for record in store.histories_named(workspace).await? {
        if let Event::HistoryNamed { names } = record.event()? {
            all.queues.extend(names.queues);
            all.agents.extend(names.agents);
            all.zone = names.zone;
        }
    }
    Ok(all)
}

/// Texts by id, in pages.
async fn bodies(
    store: &crate::Store,
    workspace: WorkspaceId,
    ids: &[BodyId],
) -> Result<BTreeMap<BodyId, Body>, StoreError> {
    let mut found = BTreeMap::new();
    for page in ids.chunks(store::limits::READ_ROWS_MAX) {
        found.extend(store.bodies(workspace, page).await?);
    }
    Ok(found)
}

/// The state after the last record, or after `until`.
async fn fold(
    store: &crate::Store,
    workspace: WorkspaceId,
    until: Option<Sequence>,
) -> Result<Loading, StoreError> {
    let snapshot = store.snapshot(workspace).await?;
    let state = snapshot.and_then(|snapshot| Some((snapshot.state()?, snapshot.sequence)));
    let mut loading = match state {
        Some((state, sequence)) => {
            // The record the snapshot stands after says when that was; time never goes back behind it.
            let before = Sequence(sequence.0.saturating_sub(1));
            let at = store
                .records(workspace, before, 1)
                .await?
                .first()
                .map_or(Timestamp(0), |record| record.at);
            Loading::from_snapshot(state, engine::Sequence(sequence.0), at)
        }
        None => Loading::new(),
    };
    loop {
        let after = Sequence(loading.sequence().0);
        let page = store.records(workspace, after, LOAD_RECORDS).await?;
        if page.is_empty() {
            return Ok(loading);
        }
        for record in &page {
            if until.is_some_and(|until| record.sequence > until) {
                return Ok(loading);
            }
            loading.replay(&record.event()?, record.at);
        }
    }
}

/// Keeps a snapshot of the state after a committed record. Made from the store, away from the writer.
pub async fn take_snapshot(
    store: crate::Store,
    workspace: WorkspaceId,
    sequence: engine::Sequence,
) {
    let until = Sequence(sequence.0);
    let kept = async {
        let loading = fold(&store, workspace, Some(until)).await?;
        let snapshot = Snapshot::of(loading.state(), Sequence(loading.sequence().0));
        store.put_snapshot(workspace, snapshot).await
    };
    if let Err(error) = kept.await {
        tracing::warn!(%error, "no snapshot was kept; the next start replays more of the journal");
    }
}
