//! Every bound of the edge, with the reason for its value (rule R6). Rates are settings: see `options`.

use std::time::Duration;

/// Letters taken from the line at once, so that a commit is never far away.
pub const LETTERS_PER_TURN_MAX: usize = 256;
/// What an overloaded caller is told to wait.
pub const OVERLOADED_RETRY_MS: u64 = 250;

/// The library's own buffer of one socket: what is larger is read into a buffer of its size.
pub const SOCKET_READ_BUFFER_BYTES: usize = 512;
/// Bytes of one frame from a client: the longest message and its files, in the widest letters, escaped.
pub const CLIENT_FRAME_BYTES_MAX: usize = 128 * 1024;
/// How long a socket that is cut off may take for its goodbye.
pub const GOODBYE_TIMEOUT: Duration = Duration::from_millis(500);
/// How long a clean stop waits for sockets and requests.
pub const STOP_TIMEOUT: Duration = Duration::from_secs(5);

/// Records read to resume a socket; beyond it a snapshot is cheaper.
pub const RESUME_RECORDS_MAX: usize = 2_000;
/// Conversations whose transcripts are read to resume a socket.
pub const RESUME_CONVERSATIONS_MAX: usize = 100;
/// Records of a page when a workspace is loaded.
pub const LOAD_RECORDS: usize = 10_000;

/// Bytes of one request's body, uploads apart. The workspace document of a large desk fits.
pub const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Versions of the document on one page of their list.
pub const DOCUMENT_VERSIONS_MAX: usize = 50;
/// How long one request may take, uploads apart.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Lines of one page of a transcript.
pub const TRANSCRIPT_LINES_MAX: usize = 500;
/// Rows of a report that a screen is told: more than anybody scrolls through; the export has them all.
pub const REPORT_ROWS_TOLD: usize = 1_000;
/// How long one reading of a conversation stands for the next ones of the same person in the audit.
pub const READING_NOTED_MS: u64 = 3_600_000;
/// Readings remembered of one workspace: more than a hundred people read in an hour.
pub const READINGS_KEPT_MAX: usize = 10_000;
/// Between two writes of one person's read mark in one conversation.
pub const READ_MARK_PAUSE: Duration = Duration::from_secs(1);
/// People whose read mark was written within that pause: a thousand who read ten conversations each.
pub const READ_MARKS_HELD_MAX: usize = 10_000;
/// Keys of one agent that are not those the console comes with: more than it has.
pub const SHORTCUTS_MAX: usize = 64;
/// Characters of the name of a shortcut, or of its keys.
pub const SHORTCUT_CHARS_MAX: usize = 40;

/// Versions of the configuration kept for reading what happened under them, beside the one in force.
pub const EDITIONS_MAX: usize = 8;
/// How often hours are expanded further ahead. Far less than the 400 days they are known.
pub const HOURS_RENEWAL: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// How long a browser stays signed in.
pub const SESSION_LASTS_MS: u64 = 14 * 24 * 60 * 60 * 1_000;
/// Between two notes of when a session or a token was last used: a write for every request would be one too many.
pub const SEEN_NOTED_MS: u64 = 5 * 60 * 1_000;
/// How far the preview of hours looks: two weeks show what every day of the week is like, and a holiday.
pub const HOURS_PREVIEWED_MS: u64 = 14 * 24 * 60 * 60 * 1_000;
/// How long a link to a file works: a working day, so that an open transcript keeps its pictures.
pub const LINK_LASTS_MS: u64 = 12 * 60 * 60 * 1_000;
/// How long a browser may show the launcher of a customer's page in the look it had, in seconds.
pub const LOOK_LASTS_S: u64 = 300;
/// Characters of the id by which a customer's page knows a visitor.
pub const IDENTITY_CHARS_MAX: usize = 200;
/// Files uploaded to one conversation.
pub const CONVERSATION_FILES_MAX: usize = 200;
/// Characters of a file's name.
pub const FILE_NAME_CHARS_MAX: usize = 200;
/// Characters of a token's name.
pub const TOKEN_NAME_CHARS_MAX: usize = 100;
/// Between two attempts to load a workspace whose store does not answer.
pub const RELOAD_PAUSE: Duration = Duration::from_secs(1);
/// Bytes put together for one write to a socket; more is written as it comes.
pub const SOCKET_WRITE_BYTES: usize = 16 * 1024;
/// Bytes a socket may be behind inside its own write buffer.
pub const SOCKET_WRITE_BUFFER_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Between two copies of the queues that estimates are made from, however much happens: copying takes the
/// writer's time.
pub const ESTIMATE_PAUSE: Duration = Duration::from_millis(250);
/// Estimates are made anew this often though nothing has happened (SPEC §5).
pub const ESTIMATES_AGE_MAX: Duration = Duration::from_secs(10);
/// Between two looks at the board, however much happens: a person reads no faster, and what changed twice is sent once.
pub const BOARD_PAUSE: Duration = Duration::from_millis(250);
/// How long a board is kept that nobody reads: whoever opened it is about to, or is just reloading the page.
pub const BOARD_KEPT: Duration = Duration::from_secs(10);
/// Commands of one socket that wait for their outcome.
pub const SOCKET_COMMANDS_MAX: usize = 64;
/// Conversations that one socket watches.
pub const WATCHED_MAX: usize = 200;
/// Revocations that a busy socket has yet to hear of; one that misses some says hello again.
pub const REVOCATIONS_HELD_MAX: usize = 64;
/// Reports that one person keeps: a page of them.
pub const SAVED_REPORTS_MAX: usize = 100;
/// Characters of the name of a saved report.
pub const SAVED_REPORT_CHARS_MAX: usize = 120;

/// Texts taken away with one stroke: the writer is busy with it for some milliseconds.
pub const ERASED_TEXTS_MAX: usize = 500;
/// Records read at once to find what is to be taken away.
pub const ERASED_RECORDS: usize = 1_000;
/// Conversations of one page of what is to be taken away; how far it came is noted after each.
pub const ERASED_CONVERSATIONS: usize = 200;
/// How often is looked for what has been kept long enough. Periods are days; an hour late is not late.
pub const RETENTION_LOOK: Duration = Duration::from_secs(60 * 60);
/// After a look that failed.
pub const ERASURE_RETRY: Duration = Duration::from_secs(30);
/// How long somebody who asks for an erasure waits for its end: most take less, and nobody looks at a button longer.
pub const ERASURE_WAITED_FOR: Duration = Duration::from_secs(3);
/// Conversations in one export of a visitor's data; somebody with more gets it in several.
pub const EXPORTED_CONVERSATIONS_MAX: usize = 1_000;

/// Between two looks of the search index at the journal, however much is said: many messages cost it little more than one.
pub const INDEX_PAUSE: Duration = Duration::from_millis(100);
/// The index looks this often though nothing was committed: another workspace may have had it made anew.
pub const INDEX_AGE_MAX: Duration = Duration::from_secs(60);
/// After a look that failed.
pub const INDEX_RETRY: Duration = Duration::from_secs(5);
/// Conversations found on one page, unless fewer are asked for.
pub const FOUND_MAX: usize = 20;
