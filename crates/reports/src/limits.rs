//! Every bound of reports, imports and facts, with the reason for its value (rule R6).

/// Changes of facts that are written at a time: a transaction of a fraction of a second.
pub const FOLD_CHANGES: usize = 20_000;
/// Stations that are told in a path; the counts are of all.
pub const STATIONS_TOLD: usize = 64;
/// Longer lengths count as this: thirty years.
pub const LENGTH_MS_MAX: u64 = 30 * 365 * 86_400_000;

/// Conversations behind a figure that are told at a time.
pub const CONVERSATIONS_TOLD: usize = 100;
/// Chains that are told one by one: what somebody reads.
pub const WORST_CHAINS: usize = 50;

/// Changes of one imported conversation: the longest of real logs have a few hundred.
pub const IMPORT_ROWS_MAX: usize = 10_000;
/// Hand-overs of one imported conversation, so that their ids share a word with the conversation's.
pub const IMPORT_HANDOFFS_MAX: u64 = 1 << 16;
