//! Every bound of the store, with the reason for its value (rule R6).

/// Records gathered into one transaction. Beyond this a commit gets longer, not cheaper: the cost of
/// making it durable is already spread thin.
pub const BATCH_RECORDS_MAX: usize = 4_096;
/// Writes waiting for the committing thread. More than this is seconds of work: say `overloaded`.
pub const COMMIT_QUEUE_MAX: usize = 16_384;
/// Records, bodies or rows handed out by one read.
pub const READ_ROWS_MAX: usize = 10_000;
/// Reads of the embedded store at one time. They wait for the disk more than for the processor.
pub const READERS_MAX: usize = 4;
/// Bytes of one uploaded file, unless the installation says less.
pub const FILE_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// Bytes of one draft or personal setting: some drafts of the longest message.
pub const SETTING_BYTES_MAX: usize = 64 * 1024;
