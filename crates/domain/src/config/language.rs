//! What is kept by language.

use alloc::{collections::BTreeMap, string::String};

/// What stands for a language: its own, else that of its base (`pt` for `pt-br`). Codes are written in lower case.
pub fn in_language<'a, T>(by_code: &'a BTreeMap<String, T>, code: &str) -> Option<&'a T> {
    let base = code.split('-').next().unwrap_or(code);
    [code, base].into_iter().find_map(|code| by_code.get(code))
}
