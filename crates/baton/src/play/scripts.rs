//! How far each dialogue has come, and which hand-over is next; shared by its visitor and its agents.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::plan::{Ending, Handover, Plan};

#[derive(Default)]
pub struct Scripts {
    scripts: Mutex<BTreeMap<String, Script>>,
}

#[derive(Default)]
struct Script {
    plan: Plan,
    next: usize,
    said: usize,
    declined: bool,
}

impl Scripts {
    pub fn add(&self, dialogue: &str, plan: Plan) {
        self.scripts().insert(dialogue.into(), Script { plan, ..Script::default() });
    }

    /// The visitor has said so many lines.
    pub fn said(&self, dialogue: &str, lines: usize) {
        if let Some(script) = self.scripts().get_mut(dialogue) {
            script.said = lines;
        }
    }

    /// The hand-over whose time has come, once.
    pub fn due(&self, dialogue: &str) -> Option<Handover> {
        let mut scripts = self.scripts();
        let script = scripts.get_mut(dialogue)?;
        let handover = script
            .plan
            .handovers
            .get(script.next)
            .copied()
            .filter(|handover| handover.after <= script.said)?;
        script.next += 1;
        script.declined = false;
        Some(handover)
    }

    /// How the hand-over under way should end.
    pub fn ending(&self, dialogue: &str) -> Option<Ending> {
        let scripts = self.scripts();
        let script = scripts.get(dialogue)?;
        Some(script.plan.handovers.get(script.next.checked_sub(1)?)?.ending)
    }

    /// Whether this receiver is the one who says no: the first of a hand-over that is to be declined.
    pub fn declines(&self, dialogue: &str) -> bool {
        let Some(Ending::Declined) = self.ending(dialogue) else { return false };
        let mut scripts = self.scripts();
        scripts
            .get_mut(dialogue)
            .is_some_and(|script| !std::mem::replace(&mut script.declined, true))
    }

    fn scripts(&self) -> MutexGuard<'_, BTreeMap<String, Script>> {
        self.scripts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
