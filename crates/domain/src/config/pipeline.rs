//! Pipelines: the configured paths of conversations, stage by stage (SPEC §1, §2).
//!
//! Words that visitors read are data here; no rule reads them.

use alloc::{boxed::Box, collections::BTreeMap, string::String, vec::Vec};

use super::{Messages, Strategy};
use crate::ids::{ListId, PipelineId, QueueId, SkillId, StageId};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Pipeline {
    pub key: String,
    pub name: String,
    /// Where a conversation of it begins.
    pub first: StageId,
    /// In the order of the document.
    pub stages: Vec<StageId>,
    pub messages: Messages,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Stage {
    pub key: String,
    pub name: String,
    pub pipeline: PipelineId,
    pub kind: StageKind,
    pub messages: Messages,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum StageKind {
    /// Waits for an agent of a queue, and is with that agent.
    Connect(Box<Connect>),
    /// Tells the visitor something and goes on; closes where nothing follows.
    Message {
        next: Option<StageId>,
    },
    /// Before the conversation opens: asks the visitor.
    Form(FormStage),
    /// The visitor may leave a message while the conversation goes on waiting.
    OfflineForm,
    /// After closing: asks how it was.
    Survey {
        next: Option<StageId>,
    },
    End,
}

/// A stage with a queue. What is not set here is the queue's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Connect {
    /// A stage set up with an agent list has one of its own.
    pub queue: QueueId,
    /// The list it was set up with.
    pub list: Option<ListId>,
    pub tier: Option<u8>,
    pub strategy: Option<Strategy>,
    pub offer_timeout_ms: Option<u64>,
    pub still_searching_ms: Option<u64>,
    pub max_wait_ms: Option<u64>,
    pub priority: Option<u8>,
    /// Where it goes when the max wait is over.
    pub on_timeout: Option<Fallback>,
    /// Where it goes when its owner is lost or leaves it; waits here again otherwise.
    pub on_drop: Option<StageId>,
    /// What follows after closing, e.g. a survey.
    pub next: Option<StageId>,
    /// In the order they are shown.
    pub escalations: Vec<EscalationOption>,
}

/// Where a wait leads that was too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Fallback {
    Stage(StageId),
    Queue(QueueId),
    /// To the place it came from, the same agent first.
    Back,
}

/// One way up, or to another department.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct EscalationOption {
    /// What `/escalate` names; unique within its stage.
    pub key: String,
    pub label: String,
    /// A connect stage.
    pub stage: StageId,
    /// Only these are eligible at first.
    pub list: Option<ListId>,
    pub reason_required: bool,
    pub note_required: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct FormStage {
    /// In the order they are shown.
    pub fields: Vec<Field>,
    pub next: Option<StageId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Field {
    pub key: String,
    pub label: String,
    /// The label in other languages, by code.
    pub labels: BTreeMap<String, String>,
    pub required: bool,
    pub kind: FieldKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum FieldKind {
    Text,
    LongText,
    Email,
    /// One of these values.
    Choice(Vec<FieldOption>),
}

/// A value a visitor may choose, and what it means for routing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct FieldOption {
    pub value: String,
    pub label: String,
    /// The label in other languages, by code.
    pub labels: BTreeMap<String, String>,
    /// Skills the conversation asks for with it.
    pub needs: BTreeMap<SkillId, u8>,
    /// Goes on here and not at the form's `next`.
    pub stage: Option<StageId>,
}

impl Stage {
    pub fn connect(&self) -> Option<&Connect> {
        match &self.kind {
            StageKind::Connect(connect) => Some(connect),
            StageKind::Message { .. }
            | StageKind::Form(_)
            | StageKind::OfflineForm
            | StageKind::Survey { .. }
            | StageKind::End => None,
        }
    }
}
