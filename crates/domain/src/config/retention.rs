//! How long things are kept after a conversation was closed. The rules never look at it.

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Retention {
    /// Whatever people wrote, the files with it; for ever if nothing is said.
    pub texts_ms: Option<u64>,
    /// The content of files.
    pub files_ms: Option<u64>,
}
