//! How facts are taken up where they were left, and made anew from the journal.

use domain::{
    event::Event,
    history,
    ids::{ConversationId, Timestamp},
};
use store::{
    Sequence, Store, StoreError, WorkspaceId,
    facts::{self, FactChange, Row},
    limits::PAGE_RECORDS,
};

use super::{FORMAT, Facts};
use crate::limits::FOLD_CHANGES;

/// Goes on where facts were left. None if they are not of this release, this zone or this record: make them anew.
/// `open` are the conversations that are not archived.
pub async fn resume<S: Store + facts::Facts>(
    store: &S,
    workspace: WorkspaceId,
    open: &[ConversationId],
) -> Result<Option<Facts>, StoreError> {
    let head = store.head(workspace).await?;
    let zone = zone(store, workspace, head).await?;
    let Some(position) = store.facts_position(workspace).await? else {
        return Ok((head == Sequence(0)).then(|| Facts::new(zone)));
    };
    let same_zone = zone.is_none_or(|zone| zone == position.zone);
    if !same_zone || (position.sequence, position.format) != (head, FORMAT) {
        return Ok(None);
    }
    let mut conversations = Vec::new();
    for id in open {
        conversations.push(told(store, workspace, *id).await?);
    }
    let first = conversations.iter().filter_map(|events| events.first()).map(|first| first.0).min();
    let records = store.configurations(workspace, first.unwrap_or(head), head).await?;
    let configurations = records.iter().map(|record| Ok((record.sequence, record.event()?)));
    let configurations = configurations.collect::<Result<Vec<_>, StoreError>>()?;
    let rows = Rows {
        names: store.fact_rows(workspace, &facts::Name::TABLE).await?,
        agents: store.fact_rows(workspace, &facts::Agent::TABLE).await?,
        presences: store.fact_rows(workspace, &facts::Presence::TABLE).await?,
    };
    Ok(Some(Facts::resume(&position, &configurations, &rows, conversations)))
}

/// Rows that say how far agents and histories are told.
#[derive(Debug, Default)]
pub struct Rows {
    pub names: Vec<Row>,
    pub agents: Vec<Row>,
    pub presences: Vec<Row>,
}

/// Makes all facts of a workspace anew; nobody may write it meanwhile. `progress` is told the record that was read
/// and the last one there is.
pub async fn rebuild<S: Store + facts::Facts>(
    store: &S,
    workspace: WorkspaceId,
    mut progress: impl FnMut(u64, u64),
) -> Result<Facts, StoreError> {
    let head = store.head(workspace).await?;
    let mut facts = Facts::new(zone(store, workspace, head).await?);
    store.clear_facts(workspace).await?;
    let mut changes: Vec<FactChange> = Vec::new();
    loop {
        let records = store.records(workspace, facts.sequence, PAGE_RECORDS).await?;
        for record in &records {
            facts.take(record.sequence, record.at, &record.event()?);
        }
        changes.extend(facts.drain());
        if records.is_empty() || changes.len() >= FOLD_CHANGES {
            store.put_facts(workspace, std::mem::take(&mut changes)).await?;
        }
        progress(facts.sequence.0, head.0);
        if records.is_empty() {
            break;
        }
    }
    store.finish_facts(workspace, facts.position()).await?;
    Ok(facts)
}

/// The zone of the newest configuration.
async fn zone<S: Store>(
    store: &S,
    workspace: WorkspaceId,
    head: Sequence,
) -> Result<Option<String>, StoreError> {
    let configurations = store.configurations(workspace, head, head).await?;
    if let Some(record) = configurations.last()
        && let Event::WorkspaceConfigured { config } = record.event()?
    {
        return Ok(Some(config.zone));
    }
    Ok(None)
}

async fn told<S: Store>(
    store: &S,
    workspace: WorkspaceId,
    conversation: ConversationId,
) -> Result<Vec<(Sequence, Timestamp, Event)>, StoreError> {
    if conversation.0 >= history::FIRST_ID {
        return Ok(Vec::new());
    }
    let records = store.whole_conversation(workspace, conversation).await?;
    records.iter().map(|record| Ok((record.sequence, record.at, record.event()?))).collect()
}
