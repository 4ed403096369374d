//! Lines of a report, added up from rows of finer groups.
//!
//! An index hands rows out in its own order, by outcome and length: what a line tells of them, counts by outcome and
//! percentiles of lengths, is gathered here, in one pass.

use std::collections::BTreeMap;

use store::facts::Answered as Cell;

use super::{
    statistics::Lengths,
    tables::{Figure, Line},
};

/// Lines by their dimensions.
#[derive(Debug)]
pub struct Tally {
    dimensions: &'static [&'static str],
    counts: &'static [&'static str],
    lines: BTreeMap<Vec<String>, Tallied>,
}

/// What one line comes to.
#[derive(Debug, Default)]
pub struct Tallied {
    dimensions: Vec<Figure>,
    counts: BTreeMap<&'static str, u64>,
    pub lengths: Lengths,
}

impl Tally {
    pub fn new(dimensions: &'static [&'static str], counts: &'static [&'static str]) -> Self {
        Self { dimensions, counts, lines: BTreeMap::new() }
    }

    /// The line with these dimensions.
    pub fn at(&mut self, dimensions: &[&Cell]) -> &mut Tallied {
        let figures = || dimensions.iter().copied().map(Figure::from);
        let key = figures().map(|figure| figure.key()).collect();
        let fresh = || Tallied { dimensions: figures().collect(), ..Tallied::default() };
        self.lines.entry(key).or_insert_with(fresh)
    }

    /// Each line with its dimensions, its counts, and how long something took at most for so many per cent.
    pub fn lines(self, percentiles: &[(&'static str, u64)]) -> Vec<Line> {
        let Self { dimensions: keys, counts, lines } = self;
        let told = lines.into_values().map(|tallied| {
            let dimensions = keys.iter().copied().zip(tallied.dimensions);
            let counted = counts
                .iter()
                .map(|key| (*key, Figure::from(tallied.counts.get(key).copied().unwrap_or(0))));
            let lengths = percentiles.iter().map(|(key, percent)| {
                (*key, Figure::maybe(tallied.lengths.percentile_ms(*percent)))
            });
            dimensions.chain(counted).chain(lengths).collect()
        });
        told.collect()
    }
}

impl Tallied {
    pub fn add(&mut self, key: &'static str, count: u64) {
        *self.counts.entry(key).or_default() += count;
    }

    /// Lengths, by a number of the scale.
    pub fn add_lengths(&mut self, bucket: &Cell, count: u64) {
        if let Cell::Integer(bucket) = bucket
            && let Ok(bucket) = u32::try_from(*bucket)
        {
            self.lengths.add(bucket, count);
        }
    }
}

/// A count in a cell; 0 for one that has none.
pub fn whole(cell: &Cell) -> u64 {
    Figure::from(cell).whole()
}

/// A text in a cell; empty for one that has none.
pub fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Null | Cell::Integer(_) | Cell::Real(_) => "",
    }
}
