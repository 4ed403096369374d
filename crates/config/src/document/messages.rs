//! What visitors are told: templates by trigger and language, for the workspace, a pipeline or a stage.

use crate::{
    messages::Trigger,
    position::{At, Entries, Keys},
};

/// Templates by the trigger that sends them. The nearest counts: stage, pipeline, workspace, product.
pub type Messages = Entries<Texts, TriggerNames>;

/// A text by language code. In a message an empty one means that nothing is said.
pub type Texts = Entries<At<String>, LanguageCodes>;

/// Keys of [`Messages`].
#[derive(Debug, Clone)]
pub struct TriggerNames;

impl Keys for TriggerNames {
    fn pattern() -> String {
        let keys: Vec<&str> = Trigger::ALL.iter().map(|trigger| trigger.key()).collect();
        format!("^({})$", keys.join("|"))
    }
}

/// Keys of [`Texts`]: BCP 47 in lower case.
#[derive(Debug, Clone)]
pub struct LanguageCodes;

impl Keys for LanguageCodes {
    fn pattern() -> String {
        "^[a-z]{2,3}(-[a-z0-9]{2,8})*$".to_owned()
    }
}

/// Whether a text is the code of a language as the document writes it.
pub(crate) fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let part = |part: &str, min: usize, max: usize| {
        (min..=max).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    parts
        .next()
        .is_some_and(|first| part(first, 2, 3) && first.chars().all(|c| c.is_ascii_lowercase()))
        && parts.all(|rest| part(rest, 2, 8))
}
