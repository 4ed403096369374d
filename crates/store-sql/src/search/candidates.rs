//! Which conversations may be hits, their words apart: a stretch of ids at a time, newest first, as one bit each.
//!
//! However long the history is, a page costs the stretches it looks at. What is a bit here is decided again for each hit.

use domain::ids::ConversationId;
use rusqlite::{Connection, params};
use store::{
    WorkspaceId,
    search::{Facet, Query, Text, VisitorSought},
};

use super::{
    find::expression,
    passages::{conversation_of, last_row, row_id},
    write::words_table,
};
use crate::rows::{self, Number};

/// Ids of one stretch: 8 KiB of bits, and some thousandths of a second to fill them.
const STRETCH: u64 = 1 << 16;

pub struct Candidates<'a> {
    connection: &'a Connection,
    workspace: WorkspaceId,
    /// All of these.
    wanted: Vec<Facet>,
    /// At least one of these, or in memory and readable.
    reach: Option<Vec<Facet>>,
    query: &'a Query,
    stretch: Option<Stretch>,
}

/// A bit for each conversation from `base` on.
struct Stretch {
    base: u64,
    bits: Vec<u64>,
}

impl<'a> Candidates<'a> {
    pub fn of(connection: &'a Connection, workspace: WorkspaceId, query: &'a Query) -> Self {
        let (wanted, reach) = (query.facets(), query.reach_facets());
        Self { connection, workspace, wanted, reach, query, stretch: None }
    }

    /// Whether a conversation is one. Where nothing narrows, all of them are.
    pub fn contain(&mut self, conversation: u64) -> rusqlite::Result<bool> {
        if self.wanted.is_empty() && self.reach.is_none() && self.visitor().is_none() {
            return Ok(true);
        }
        Ok(self.stretch_of(conversation)?.contains(conversation))
    }

    /// The newest one that is not newer than `from`, nor older than `until`.
    pub fn newest(&mut self, from: u64, until: u64) -> rusqlite::Result<Option<u64>> {
        let mut from = from;
        loop {
            let stretch = self.stretch_of(from)?;
            if let Some(found) = stretch.newest(from) {
                return Ok((found >= until).then_some(found));
            }
            match stretch.base.checked_sub(1) {
                Some(before) if before >= until => from = before,
                Some(_) | None => return Ok(None),
            }
        }
    }

    fn visitor(&self) -> Option<&'a Text> {
        match &self.query.visitor {
            Some(VisitorSought::Known(text)) => Some(text),
            Some(VisitorSought::Id(_)) | None => None,
        }
    }

    fn stretch_of(&mut self, conversation: u64) -> rusqlite::Result<&Stretch> {
        let base = conversation / STRETCH * STRETCH;
        let stretch = match self.stretch.take() {
            Some(stretch) if stretch.base == base => stretch,
            Some(_) | None => self.fill(base)?,
        };
        Ok(self.stretch.insert(stretch))
    }

    fn fill(&self, base: u64) -> rusqlite::Result<Stretch> {
        let mut stretch = match &self.reach {
            None => self.with(base, &Facet::Conversation)?,
            Some(reach) => {
                let mut stretch = Stretch::empty(base);
                let known = self.query.reach.present.iter();
                known.for_each(|ConversationId(id)| stretch.add(*id));
                for facet in reach {
                    stretch.unite(&self.with(base, facet)?);
                }
                stretch
            }
        };
        for facet in &self.wanted {
            stretch.intersect(&self.with(base, facet)?);
        }
        if let Some(text) = self.visitor() {
            stretch.intersect(&self.with_visitor(base, text)?);
        }
        Ok(stretch)
    }

    fn with(&self, base: u64, facet: &Facet) -> rusqlite::Result<Stretch> {
        let select = "SELECT conversation FROM facets
             WHERE workspace = $1 AND facet = $2 AND conversation BETWEEN $3 AND $4";
        let mut statement = self.connection.prepare_cached(select)?;
        let (from, until) = (Number(base), Number(base + STRETCH - 1));
        let found = params![Number(self.workspace.0), facet.to_string(), from, until];
        let mut stretch = Stretch::empty(base);
        for id in statement.query_map(found, |row| rows::number(row, 0))? {
            stretch.add(id?);
        }
        Ok(stretch)
    }

    fn with_visitor(&self, base: u64, text: &Text) -> rusqlite::Result<Stretch> {
        let words = words_table(self.workspace);
        let select =
            format!("SELECT rowid FROM {words} WHERE {words} MATCH $1 AND rowid BETWEEN $2 AND $3");
        let mut statement = self.connection.prepare_cached(&select)?;
        let from =
            row_id(store::search::PassageId { conversation: ConversationId(base), number: 0 });
        let bounds = params![
            format!("visitor : ({})", expression(text)),
            from,
            last_row(base + STRETCH - 1)
        ];
        let mut stretch = Stretch::empty(base);
        for row in statement.query_map(bounds, |row| rows::number(row, 0))? {
            stretch.add(conversation_of(row?));
        }
        Ok(stretch)
    }
}

impl Stretch {
    fn empty(base: u64) -> Self {
        Self { base, bits: vec![0; (STRETCH / u64::from(u64::BITS)) as usize] }
    }

    /// The word and the bit of an id; none for one of another stretch.
    fn place(&self, id: u64) -> Option<(usize, u32)> {
        let offset = id.checked_sub(self.base).filter(|offset| *offset < STRETCH)?;
        Some(((offset / u64::from(u64::BITS)) as usize, (offset % u64::from(u64::BITS)) as u32))
    }

    fn add(&mut self, id: u64) {
        if let Some((word, bit)) = self.place(id) {
            self.bits[word] |= 1 << bit;
        }
    }

    fn contains(&self, id: u64) -> bool {
        self.place(id).is_some_and(|(word, bit)| self.bits[word] & (1 << bit) != 0)
    }

    fn newest(&self, from: u64) -> Option<u64> {
        let (word, bit) = self.place(from)?;
        let up_to = |bit: u32| u64::MAX >> (u64::BITS - 1 - bit);
        let masks = std::iter::once(up_to(bit)).chain(std::iter::repeat(u64::MAX));
        let downwards = (0..=word).rev().zip(masks);
        let mut found = downwards.map(|(word, mask)| (word, self.bits[word] & mask));
        let (word, bits) = found.find(|(_, bits)| *bits != 0)?;
        Some(self.base + word as u64 * u64::from(u64::BITS) + u64::from(bits.ilog2()))
    }

    fn unite(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits |= other);
    }

    fn intersect(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits &= other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_bit_not_above_an_id_is_found() {
        let mut stretch = Stretch::empty(STRETCH);
        for id in [STRETCH, STRETCH + 63, STRETCH + 64, STRETCH + 1_000, 3 * STRETCH] {
            stretch.add(id);
        }
        let found: Vec<_> =
            [2 * STRETCH - 1, STRETCH + 999, STRETCH + 64, STRETCH + 63, STRETCH + 62]
                .map(|from| stretch.newest(from).map(|id| id - STRETCH))
                .into();
        assert_eq!(found, [Some(1_000), Some(64), Some(64), Some(63), Some(0)]);
        assert!(!stretch.contains(3 * STRETCH) && stretch.contains(STRETCH));
    }
}
