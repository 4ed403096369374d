//! Words for visitors: triggers that exist, languages, lengths; and how the chat looks.

use super::{Check, NAME_CHARS_MAX};
use crate::{
    document::{Messages, Texts, Widget, is_language},
    finding::{Code, nearest},
    messages::{TemplateFault, TemplateFaultKind, Trigger, check_template},
    position::At,
};

impl Check<'_> {
    pub(super) fn messages(&mut self, messages: &Messages) {
        for (trigger, texts) in messages.iter() {
            let Some(of) = Trigger::of_key(trigger) else {
                self.unknown_trigger(trigger);
                continue;
            };
            for (language, text) in texts.iter() {
                self.language(language);
                self.template(of, text);
            }
        }
    }

    fn unknown_trigger(&mut self, trigger: &At<String>) {
        let known: Vec<&str> = Trigger::ALL.iter().map(|trigger| trigger.key()).collect();
        let message = format!("nothing is told on `{}`", trigger.value);
        self.error(Code::UnknownWord, trigger.span, message).help =
            Some(match nearest(trigger, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of: {}", known.join(", ")),
            });
    }

    /// An empty one is meant: nothing is said.
    pub(super) fn template(&mut self, trigger: Trigger, text: &At<String>) {
        self.faults(text, check_template(trigger, text));
    }

    pub(super) fn faults(&mut self, text: &At<String>, faults: Vec<TemplateFault>) {
        for fault in faults {
            let code = match fault.kind {
                TemplateFaultKind::UnknownVariable => Code::UnknownVariable,
                TemplateFaultKind::BadTemplate => Code::BadTemplate,
            };
            self.error(code, text.span, fault.message).help = fault.help;
        }
    }

    pub(super) fn texts(&mut self, texts: &Texts, chars_max: usize) {
        for (language, text) in texts.iter() {
            self.language(language);
            if text.chars().count() > chars_max {
                let message = format!("a text is at most {chars_max} characters long");
                self.error(Code::BadText, text.span, message);
            }
        }
    }

    pub(super) fn languages(&mut self, codes: &[At<String>]) {
        for (i, code) in codes.iter().enumerate() {
            self.language(code);
            if codes[..i].iter().any(|earlier| earlier.value == code.value) {
                let message = format!("the language `{}` is named twice", code.value);
                self.error(Code::NamedTwice, code.span, message);
            }
        }
    }

    pub(super) fn language(&mut self, code: &At<String>) {
        if !is_language(code) {
            let message = format!("`{}` is not the code of a language", code.value);
            self.error(Code::BadLanguage, code.span, message).help =
                Some("codes are written in lower case: `de`, `pt-br`".to_owned());
        }
    }

    pub(super) fn widget(&mut self, widget: &Widget) {
        self.texts(&widget.title, NAME_CHARS_MAX);
        self.languages(&widget.languages);
        if let Some(colour) = &widget.colour {
            let digits = colour.strip_prefix('#').unwrap_or_default();
            if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
                let message = format!("`{}` is not a colour", colour.value);
                self.error(Code::BadText, colour.span, message).help =
                    Some("a colour is written in six digits, in quotes: `'#0b6e4f'`".to_owned());
            }
        }
    }
}
