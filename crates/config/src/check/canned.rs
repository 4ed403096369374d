//! Replies kept ready: their words, and for whom they are.

use domain::slash::Verb;

use super::{Check, QUEUE, TEAM};
use crate::{finding::Code, messages::check_canned};

impl Check<'_> {
    pub(super) fn canned_replies(&mut self) {
        let document = self.document;
        for (key, entry) in document.canned_replies.iter() {
            self.key(key);
            if Verb::of_word(key).is_some() {
                self.reserved(key, &key.value, "a command");
            }
            self.name(&entry.title);
            if entry.text.is_empty() {
                let message = format!("the reply `{}` has no words", key.value);
                self.error(Code::Empty, key.span, message);
            }
            for (language, text) in entry.text.iter() {
                self.language(language);
                if text.trim().is_empty() {
                    self.error(Code::BadText, text.span, "a reply cannot be empty");
                }
                self.faults(text, check_canned(key, text));
            }
            self.all_named(&entry.queues, &document.queues, QUEUE);
            self.all_named(&entry.teams, &document.teams, TEAM);
        }
    }
}
