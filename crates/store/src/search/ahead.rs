//! The next stretch of the journal for an index, with the words it names, and what it adds.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::Body,
    event::Event,
    ids::{BodyId, ConversationId, FileId, Timestamp, VisitorId},
};

use super::entry::{Entry, Passage, Source, said, text_of};
use crate::{
    Records,
    ids::{Sequence, WorkspaceId},
    journal::{Store, StoreError},
    limits::INDEX_RECORDS,
};

/// What was committed after a position.
pub struct Ahead {
    position: Sequence,
    events: Vec<(Sequence, Timestamp, Event)>,
    bodies: BTreeMap<BodyId, Body>,
    file_names: BTreeMap<FileId, String>,
}

/// What an index has to write to stand at `position`.
pub struct Additions {
    pub position: Sequence,
    /// The conversations touched, as they stand there.
    pub entries: BTreeMap<ConversationId, Entry>,
    /// What was said, with its words.
    pub passages: Vec<(Passage, String)>,
}

impl Ahead {
    /// Reads on after `after`. What is erased before it is read is not there.
    pub async fn read<S: Store + Records>(
        store: &S,
        workspace: WorkspaceId,
        after: Sequence,
    ) -> Result<Self, StoreError> {
        let records = store.records(workspace, after, INDEX_RECORDS).await?;
        let position = records.last().map_or(after, |record| record.sequence);
        let of_conversations = records.into_iter().filter(|record| record.conversation.is_some());
        let decode = |record: crate::Record| Ok((record.sequence, record.at, record.event()?));
        let events = of_conversations.map(decode).collect::<Result<Vec<_>, StoreError>>()?;
        let named = sources(&events);
        let ids: Vec<BodyId> = named.iter().map(|source| source.body()).collect();
        let bodies = store.bodies(workspace, &ids).await?;
        let mut file_names = BTreeMap::new();
        for source in named {
            if let Source::File { file, .. } = source
                && let Some(file) = store.file(workspace, file).await?
            {
                file_names.insert(file.id, file.name);
            }
        }
        Ok(Self { position, events, bodies, file_names })
    }

    /// Nothing was committed since.
    pub fn is_empty(&self, after: Sequence) -> bool {
        self.position == after
    }

    /// The conversations it tells of: what is known of them has to be brought.
    pub fn conversations(&self) -> BTreeSet<ConversationId> {
        self.events.iter().filter_map(|(.., event)| event.conversation()).collect()
    }

    pub fn onto(self, known: BTreeMap<ConversationId, Entry>) -> Additions {
        let mut entries = known;
        let mut passages = Vec::new();
        for (sequence, at, event) in &self.events {
            if let Some(entry) = Entry::begun(event, *at) {
                entries.insert(entry.conversation, entry);
            }
            let entry = event.conversation().and_then(|id| entries.get_mut(&id));
            // One that began before the journal does.
            let Some(entry) = entry else { continue };
            let said = entry.take(*sequence, *at, event).into_iter();
            passages.extend(said.filter_map(|passage| {
                let words = match passage.source {
                    Source::Body(body) => text_of(self.bodies.get(&body)?),
                    Source::File { file, body } => {
                        self.bodies.get(&body)?;
                        self.file_names.get(&file)?.clone()
                    }
                };
                Some((passage, words))
            }));
        }
        Additions { position: self.position, entries, passages }
    }
}

/// Where the words of these events are kept.
fn sources(events: &[(Sequence, Timestamp, Event)]) -> Vec<Source> {
    let said = events.iter().flat_map(|(.., event)| said(event, VisitorId::default()));
    said.map(|(.., source)| source).collect()
}
