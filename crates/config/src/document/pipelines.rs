//! Pipelines: stages with their time-outs, fallbacks, ways up, forms and messages.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Messages, Reference, Strategy, Texts};
use crate::{
    duration::Duration,
    position::{At, Entries},
};

/// The path of a conversation, stage by stage.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PipelineEntry {
    pub name: At<String>,
    /// What its visitors are told, where it is not what the workspace says.
    #[serde(default)]
    pub messages: Messages,
    /// In order: a conversation begins in the first one.
    pub stages: Entries<At<StageEntry>>,
}

/// One step. Which fields it takes depends on its kind.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StageEntry {
    /// `connect` if left out, where there is a queue or a list.
    pub kind: Option<At<StageKind>>,
    /// The name colleagues see; that of the queue or list, else the key, if left out.
    pub name: Option<At<String>>,
    /// What visitors of this stage are told, where it is not what the pipeline says.
    pub messages: Messages,
    /// Where a connect stage waits for an agent.
    pub queue: Option<At<String>>,
    /// Instead of a queue: the stage has one of its own, served by this list.
    pub list: Option<At<String>>,
    /// The support level, from 1; the queue's if left out.
    pub tier: Option<At<u64>>,
    /// How the agent is chosen; as the queue says if left out.
    pub strategy: Option<Strategy>,
    /// How long an agent may take to accept, 5s–10m; as the queue says if left out.
    pub offer_timeout: Option<At<Duration>>,
    /// Wait until the visitor is told that the search goes on; as the queue says if left out.
    pub still_searching: Option<At<Duration>>,
    /// Longest wait before `on_timeout`; as the queue says if left out.
    pub max_wait: Option<At<Duration>>,
    /// Priority 0–9 set on every conversation that enters; as the queue says if left out.
    pub priority: Option<At<u64>>,
    /// Where a conversation goes after the max wait: a stage, `{ queue: overflow }`, or `back` to the place it
    /// came from; the queue's fallback if left out.
    pub on_timeout: Option<Reference>,
    /// The stage where a conversation goes whose owner is lost; waits here again if left out.
    pub on_drop: Option<At<String>>,
    /// The stage that follows: after a form or a message, and after closing in a connect stage.
    pub next: Option<At<String>>,
    /// Ways up, or to another department, in the order they are shown.
    pub escalations: Entries<EscalationEntry>,
    /// What a form asks, in this order.
    pub fields: Entries<FieldEntry>,
    /// What a message stage says, by language.
    pub text: Texts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Waits for an agent of a queue or list, and is with that agent.
    Connect,
    /// Tells the visitor something and goes on; closes where nothing follows.
    Message,
    /// Asks the visitor before the conversation opens.
    Form,
    /// The visitor may leave a message while the conversation goes on waiting.
    OfflineForm,
    /// Asks after closing how it was.
    Survey,
    End,
}

/// One way up, or to another department.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EscalationEntry {
    pub label: At<String>,
    /// A connect stage of this pipeline.
    pub stage: At<String>,
    /// At first only these are asked.
    pub list: Option<At<String>>,
    #[serde(default)]
    pub reason_required: bool,
    #[serde(default)]
    pub note_required: bool,
}

/// One question of a form.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldEntry {
    pub label: At<String>,
    /// The label in other languages.
    #[serde(default)]
    pub labels: Texts,
    #[serde(default)]
    pub kind: FieldKind,
    #[serde(default)]
    pub required: bool,
    /// The values of a choice, in the order they are shown.
    #[serde(default)]
    pub options: Entries<OptionEntry>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    #[default]
    Text,
    LongText,
    Email,
    /// One of its options.
    Choice,
}

/// A value a visitor may choose, and what it means for routing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionEntry {
    pub label: At<String>,
    /// The label in other languages.
    #[serde(default)]
    pub labels: Texts,
    /// Skills the conversation asks for with it, at least at this level.
    #[serde(default)]
    pub needs: Entries<At<u64>>,
    /// Goes on in this stage and not at the form's `next`.
    pub stage: Option<At<String>>,
}

impl StageEntry {
    /// What it is; unknown where it neither says so nor has a queue or list.
    pub fn kind(&self) -> Option<StageKind> {
        let connects = self.queue.is_some() || self.list.is_some();
        self.kind.as_ref().map(|kind| kind.value).or(connects.then_some(StageKind::Connect))
    }
}
