//! Finds a page of conversations, newest first.
//!
//! With words their index leads: its rows come by conversation, newest first, and whatever cannot be a hit is leapt over
//! once there is much of it. Without words the candidates lead.

use domain::ids::ConversationId;
use rusqlite::{Connection, params};
use store::{
    WorkspaceId,
    limits::{HITS_MAX, PASSAGES_PER_HIT_MAX},
    search::{Entry, Hit, Page, PassageId, PassageKind, Query, Term, Text},
};

use super::{
    candidates::Candidates,
    passages::{self, conversation_of, last_row, row_id},
    write::{self, words_table},
};
use crate::rows::{self, Number};

/// Rows of the index in a row that are no hit, after which it is asked anew from the next candidate on: about what
/// asking costs.
const MISSES_MAX: u32 = 256;
/// Rows looked at for one page. Beyond them the page ends early, and the next one goes on from there.
const ROWS_MAX: u32 = 2_000_000;
/// Longer beginnings of a word are gathered from all the words that begin so, which is done once and not again and again.
const INDEXED_PREFIX_CHARS_MAX: usize = 3;

pub fn find(
    connection: &Connection,
    workspace: WorkspaceId,
    query: &Query,
) -> rusqlite::Result<Page> {
    if write::position(connection, workspace)?.is_none() {
        return Ok(Page::default());
    }
    let Some((oldest, newest)) = bounds(connection, workspace, query)? else {
        return Ok(Page::default());
    };
    let finding = Finding {
        connection,
        workspace,
        query,
        oldest,
        newest,
        candidates: Candidates::of(connection, workspace, query),
        hits: Vec::new(),
    };
    match &query.text {
        Some(text) => finding.with_words(text),
        None => finding.without_words(),
    }
}

/// A line as the index takes it: every word in quotes, so that none is an operator.
pub fn expression(text: &Text) -> String {
    let term = |Term { words, is_prefix }: &Term| {
        format!("\"{}\"{}", words.join(" "), if *is_prefix { " *" } else { "" })
    };
    text.terms().iter().map(term).collect::<Vec<_>>().join(" AND ")
}

/// The oldest and the newest conversation that may fit by time: ids are given in the order of opening.
fn bounds(
    connection: &Connection,
    workspace: WorkspaceId,
    query: &Query,
) -> rusqlite::Result<Option<(u64, u64)>> {
    let select = "SELECT MIN(id), MAX(id) FROM (
             SELECT * FROM (SELECT id FROM conversations WHERE workspace = $1 AND opened_at_ms >= $2
                 ORDER BY opened_at_ms, id LIMIT 1)
             UNION ALL
             SELECT * FROM (SELECT id FROM conversations WHERE workspace = $1 AND opened_at_ms < $3
                 ORDER BY opened_at_ms DESC, id DESC LIMIT 1))";
    let from = Number(query.from.unwrap_or_default().0);
    let to = Number(query.to.map_or(i64::MAX as u64, |to| to.0));
    let mut statement = connection.prepare_cached(select)?;
    let found = statement.query_row(params![Number(workspace.0), from, to], |row| {
        Ok((row.get::<_, Option<Number>>(0)?, row.get::<_, Option<Number>>(1)?))
    })?;
    let (Some(Number(oldest)), Some(Number(newest))) = found else { return Ok(None) };
    let before = query.before.map_or(u64::MAX, |before| before.0);
    let newest = newest.min(before.saturating_sub(1));
    Ok((oldest <= newest).then_some((oldest, newest)))
}

struct Finding<'a> {
    connection: &'a Connection,
    workspace: WorkspaceId,
    query: &'a Query,
    oldest: u64,
    newest: u64,
    candidates: Candidates<'a>,
    hits: Vec<Hit>,
}

