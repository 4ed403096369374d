//! Every bound of an engine, with the reason for its value (rule R6).

/// Commands decided and not yet durable. At 8,000 a second this is half a second behind the disk;
/// whoever comes then is better off trying again.
pub const UNCOMMITTED_COMMANDS_MAX: usize = 4_096;
/// What an overloaded caller is told to wait: some commits' time.
pub const OVERLOADED_RETRY_MS: u64 = 250;
/// Records of one batch. Larger ones make a commit longer, not cheaper. One command is never split.
pub const BATCH_RECORDS_MAX: usize = 4_096;
/// Deadlines honoured in one go, so that a long row of them does not keep people waiting.
pub const DEADLINES_PER_TURN_MAX: usize = 64;
/// How long a command is remembered by its client id (invariant I8).
pub const IDEMPOTENCY_WINDOW_MS: u64 = 24 * 60 * 60 * 1_000;
/// Commands remembered at most, about 130 bytes each: 27 MB. Beyond it the window gets shorter.
pub const IDEMPOTENCY_KEYS_MAX: usize = 200_000;
/// Records between two snapshots of the state: about a second of replay.
pub const SNAPSHOT_RECORDS: u64 = 100_000;
/// Conversations one agent watches beside those they are in: more than fit on any screen.
pub const WATCHED_MAX: usize = 200;
