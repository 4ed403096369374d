//! Reports: what there are, one with its figures, the conversations behind a figure, and those somebody saved.
//!
//! Rows are objects whose keys are the report's columns; which columns there are is told by the report itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::ids::ConversationId;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportList {
    pub reports: Vec<ReportAbout>,
}

/// A report as it is declared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportAbout {
    pub name: String,
    /// `{tier}` and the like stand for the value of the filter of that key.
    pub title: String,
    /// What it answers.
    pub question: String,
    /// `tiers`, `handovers`, `service`, `people` or `quality`.
    pub group: String,
    /// What is counted.
    pub grain: String,
    pub filters: Vec<FilterAbout>,
    pub columns: Vec<ColumnAbout>,
    pub chart: ChartAbout,
    /// The conversations behind its figures can be listed.
    pub drill_down: bool,
    /// Columns that a row may be told apart by for that.
    pub drill_by: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FilterAbout {
    pub key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// What there is to choose from; anything of its kind if there is nothing.
    pub options: Vec<FilterOption>,
    /// It may be something else as well, such as a tag that conversations had once.
    pub open: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FilterOption {
    pub value: String,
    /// Where the value is a key: what it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ColumnAbout {
    pub key: String,
    pub title: String,
    pub definition: String,
    /// `count`, `share` (0 to 1), `duration` (milliseconds), `number`, `time`, `bucket`, `agent`, `queue`, … `stations`.
    pub unit: String,
    /// `dimension`, `measure`, or `low` and `high`: the interval of the share before them.
    pub role: String,
    /// Right to ± 2 %.
    pub approximate: bool,
    /// What stands in a column of codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChartAbout {
    /// `stacked_bars`, `bars`, `line`, `intervals`, `heat_map`, `chain_lengths`, `paths`, `calibration` or `none`.
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
    pub series: Vec<String>,
}

/// A report with its figures. Agents, queues and so on stand by key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportAnswer {
    pub report: String,
    /// Those in force.
    #[schema(value_type = Object)]
    pub filters: Map<String, Value>,
    #[schema(value_type = Object)]
    pub totals: Map<String, Value>,
    #[schema(value_type = Vec<Object>)]
    pub rows: Vec<Map<String, Value>>,
    /// How many rows there are; only the first thousand are told here, and all of them in the export.
    pub rows_in_all: u64,
    /// There are more than `rows_in_all` says, which the export leaves out too.
    pub truncated: bool,
    /// What keys are called, by unit.
    pub names: BTreeMap<String, BTreeMap<String, String>>,
    /// The period of the same length before, if it was asked for and there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<ReportFigures>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportFigures {
    #[schema(value_type = Object)]
    pub totals: Map<String, Value>,
    #[schema(value_type = Vec<Object>)]
    pub rows: Vec<Map<String, Value>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportConversations {
    pub conversations: Vec<ReportConversation>,
    /// Ask again with `after` at the last one's id.
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReportConversation {
    pub conversation: ConversationId,
    /// What it is called where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// When it was opened, RFC 3339.
    pub at: String,
    /// Where it is, or was at its end.
    pub queue: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub close_reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    pub hops: u64,
    pub sight: Sight,
}

/// How much of a conversation the asking person may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// What was said, and how it went.
    Words,
    /// How it went: flow and metadata.
    Course,
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SavedReports {
    pub saved_reports: Vec<SavedReport>,
}

/// A report with filters that somebody keeps for themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SavedReport {
    pub id: String,
    pub name: String,
    pub report: String,
    #[schema(value_type = Object)]
    pub filters: Map<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSavedReport {
    pub name: String,
    pub report: String,
    #[schema(value_type = Object)]
    pub filters: Map<String, Value>,
}
