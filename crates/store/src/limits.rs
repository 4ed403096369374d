//! Every bound of the store, with the reason for its value (rule R6).

/// Records gathered into one transaction. Beyond this a commit gets longer, not cheaper: the cost of
/// making it durable is already spread thin.
pub const BATCH_RECORDS_MAX: usize = 4_096;
/// Writes waiting for the committing thread. More than this is seconds of work: say `overloaded`.
pub const COMMIT_QUEUE_MAX: usize = 16_384;
/// Records, bodies or rows handed out by one read.
pub const READ_ROWS_MAX: usize = 10_000;
/// Records read at a time by whoever goes through a whole journal: some megabytes.
pub const PAGE_RECORDS: usize = 4_096;
/// Rows of one answer to a question about facts: far more than anybody looks at, little enough to hold.
pub const ANSWER_ROWS_MAX: usize = 100_000;
/// Reads of the embedded store at one time. They wait for the disk more than for the processor.
pub const READERS_MAX: usize = 4;
/// Bytes of one uploaded file, unless the installation says less.
pub const FILE_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// Bytes of one draft or personal setting: some drafts of the longest message.
pub const SETTING_BYTES_MAX: usize = 64 * 1024;

/// Records that an index takes in at once: a fraction of a second of its time.
pub const INDEX_RECORDS: usize = 2_000;
/// Passages of one conversation that are searchable. Their numbers share a word with the conversation's.
pub const PASSAGES_MAX: u32 = 1 << PASSAGE_BITS;
/// Bits of a passage's number within its conversation: a million, and 43 remain for the conversation.
pub const PASSAGE_BITS: u32 = 20;
/// Passages shown of one conversation that was found.
pub const PASSAGES_PER_HIT_MAX: usize = 3;
/// Conversations on one page of what was found.
pub const HITS_MAX: usize = 50;
/// Characters of a line to search for: a long sentence.
pub const SEARCH_CHARS_MAX: usize = 200;
/// Terms that are looked for together; further ones are left out.
pub const SEARCH_TERMS_MAX: usize = 12;
/// A shorter last word is looked for as it is: half the dictionary begins with any one letter.
pub const PREFIX_CHARS_MIN: usize = 2;
/// Characters shown of a passage that was found.
pub const SNIPPET_CHARS: usize = 160;
/// Of these, before the first word found.
pub const SNIPPET_BEFORE_CHARS: usize = 48;

/// Conversations in which a note named an agent, that are told at a time: more than anybody looks through.
pub const MENTIONS_MAX: usize = 100;
