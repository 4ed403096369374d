//! The word somebody meant.

use alloc::vec::Vec;

/// The known word that `word` was most likely meant to be: at most a third of its letters differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            distance.saturating_mul(3) <= candidate.chars().count().max(word.chars().count())
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut last = None;
    for (i, a) in a.chars().enumerate() {
        let mut row = alloc::vec![i.saturating_add(1)];
        let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX);
        for (j, letter) in b.iter().enumerate() {
            let inserted = at(&row, j).saturating_add(1);
            let deleted = at(&above, j.saturating_add(1)).saturating_add(1);
            let replaced = at(&above, j).saturating_add(usize::from(a != *letter));
            let mut least = inserted.min(deleted).min(replaced);
            let previous = j.checked_sub(1).and_then(|j| b.get(j).map(|letter| (j, letter)));
            if let (Some(last), Some((j, previous))) = (last, previous)
                && last == *letter
                && a == *previous
            {
                least = least.min(at(&before, j).saturating_add(1));
            }
            row.push(least);
        }
        before = core::mem::replace(&mut above, row);
        last = Some(a);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_a_letter_more_or_less_another_letter_or_two_that_changed_places() {
        for (a, b, edits) in [
            ("close", "close", 0),
            ("clos", "close", 1),
            ("closse", "close", 1),
            ("cloze", "close", 1),
            ("colse", "close", 1),
            ("", "close", 5),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(a, b), edits, "{a} {b}");
            assert_eq!(distance(b, a), edits, "{b} {a}");
        }
    }

    #[test]
    fn a_word_with_more_than_a_third_of_it_wrong_is_near_nothing() {
        assert_eq!(nearest("tarnsfer", ["transfer", "leave"]), Some("transfer"));
        assert_eq!(nearest("xyz", ["transfer", "leave"]), None);
    }
}
