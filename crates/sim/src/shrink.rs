//! Fewer deeds that still fail: a script without those that do not matter.
//!
//! Whole visitors are left out first, then single steps, in ever smaller lots (delta debugging: Zeller and
//! Hildebrandt 2002). A script fails in the same way if it breaks the same invariant.

use std::{
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
};

use crate::story;

/// Scripts played before what there is has to do.
const TRIES_MAX: usize = 400;

/// A script of these steps, as short as it could be made; none if even the whole does not fail.
pub fn shrink(
    header: &str,
    steps: Vec<String>,
    mut fails: impl FnMut(&str) -> bool,
) -> Option<String> {
    let script = |steps: &[String]| format!("{header}\n{}\n", steps.join("\n"));
    let mut tries = 0;
    let mut still = |steps: &[String]| {
        tries += 1;
        tries <= TRIES_MAX && fails(&script(steps))
    };
    if !still(&steps) {
        return None;
    }
    let visitors: BTreeSet<String> = steps.iter().flat_map(|step| visitors_in(step)).collect();
    let of = |visitors: &[String]| {
        let kept: BTreeSet<&String> = visitors.iter().collect();
        let those = |step: &&String| visitors_in(step).iter().all(|visitor| kept.contains(visitor));
        steps.iter().filter(those).cloned().collect::<Vec<_>>()
    };
    let visitors = fewest(visitors.into_iter().collect(), |kept| still(&of(kept)));
    let steps = fewest(of(&visitors), &mut still);
    Some(script(&steps))
}

/// The items that are needed, by leaving out ever smaller lots.
fn fewest(mut items: Vec<String>, mut still: impl FnMut(&[String]) -> bool) -> Vec<String> {
    let mut lot = items.len().div_ceil(2);
    while lot > 0 {
        let mut at = 0;
        while at < items.len() {
            let end = (at + lot).min(items.len());
            let without = [&items[..at], &items[end..]].concat();
            if still(&without) {
                items = without;
            } else {
                at = end;
            }
        }
        lot /= 2;
    }
    items
}

/// `v12` and `v12/2` are of the same visitor.
fn visitors_in(step: &str) -> Vec<String> {
    let words = step.split_whitespace().map(|word| word.split('/').next().unwrap_or(word));
    let is_one = |word: &&str| {
        word.strip_prefix('v').is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    words.filter(is_one).map(str::to_owned).collect()
}

/// Whether playing a script breaks in the same way.
pub fn breaks_like(what: &str) -> impl FnMut(&str) -> bool {
    let cause = cause_of(what).to_owned();
    move |script| {
        let played = catch_unwind(AssertUnwindSafe(|| story::run(script).map(|_| ())));
        match played {
            Ok(Ok(())) => false,
            Ok(Err(failure)) => cause_of(&failure.what) == cause,
            Err(panic) => cause_of(&crate::ground::message_of(&*panic)) == cause,
        }
    }
}

/// The invariant or rule that broke; of any other failure its first words.
fn cause_of(what: &str) -> &str {
    let words = what.split(|c: char| !c.is_alphanumeric());
    let is_rule = |word: &&str| {
        word.strip_prefix(['I', 'R']).is_some_and(|number| number.parse::<u8>().is_ok())
    };
    words.clone().find(is_rule).unwrap_or_else(|| {
        let end = what.char_indices().nth(60).map_or(what.len(), |(at, _)| at);
        &what[..end]
    })
}
