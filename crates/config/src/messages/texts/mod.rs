//! What visitors are told unless the workspace says it otherwise: warm, short, honest, about the visitor and
//! never about the machinery. No guess at anybody's gender; formal where a language tells the two apart.

mod de;
mod en;
mod es;
mod fr;

use super::{Moment, Trigger, Wait};

/// The product's words in one language.
pub struct Language {
    pub code: &'static str,
    /// A template for every trigger; empty where the product stays silent by default.
    pub text: fn(Trigger) -> &'static str,
    /// A wait in words that fit after a colon and after "is".
    pub wait: fn(Wait) -> String,
    /// A moment in words that fit after "on".
    pub moment: fn(&Moment) -> String,
    /// The visitor, as an author of a message they read again.
    pub you: &'static str,
    /// In place of what was taken away.
    pub erased: &'static str,
}

/// English first: it is the last resort.
pub const LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        text: en::text,
        wait: en::wait,
        moment: en::moment,
        you: "You",
        erased: "Erased",
    },
    Language {
        code: "de",
        text: de::text,
        wait: de::wait,
        moment: de::moment,
        you: "Sie",
        erased: "Gelöscht",
    },
    Language {
        code: "es",
        text: es::text,
        wait: es::wait,
        moment: es::moment,
        you: "Usted",
        erased: "Borrado",
    },
    Language {
        code: "fr",
        text: fr::text,
        wait: fr::wait,
        moment: fr::moment,
        you: "Vous",
        erased: "Effacé",
    },
];
