//! Parts of a document tried before they are in force: messages with sample values, hours of the coming weeks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Everything a visitor can be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Triggers {
    pub triggers: Vec<Trigger>,
}

/// One moment at which a visitor is told something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Trigger {
    /// As the document names it.
    pub key: String,
    /// What its templates may name; `visitor` stands for every attribute of the page.
    pub variables: Vec<String>,
    /// The product's own templates by language; a language that is missing is silent.
    pub texts: BTreeMap<String, String>,
}

/// Templates of one trigger, by language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewMessages {
    pub trigger: String,
    pub texts: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MessagesPreviewed {
    /// By language, as it was asked.
    pub texts: BTreeMap<String, PreviewedText>,
}

/// What a template says with sample values, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreviewedText {
    /// Empty where it says nothing; absent where it is faulty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<TextFault>,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextFault {
    pub message: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// Hours of a document that need not be in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewHours {
    pub yaml: String,
    /// The key of the hours.
    pub hours: String,
}

/// A document that need not be in force, as a visitor would meet it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewWelcome {
    pub yaml: String,
    /// The visitor's language, a code such as `de`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// When they would be open from now on, for two weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HoursPreviewed {
    pub open_now: bool,
    pub open: Vec<OpenStretch>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenStretch {
    /// RFC 3339, UTC.
    #[schema(format = DateTime)]
    pub from: String,
    /// RFC 3339, UTC.
    #[schema(format = DateTime)]
    pub to: String,
}
