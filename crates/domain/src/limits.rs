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
/// Characters of all that a page says of a visitor, names and values: a page's data, not a document.
pub const ATTRIBUTES_CHARS_MAX: usize = 16_000;
/// Characters of a language's code, by RFC 5646.
pub const LANGUAGE_CHARS_MAX: usize = 35;
/// Characters of one tag.
pub const TAG_CHARS_MAX: usize = 32;
/// Tags of one conversation: beyond a line of them nobody reads any.
pub const TAGS_MAX: usize = 20;
/// Ways to go on with a line: a list that is searched by typing on.
pub const COMPLETIONS_MAX: usize = 50;
/// Files attached to one message.
pub const MESSAGE_FILES_MAX: usize = 10;
/// Conversations remembered for sticky agents, oldest dropped first.
pub const STICKY_MAX: usize = 50_000;
/// Erased visitors known to the desk, the longest known forgotten first: a command on its way is a matter of seconds.
pub const ERASED_MAX: usize = 10_000;
/// Open conversations of one visitor. More is a loop in somebody's script.
pub const VISITOR_CONVERSATIONS_MAX: usize = 5;
/// Conversations open at once in one workspace.
pub const CONVERSATIONS_MAX: usize = 200_000;
/// Skill levels run from 1 to this.
pub const SKILL_LEVEL_MAX: u8 = 5;
/// Hops kept of one conversation: far beyond any chain limit, so that a loop is seen whole.
pub const CHAIN_KEPT_MAX: usize = 32;
/// The best rating of a survey; 1 is the worst.
pub const RATING_MAX: u8 = 5;
/// Highest priority; 0 is the lowest.
pub const PRIORITY_MAX: u8 = 9;
/// Shortest and longest time-out of an offer (SPEC §3).
pub const OFFER_TIMEOUT_MS: core::ops::RangeInclusive<u64> = 5_000..=600_000;
/// The stretch over which those who join a queue are counted: some, in every queue that has a line at all.
pub const PACE_WINDOW_MS: u64 = 900_000;
/// The stretch in which ended waits are counted together: every time zone is a whole number of them away.
pub const ANSWERS_STRETCH_MS: u64 = 900_000;
/// How long ended waits are counted: the longest day, that of the clocks going back.
pub const ANSWERS_KEPT_MS: u64 = 25 * 3_600_000;
/// A service level of fewer waits raises no alert: one visitor would decide it.
pub const SERVICE_LEVEL_WAITS_MIN: u32 = 5;
/// An estimate that changed by more than this is shown at once, a smaller change when it is old (SPEC §5).
pub const ESTIMATE_CHANGE_PERCENT: u64 = 20;
/// The oldest an estimate on a visitor's screen may be.
pub const ESTIMATE_AGE_MAX_MS: u64 = 30_000;
/// Between two estimates for one conversation while its place is the same.
pub const ESTIMATE_PAUSE_MS: u64 = 5_000;
/// Estimates told in one turn, so that a long line does not hold up those who write.
pub const ESTIMATES_PER_TURN_MAX: usize = 64;
/// Predictions of one wait that are kept until it ends: one every half minute of half an hour, and a sample
/// of a longer one.
pub const PREDICTIONS_KEPT_MAX: usize = 64;
/// Follow-up steps of one command before the desk declares itself broken: a command touches at
/// most every conversation once, and each leads to a handful of events.
pub const SETTLE_STEPS_MAX: usize = 2_000_000;
/// A closed conversation stays in memory this long, wrap-up aside: long enough for every screen that
/// shows it, or is just being reloaded, to show how it ended.
pub const CLOSED_KEPT_MS: u64 = 60_000;
