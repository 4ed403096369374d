//! The workspace document (YAML): reads it with positions, checks it, translates it.
//!
//! One way through: text → [`parse`] → [`Document`] → [`check`] → [`translate`] → `domain::config::Config`.
//! What is wrong is a [`Finding`] with a stable code and the exact place; [`render`] shows findings
//! the way a compiler does. Does no IO and reads no clock: the caller brings the text and the moment, and
//! journals the result.
//! Holds no passwords: an agent refers to an account by e-mail address.

mod changes;
mod check;
mod document;
mod duration;
mod finding;
pub mod messages;
mod parse;
mod position;
mod render;
mod schema;
mod translate;

pub use changes::{Change, ChangeKind, FieldChange, changes};
pub use check::check;
pub use document::{
    AgentEntry, AgentKind, Ask, ChainPolicy, Credit, Date, DayNames, Document, EdgeEnd, EdgeEntry,
    EscalationEntry, FieldEntry, FieldKind, HandRule, HolidayEntry, HoursEntry, Kind, Language,
    LanguageCodes, ListEntry, Members, Messages, Mode, OptionEntry, PipelineEntry, Position,
    QueueEntry, Reference, Relax, Role, Rule, SettingsEntry, SkillEntry, StageEntry, StageKind,
    Strategy, TeamEntry, Texts, Theme, Times, TriggerNames, Widget, Workspace, WrapUp,
};
pub use duration::Duration;
pub use finding::{Code, Finding, Findings, Severity};
pub use parse::parse;
pub use position::{At, Entries, Keys, Own, Span};
pub use render::render;
pub use schema::schema_json;
pub use translate::{HORIZON_DAYS, day_of, hours_ahead, open_hours, translate};

/// Reads and checks a document and translates it as the version after `previous`, its hours from `now` on.
///
/// Warnings do not stand in the way; they are for [`check`] to show.
pub fn load(
    text: &str,
    previous: Option<&domain::config::Config>,
    now: domain::ids::Timestamp,
) -> Result<domain::config::Config, Findings> {
    let document = parse(text)?;
    let findings = check(&document);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(Findings(findings));
    }
    Ok(translate(&document, previous, now))
}
