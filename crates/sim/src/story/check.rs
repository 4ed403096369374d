//! What holds after every command of every story, whatever the story is about.
//!
//! - the named invariants (I1–I5, I10, I11), everywhere;
//! - R8: a stale copy of each viewer's desk, with the touched objects exchanged, equals a fresh one;
//! - I7: nothing that reaches a visitor has the mark of staff texts or a name of the staff;
//! - I9, at the end: the journal replayed gives the same state.

use std::collections::BTreeMap;

use domain::{
    Desk,
    command::Body,
    event::Event,
    ids::BodyId,
    view::{self, ObjectKey, Snapshot, Viewer},
};

use super::{Record, names::Names};
use crate::secrecy;

#[derive(Debug, Default)]
pub struct Checks {
    copies: BTreeMap<Viewer, Snapshot>,
}

impl Checks {
    pub fn after_command(
        &mut self,
        desk: &Desk,
        events: &[Event],
        bodies: &BTreeMap<BodyId, Body>,
        names: &Names,
    ) -> Result<(), String> {
        let violations = desk.violations_everywhere();
        if !violations.is_empty() {
            return Err(format!("broken: {violations:?}"));
        }
        let bodies: BTreeMap<_, _> = bodies.iter().map(|(id, body)| (*id, body)).collect();
        for text in secrecy::told(desk, events, &bodies) {
            secrecy::for_visitors(desk, &text)?;
        }
        if let Some(passed) = desk.passed_over(events) {
            return Err(format!("I10: {passed:?} passed over"));
        }
        self.copies_follow(desk, events, names)
    }

    /// R8, one step at a time.
    fn copies_follow(
        &mut self,
        desk: &Desk,
        events: &[Event],
        names: &Names,
    ) -> Result<(), String> {
        let touched = view::touched(desk, events);
        let agents = desk
            .config()
            .into_iter()
            .flat_map(|config| config.agents.keys().copied())
            .map(Viewer::Agent);
        for viewer in agents.chain(names.visitors().map(Viewer::Visitor)) {
            let fresh = desk.snapshot(viewer);
            secrecy::seen(desk, fresh.values())?;
            let copy = self.copies.entry(viewer).or_default();
            if touched.everything {
                copy.clone_from(&fresh);
            }
            let me = match viewer {
                Viewer::Agent(agent) if touched.agents.contains(&agent) => Some(ObjectKey::Me),
                Viewer::Agent(_) | Viewer::Visitor(_) => None,
            };
            let conversations = touched.conversations.iter().map(|id| ObjectKey::Conversation(*id));
            for key in
                conversations.chain(touched.offers.iter().map(|id| ObjectKey::Offer(*id))).chain(me)
            {
                match desk.object(viewer, key) {
                    Some(object) => copy.insert(key, object),
                    None => copy.remove(&key),
                };
            }
            if *copy != fresh {
                let missed = missed(copy, &fresh);
                return Err(format!("R8: {viewer:?} missed {missed} after {events:?}"));
            }
        }
        Ok(())
    }

    /// I9.
    pub fn at_end(&self, desk: &Desk, journal: &[Record]) -> Result<(), String> {
        let mut replayed = Desk::new();
        for record in journal {
            replayed.apply(&record.event, record.at);
        }
        if replayed.state() == desk.state() {
            Ok(())
        } else {
            Err(format!(
                "I9: replayed to\n{:#?}\ninstead of\n{:#?}",
                replayed.state(),
                desk.state()
            ))
        }
    }
}

fn missed(copy: &Snapshot, fresh: &Snapshot) -> String {
    let keys: std::collections::BTreeSet<&ObjectKey> = copy.keys().chain(fresh.keys()).collect();
    let differing = keys.into_iter().filter(|key| copy.get(key) != fresh.get(key));
    let differing: Vec<String> = differing
        .map(|key| format!("{key:?}: has {:?}, should have {:?}", copy.get(key), fresh.get(key)))
        .collect();
    differing.join("; ")
}
