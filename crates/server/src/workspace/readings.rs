//! Who has read which conversation lately, so that the audit notes a reading once an hour and not with every page.
//!
//! Only spares the journal repetitions: after a restart, or when it is full, a reading is noted again.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use domain::ids::{AgentId, ConversationId, Timestamp};

use crate::limits::{READING_NOTED_MS, READINGS_KEPT_MAX};

#[derive(Debug, Default)]
pub struct Readings(Mutex<BTreeMap<(AgentId, ConversationId), Timestamp>>);

impl Readings {
    /// Whether this reading is to be noted; takes it for noted from here.
    pub fn begin(&self, agent: AgentId, conversation: ConversationId, now: Timestamp) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = |at: &Timestamp| now.since(*at) < READING_NOTED_MS;
        if noted.get(&(agent, conversation)).is_some_and(recent) {
            return false;
        }
        if noted.len() >= READINGS_KEPT_MAX {
            noted.retain(|_, at| recent(at));
        }
        if noted.len() >= READINGS_KEPT_MAX {
            noted.clear();
        }
        noted.insert((agent, conversation), now);
        true
    }

    /// It could not be noted: the next one is to be.
    pub fn forget(&self, agent: AgentId, conversation: ConversationId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&(agent, conversation));
    }
}
