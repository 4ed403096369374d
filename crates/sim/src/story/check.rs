//! What holds after every command of every story, whatever the story is about.
//!
//! - the named invariants (I1–I5, I10, I11), everywhere;
//! - R8: a stale copy of each viewer's desk, with the touched objects exchanged, equals a fresh one, and so does
//!   that of everybody's board;
//! - I7: nothing that reaches a visitor has the mark of staff texts or a name of the staff;
//! - I9, at the end: the journal replayed gives the same state.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Desk,
    command::Body,
    event::Event,
    ids::{BodyId, Timestamp},
    view::{
        self, ObjectKey, Snapshot, Viewer,
        board::{self, Board, Moment, Scope},
    },
};

use super::{Record, names::Names};
use crate::secrecy;

#[derive(Debug, Default)]
pub struct Checks {
    copies: BTreeMap<Viewer, Snapshot>,
    board: Option<Board>,
    boards: BTreeMap<Scope, BTreeMap<board::Key, board::Object>>,
}

impl Checks {
    pub fn after_command(
        &mut self,
        desk: &Desk,
        events: &[Event],
        bodies: &BTreeMap<BodyId, Body>,
        names: &Names,
        now: Timestamp,
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
        self.copies_follow(desk, events, names)?;
        self.boards_follow(desk, events, now)
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

    /// R8 for the board: kept up by what was touched, it equals one made anew; and what each scope was told of its
    /// changes leads to what that scope sees.
    fn boards_follow(
        &mut self,
        desk: &Desk,
        events: &[Event],
        now: Timestamp,
    ) -> Result<(), String> {
        let (touched, moment) = (view::touched(desk, events), moment(now));
        let fresh = Board::of(desk, moment);
        let agents = desk.config().into_iter().flat_map(|config| config.agents.keys());
        let scopes: BTreeSet<Scope> = agents.filter_map(|id| desk.board_scope(*id)).collect();
        let Some(kept) = self.board.as_mut().filter(|_| !touched.everything) else {
            let seen = |scope: Scope| {
                let objects = fresh.seen_by(&scope).map(|(key, one)| (key, one.clone())).collect();
                (scope, objects)
            };
            self.boards = scopes.into_iter().map(seen).collect();
            self.board = Some(fresh);
            return Ok(());
        };
        kept.touch(&touched, events);
        let changes = kept.refresh(desk, moment);
        if !kept.objects().eq(fresh.objects()) {
            return Err(format!("R8: the board is\n{kept:#?}\ninstead of\n{fresh:#?}"));
        }
        for (scope, copy) in &mut self.boards {
            for change in &changes {
                match change.after.as_ref().filter(|(_, reach)| scope.sees(reach)) {
                    Some((object, _)) => copy.insert(change.key, object.clone()),
                    None => copy.remove(&change.key),
                };
            }
            if !copy.iter().map(|(key, one)| (*key, one)).eq(fresh.seen_by(scope)) {
                return Err(format!("R8: {scope:?} missed something of {changes:?}"));
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

/// Stories know no zone: their days are those of UTC.
fn moment(now: Timestamp) -> Moment {
    const DAY_MS: u64 = 86_400_000;
    let day_began = Timestamp(now.0 - now.0 % DAY_MS);
    Moment { now, day_began, day_ends: day_began.after(DAY_MS) }
}

fn missed(copy: &Snapshot, fresh: &Snapshot) -> String {
    let keys: std::collections::BTreeSet<&ObjectKey> = copy.keys().chain(fresh.keys()).collect();
    let differing = keys.into_iter().filter(|key| copy.get(key) != fresh.get(key));
    let differing: Vec<String> = differing
        .map(|key| format!("{key:?}: has {:?}, should have {:?}", copy.get(key), fresh.get(key)))
        .collect();
    differing.join("; ")
}
