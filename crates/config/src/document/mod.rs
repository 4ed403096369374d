//! The document as it is written: every section, field and word of the YAML.
//!
//! Only shapes. What they may hold is for `check`, what they mean for `translate`. Durations are
//! written with units, everything else is a key, a number or a text. Doc comments become the JSON Schema.

mod alerts;
mod canned;
mod hours;
mod messages;
mod people;
mod pipelines;
mod queues;
mod reference;
mod retention;
mod settings;
mod widget;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::position::{At, Entries};

pub use alerts::AlertsEntry;
pub use canned::CannedEntry;
pub use hours::{Date, DayNames, HolidayEntry, HoursEntry, Times};
pub(crate) use messages::is_language;
pub use messages::{LanguageCodes, Messages, Texts, TriggerNames};
pub use people::{AgentEntry, AgentKind, ListEntry, Role, Rule, SkillEntry, TeamEntry};
pub use pipelines::{
    EscalationEntry, FieldEntry, FieldKind, OptionEntry, PipelineEntry, StageEntry, StageKind,
};
pub use queues::{Credit, Language, Members, Mode, QueueEntry, Relax, Strategy, WrapUp};
pub use reference::{Kind, Reference};
pub use retention::Retention;
pub use settings::{ChainPolicy, EdgeEnd, EdgeEntry, HandRule, SettingsEntry};
pub use widget::{Ask, Position, Theme, Widget};

/// One workspace: its people, its queues and pipelines, and the switches of the rules.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub workspace: Workspace,
    #[serde(default)]
    pub settings: SettingsEntry,
    /// Abilities that queues ask for and agents hold at level 1–5.
    #[serde(default)]
    pub skills: Entries<SkillEntry>,
    /// Departments.
    #[serde(default)]
    pub teams: Entries<TeamEntry>,
    pub agents: Entries<AgentEntry>,
    /// Named sets of agents.
    #[serde(default)]
    pub lists: Entries<ListEntry>,
    /// Business hours that queues refer to.
    #[serde(default)]
    pub hours: Entries<HoursEntry>,
    pub queues: Entries<QueueEntry>,
    /// Paths of conversations: stages with their time-outs, fallbacks and ways up.
    #[serde(default)]
    pub pipelines: Entries<PipelineEntry>,
    /// Ways that hand-overs may go; all of them if none is named.
    #[serde(default)]
    pub edges: Vec<At<EdgeEntry>>,
    /// What raises a hand for the supervisors without anybody asking.
    #[serde(default)]
    pub hand_rules: Entries<At<HandRule>>,
    /// When the supervisors' board says that something is over a limit.
    #[serde(default)]
    pub alerts: AlertsEntry,
    /// Reasons that a hand-over may carry, in the order they are shown.
    #[serde(default)]
    pub reasons: Entries<At<String>>,
    /// Codes given at the end of after-contact work, in the order they are shown.
    #[serde(default)]
    pub dispositions: Entries<At<String>>,
    /// Why an agent may be away, in the order they are shown; a break, lunch, a meeting or training if left out.
    pub away_reasons: Option<Entries<At<String>>>,
    /// Tags that a conversation may carry, in the order they are shown; any tag if none is named.
    #[serde(default)]
    pub tags: Entries<At<String>>,
    /// What visitors are told, where it is not the product's own words.
    #[serde(default)]
    pub messages: Messages,
    /// Replies that agents have at hand after a slash, in the order they are shown.
    #[serde(default)]
    pub canned_replies: Entries<CannedEntry>,
    /// How the chat looks on the customer's page.
    #[serde(default)]
    pub widget: Widget,
    /// How long what people wrote is kept; for ever if left out.
    #[serde(default)]
    pub retention: Retention,
    /// Where a conversation begins when the visitor's page names no place: a queue or a pipeline.
    pub entry: Reference,
    /// The text all positions refer to.
    #[serde(skip)]
    pub(crate) source: String,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workspace {
    /// The name of the organisation, as visitors and agents see it.
    pub name: At<String>,
    /// The time zone of the workspace's days, like `Europe/Berlin` (`UTC`).
    pub zone: Option<At<String>>,
}
