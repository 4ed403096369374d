//! Every bound of the rules, with the reason for its value (rule R6).

/// Names in one explanation. Twenty fill a screen; counts say the rest.
pub const EXPLAIN_AGENTS_MAX: usize = 20;
/// Relaxation steps of one queue (SPEC §3).
pub const RELAX_STEPS_MAX: usize = 6;
/// Characters of one message. A long mail fits; a pasted log is a file.
pub const MESSAGE_CHARS_MAX: usize = 8_000;
/// Characters of each field of a hand-over note.
pub const NOTE_CHARS_MAX: usize = 4_000;
/// Characters of one answer in a form.
pub const ANSWER_CHARS_MAX: usize = 2_000;
/// Characters of a language's code, by RFC 5646.
pub const LANGUAGE_CHARS_MAX: usize = 35;
/// Files attached to one message.
pub const MESSAGE_FILES_MAX: usize = 10;
/// Conversations remembered for sticky agents, oldest dropped first.
pub const STICKY_MAX: usize = 50_000;
/// Open conversations of one visitor. More is a loop in somebody's script.
pub const VISITOR_CONVERSATIONS_MAX: usize = 5;
/// Conversations open at once in one workspace.
pub const CONVERSATIONS_MAX: usize = 200_000;
/// Skill levels run from 1 to this.
pub const SKILL_LEVEL_MAX: u8 = 5;
/// Highest priority; 0 is the lowest.
pub const PRIORITY_MAX: u8 = 9;
/// Shortest and longest time-out of an offer (SPEC §3).
pub const OFFER_TIMEOUT_MS: core::ops::RangeInclusive<u64> = 5_000..=600_000;
/// The stretch over which those who join a queue are counted: some, in every queue that has a line at all.
pub const PACE_WINDOW_MS: u64 = 900_000;
/// Follow-up steps of one command before the desk declares itself broken: a command touches at
/// most every conversation once, and each leads to a handful of events.
pub const SETTLE_STEPS_MAX: usize = 2_000_000;
/// A closed conversation stays in memory this long, wrap-up aside: long enough for every screen that
/// shows it, or is just being reloaded, to show how it ended.
pub const CLOSED_KEPT_MS: u64 = 60_000;
