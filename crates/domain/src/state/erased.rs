//! Who has been erased, so that nothing of theirs that was under way gets in behind it. Bounded: whoever is forgotten
//! here is known to the sign-in by then, which keeps the whole list.

use alloc::collections::BTreeSet;

use crate::{ids::VisitorId, limits::ERASED_MAX};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Erased(BTreeSet<VisitorId>);

impl Erased {
    pub fn contains(&self, visitor: VisitorId) -> bool {
        self.0.contains(&visitor)
    }

    /// Forgets the one who came first of all, where there are too many.
    pub(crate) fn add(&mut self, visitor: VisitorId) {
        self.0.insert(visitor);
        if self.0.len() > ERASED_MAX {
            self.0.pop_first();
        }
    }
}
