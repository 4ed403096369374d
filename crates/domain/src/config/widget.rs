//! How the chat looks on the customer's page and what it asks first. The rules never look at it.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Widget {
    /// By language code.
    pub title: BTreeMap<String, String>,
    /// Like `#0b6e4f`.
    pub colour: Option<String>,
    pub theme: Theme,
    pub position: Position,
    /// The first for everybody else; those of the visitor's browser if there is none.
    pub languages: Vec<String>,
    pub ask_name: Ask,
    pub ask_email: Ask,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Theme {
    /// As the visitor's system says.
    #[default]
    System,
    Light,
    Dark,
}

/// The corner of the page where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Position {
    #[default]
    Right,
    Left,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Ask {
    #[default]
    Never,
    /// May be left empty.
    Optional,
    Required,
}

impl Widget {
    /// What a workspace has that says nothing of it.
    pub(super) const PLAIN: Self = Self {
        title: BTreeMap::new(),
        colour: None,
        theme: Theme::System,
        position: Position::Right,
        languages: Vec::new(),
        ask_name: Ask::Never,
        ask_email: Ask::Never,
    };
}
