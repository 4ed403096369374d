//! The index in memory: looks at everything, for as long as there is little of it.

use std::collections::BTreeMap;

use domain::ids::{BodyId, ConversationId};

use super::MemoryStore;
use crate::{
    Search, Sequence, StoreError, WorkspaceId,
    limits::{HITS_MAX, PASSAGES_PER_HIT_MAX},
    search::{
        Additions, Ahead, Entry, Hit, Page, Passage, PassageId, PassageKind, Query, Text,
        VisitorSought, Word, words,
    },
};

#[derive(Debug, Default)]
pub(super) struct Index {
    position: Sequence,
    entries: BTreeMap<ConversationId, Entry>,
    passages: BTreeMap<PassageId, (Passage, Vec<Word>)>,
}

impl Index {
    fn add(&mut self, additions: Additions) {
        self.position = additions.position;
        self.entries.extend(additions.entries);
        let passages = additions.passages.into_iter();
        self.passages.extend(passages.map(|(passage, text)| (passage.id, (passage, words(&text)))));
    }

    pub(super) fn erase(&mut self, bodies: &[BodyId]) {
        self.passages.retain(|_, (passage, _)| !bodies.contains(&passage.source.body()));
    }

    fn find(&self, query: &Query) -> Page {
        let limit = query.limit.clamp(1, HITS_MAX);
        let mut fitting = self.entries.values().rev().filter_map(|entry| self.hit(entry, query));
        let hits: Vec<Hit> = fitting.by_ref().take(limit).collect();
        let next = hits.last().map(|hit| hit.entry.conversation);
        Page { next: next.filter(|_| fitting.next().is_some()), hits }
    }

    fn hit(&self, entry: &Entry, query: &Query) -> Option<Hit> {
        if !query.wants(entry) {
            return None;
        }
        if let Some(VisitorSought::Known(text)) = &query.visitor {
            let is_known = |kind, words: &[Word]| kind == PassageKind::Visitor && text.fits(words);
            self.of(entry).find(|(passage, words)| is_known(passage.kind, words))?;
        }
        let readable = self.of(entry).filter(|(passage, _)| query.reads(entry, passage));
        let passages: Vec<Passage> = match &query.text {
            Some(text) => newest_with(text, readable).collect(),
            None => readable
                .filter(|(passage, _)| passage.kind == PassageKind::Message)
                .map(|(passage, _)| passage.clone())
                .take(1)
                .collect(),
        };
        let is_found = query.text.is_none() || !passages.is_empty();
        is_found.then(|| Hit { entry: entry.clone(), passages })
    }

    /// What was said in a conversation, from its beginning.
    fn of(&self, entry: &Entry) -> impl DoubleEndedIterator<Item = &(Passage, Vec<Word>)> {
        let at = |number| PassageId { conversation: entry.conversation, number };
        self.passages.range(at(0)..=at(u32::MAX)).map(|(_, said)| said)
    }
}

fn newest_with<'a>(
    text: &Text,
    said: impl DoubleEndedIterator<Item = &'a (Passage, Vec<Word>)>,
) -> impl Iterator<Item = Passage> {
    let fitting = said.rev().filter(|(_, words)| text.fits(words));
    fitting.map(|(passage, _)| passage.clone()).take(PASSAGES_PER_HIT_MAX)
}

impl Search for MemoryStore {
    async fn catch_up(&self, workspace: WorkspaceId) -> Result<Sequence, StoreError> {
        let after = self.kept().indices.entry(workspace).or_default().position;
        let ahead = Ahead::read(self, workspace, after).await?;
        let mut kept = self.kept();
        let index = kept.indices.entry(workspace).or_default();
        let known = ahead.conversations().into_iter();
        let known = known.filter_map(|id| Some((id, index.entries.get(&id)?.clone()))).collect();
        index.add(ahead.onto(known));
        Ok(index.position)
    }

    async fn find(&self, workspace: WorkspaceId, query: Query) -> Result<Page, StoreError> {
        Ok(self.kept().indices.entry(workspace).or_default().find(&query))
    }
}
