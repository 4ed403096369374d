//! How long what people wrote is kept.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{duration::Duration, position::At};

/// Periods in days, counted from the closing of a conversation. Figures are kept for ever.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// What people wrote, form answers, attributes, comments and files with it (for ever).
    pub texts: Option<At<Duration>>,
    /// The content of files, where it goes before the texts (as long as the texts).
    pub files: Option<At<Duration>>,
}
