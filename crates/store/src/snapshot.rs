//! Snapshots: a cache that spares the replay of a long journal.
//!
//! Made off the writer, from committed records only. A snapshot of other sources than these cannot be
//! trusted and is thrown away; the journal says everything it said.

use domain::state::State;

use crate::ids::Sequence;

/// The format that this build writes and reads: a hash of the sources of `domain`.
pub const FORMAT: u64 = match u64::from_str_radix(env!("BATON_STATE_FORMAT"), 10) {
    Ok(format) => format,
    Err(_) => panic!("build.rs writes a number"),
};

/// The state of a workspace after a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub sequence: Sequence,
    pub format: u64,
    pub bytes: Vec<u8>,
}

impl Snapshot {
    /// Writes down the state after `sequence`.
    pub fn of(state: &State, sequence: Sequence) -> Self {
        let bytes = serde_json::to_vec(state)
            .expect("the state has named fields and keys that are numbers");
        Self { sequence, format: FORMAT, bytes }
    }

    /// The state, or nothing when another build wrote it: then the journal is replayed.
    pub fn state(&self) -> Option<State> {
        if self.format != FORMAT {
            return None;
        }
        serde_json::from_slice(&self.bytes).ok()
    }
}
