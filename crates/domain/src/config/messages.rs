//! What visitors are told, where the workspace says it otherwise than the product.
//!
//! The rules never read them: an event says which message it is, `config` makes the words at the edge.

use alloc::{collections::BTreeMap, string::String};

/// Templates by the key of their trigger, then by language code. An empty one suppresses the message.
pub type Messages = BTreeMap<String, BTreeMap<String, String>>;