impl Finding<'_> {
    fn with_words(mut self, text: &Text) -> rusqlite::Result<Page> {
        let words = words_table(self.workspace);
        let select = format!(
            "SELECT rowid FROM {words} WHERE {words} MATCH $1 AND rowid BETWEEN $2 AND $3 ORDER BY rowid DESC"
        );
        let mut statement = self.connection.prepare_cached(&select)?;
        let (sought, leaps) = (expression(text), leaps(text));
        let first = PassageId { conversation: ConversationId(self.oldest), number: 0 };
        let (mut from, mut looked_at) = (self.newest, 0);
        'anew: loop {
            let mut rows = statement.query(params![sought, row_id(first), last_row(from)])?;
            let (mut of, mut entry, mut misses) = (None, None, 0);
            while let Some(row) = rows.next()? {
                let row = rows::number(row, 0)?;
                let conversation = conversation_of(row);
                looked_at += 1;
                if of != Some(conversation) {
                    if looked_at > ROWS_MAX {
                        return Ok(self.cut_short(conversation));
                    }
                    of = Some(conversation);
                    entry = self.readable(conversation)?;
                }
                if let Some(entry) = &entry {
                    misses = 0;
                    self.add(entry, row)?;
                    if self.is_full() {
                        break 'anew;
                    }
                    continue;
                }
                misses += 1;
                if leaps && misses > MISSES_MAX {
                    let below = conversation.checked_sub(1).filter(|below| *below >= self.oldest);
                    let Some(below) = below else { break 'anew };
                    let next = self.candidates.newest(below, self.oldest)?;
                    let Some(next) = next else { break 'anew };
                    from = next;
                    continue 'anew;
                }
            }
            break;
        }
        Ok(self.page())
    }

    fn without_words(mut self) -> rusqlite::Result<Page> {
        let mut from = Some(self.newest);
        while let Some(start) = from
            && let Some(conversation) = self.candidates.newest(start, self.oldest)?
        {
            if let Some(entry) = self.readable(conversation)? {
                let is_first = |passage: &_| self.is_opening(&entry, passage);
                let first =
                    passages::first(self.connection, self.workspace, entry.conversation, is_first)?;
                self.hits.push(Hit { entry, passages: first.into_iter().collect() });
                if self.is_full() {
                    break;
                }
            }
            from = conversation.checked_sub(1);
        }
        Ok(self.page())
    }

    fn is_opening(&self, entry: &Entry, passage: &store::search::Passage) -> bool {
        passage.kind == PassageKind::Message && self.query.reads(entry, passage)
    }

    /// A conversation that fits and may be read.
    fn readable(&mut self, conversation: u64) -> rusqlite::Result<Option<Entry>> {
        if !self.candidates.contain(conversation)? {
            return Ok(None);
        }
        let entry = write::entry(self.connection, self.workspace, ConversationId(conversation))?;
        Ok(entry.filter(|entry| self.query.wants(entry)))
    }

    fn add(&mut self, entry: &Entry, row: u64) -> rusqlite::Result<()> {
        let last = self.hits.last_mut().filter(|hit| hit.entry.conversation == entry.conversation);
        let shown = last.as_ref().map_or(0, |hit| hit.passages.len());
        if shown == PASSAGES_PER_HIT_MAX {
            return Ok(());
        }
        let passage = passages::get(self.connection, self.workspace, row)?;
        let Some(passage) = passage.filter(|passage| self.query.reads(entry, passage)) else {
            return Ok(());
        };
        match last {
            Some(hit) => hit.passages.push(passage),
            None => self.hits.push(Hit { entry: entry.clone(), passages: vec![passage] }),
        }
        Ok(())
    }

    fn limit(&self) -> usize {
        self.query.limit.clamp(1, HITS_MAX)
    }

    /// One more than is asked for says that there is more.
    fn is_full(&self) -> bool {
        self.hits.len() > self.limit()
    }

    fn page(mut self) -> Page {
        let is_more = self.is_full();
        self.hits.truncate(self.limit());
        let last = self.hits.last().map(|hit| hit.entry.conversation);
        Page { next: last.filter(|_| is_more), hits: self.hits }
    }

    fn cut_short(self, conversation: u64) -> Page {
        Page { next: Some(ConversationId(conversation + 1)), hits: self.hits }
    }
}

/// Whether asking anew costs little.
fn leaps(text: &Text) -> bool {
    let is_short = |term: &Term| {
        let last = term.words.last().map_or(0, |word| word.chars().count());
        !term.is_prefix || last <= INDEXED_PREFIX_CHARS_MAX
    };
    text.terms().iter().all(is_short)
}
