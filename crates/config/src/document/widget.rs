//! How the chat looks on the customer's page, and what it asks first.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Texts;
use crate::position::At;

/// The chat on the customer's page.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Widget {
    /// Stands at its top, by language; the name of the workspace if left out.
    pub title: Texts,
    /// The colour of buttons and of the visitor's messages, like `#0b6e4f`.
    pub colour: Option<At<String>>,
    pub theme: Theme,
    pub position: Position,
    /// Languages it speaks, the first for everybody else; those of the visitor's browser if left out.
    pub languages: Vec<At<String>>,
    /// Whether the visitor is asked for a name before the conversation.
    pub ask_name: Ask,
    /// Whether the visitor is asked for an e-mail address before the conversation.
    pub ask_email: Ask,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the visitor's system says.
    #[default]
    System,
    Light,
    Dark,
}

/// The corner of the page where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    #[default]
    Right,
    Left,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    #[default]
    Never,
    /// The visitor may leave it empty.
    Optional,
    Required,
}
