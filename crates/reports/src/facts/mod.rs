//! The facts of a workspace, folded from its journal: rows for reports, written with the records they come from.
//!
//! Pure and deterministic: the same events give the same rows to the byte, whether they are folded as they happen or
//! all at once. A conversation is folded alone; once archived it is told to the end, and what is said of it later is
//! no fact.

mod calendar;
mod conversation;
mod keeping;
mod names;
mod path;
mod presence;
mod reach;
pub mod scale;
mod setting;
pub(crate) mod words;

use std::collections::{BTreeMap, BTreeSet};

use calendar::Calendar;
use conversation::{Around, Conversation};
use domain::{
    event::Event,
    history::HistoryStep,
    ids::{ConversationId, Timestamp},
};
pub use keeping::{Rows, rebuild, resume};
use presence::Presences;
use setting::Settings;
use store::{
    Sequence,
    facts::{FactChange, FactsPosition, Value},
};

/// Of the fold and its tables: whoever changes what rows say counts it up, and facts are made anew.
pub const FORMAT: u32 = 2;

/// The zone of a workspace that says none.
pub const ZONE_UNSAID: &str = "UTC";

#[derive(Debug)]
pub struct Facts {
    /// None until something says it.
    zone: Option<String>,
    calendar: Calendar,
    settings: Settings,
    /// Of the record taken in last.
    sequence: Sequence,
    presences: Presences,
    open: BTreeMap<ConversationId, Told>,
    touched: BTreeSet<ConversationId>,
    changes: Vec<FactChange>,
}

/// A conversation and the rows of it that were handed out, by table and key.
#[derive(Debug)]
struct Told {
    conversation: Conversation,
    rows: BTreeMap<(&'static str, Vec<Value>), Vec<Value>>,
    archived: bool,
}

impl Facts {
    /// Before the first record. The zone is that of the newest configuration, also for what lies before it; where
    /// there is none, the first that is said.
    pub fn new(zone: Option<String>) -> Self {
        Self {
            calendar: Calendar::of(zone.as_deref().unwrap_or(ZONE_UNSAID)),
            zone,
            settings: Settings::default(),
            sequence: Sequence(0),
            presences: Presences::default(),
            open: BTreeMap::new(),
            touched: BTreeSet::new(),
            changes: Vec::new(),
        }
    }

    /// Goes on after the rows that were written. `configurations` are those that the events of `conversations`, the ones
    /// that are not archived, were told under.
    fn resume(
        position: &FactsPosition,
        configurations: &[(Sequence, Event)],
        rows: &Rows,
        conversations: Vec<Vec<(Sequence, Timestamp, Event)>>,
    ) -> Self {
        let mut facts = Self::new(Some(position.zone.clone()));
        for (sequence, event) in configurations {
            facts.set(*sequence, event);
        }
        facts.settings.named(&names::history(&rows.names));
        for (sequence, at, event) in conversations.into_iter().flatten() {
            facts.fold(sequence, at, &event);
        }
        facts.drain();
        facts.presences = Presences::resume(&rows.agents, &rows.presences);
        facts.sequence = position.sequence;
        facts
    }

    /// How far they tell.
    pub fn position(&self) -> FactsPosition {
        let zone = self.zone.clone().unwrap_or_else(|| ZONE_UNSAID.to_owned());
        FactsPosition { sequence: self.sequence, format: FORMAT, zone }
    }

    /// Takes the next record of the journal in.
    pub fn take(&mut self, sequence: Sequence, at: Timestamp, event: &Event) {
        self.sequence = sequence;
        self.set(sequence, event);
        self.settle_zone(event);
        self.changes.extend(names::rows(event).into_iter().map(FactChange::Put));
        let rules = self.settings.at(sequence);
        self.changes.extend(self.presences.take(event, at, rules, &self.calendar));
        if let Event::HistoryImported { conversation, case, steps } = event {
            self.import(*conversation, case, steps);
        } else {
            self.fold(sequence, at, event);
        }
    }

    /// What changed since it was asked last.
    pub fn drain(&mut self) -> Vec<FactChange> {
        for id in std::mem::take(&mut self.touched) {
            let Some(told) = self.open.get_mut(&id) else { continue };
            self.changes.extend(told.changes());
            if told.archived {
                self.open.remove(&id);
            }
        }
        std::mem::take(&mut self.changes)
    }

    fn set(&mut self, sequence: Sequence, event: &Event) {
        if let Event::WorkspaceConfigured { config } = event {
            self.settings.configured(sequence, config);
        } else if let Event::HistoryNamed { names } = event {
            self.settings.named(names);
        }
    }

    /// A later change of the zone waits until all rows are made anew.
    fn settle_zone(&mut self, event: &Event) {
        let said = if let Event::WorkspaceConfigured { config } = event {
            &config.zone
        } else if let Event::HistoryNamed { names } = event {
            &names.zone
        } else {
            return;
        };
        if self.zone.is_none() {
            self.calendar = Calendar::of(said);
            self.zone = Some(said.clone());
        }
    }

    fn fold(&mut self, sequence: Sequence, at: Timestamp, event: &Event) {
        let Some(id) = event.conversation() else { return };
        let around = Around { at, rules: self.settings.at(sequence), calendar: &self.calendar };
        let Some(told) = self.open.get_mut(&id) else {
            if let Some(conversation) = Conversation::open(event, around) {
                let told = Told { conversation, rows: BTreeMap::new(), archived: false };
                self.open.insert(id, told);
                self.touched.insert(id);
            }
            return;
        };
        told.archived |= matches!(event, Event::ConversationArchived { .. });
        if told.conversation.take(event, around) || told.archived {
            self.touched.insert(id);
        }
    }

    /// Tells a history from its beginning to its end, in place of what was told of it before.
    fn import(&mut self, id: ConversationId, case: &str, steps: &[HistoryStep]) {
        let rules = self.settings.at(self.sequence);
        let mut found: Option<Conversation> = None;
        for HistoryStep { at, event } in steps {
            let around = Around { at: *at, rules, calendar: &self.calendar };
            match &mut found {
                Some(conversation) => drop(conversation.take(event, around)),
                None => found = Conversation::open(event, around),
            }
        }
        self.changes.push(FactChange::Forget(id));
        if let Some(mut conversation) = found {
            conversation.imported(case);
            self.changes.extend(conversation.rows().into_iter().map(FactChange::Put));
        }
    }
}

impl Told {
    /// Rows that are new or say something else than before.
    fn changes(&mut self) -> Vec<FactChange> {
        let mut changes = Vec::new();
        let mut gone = std::mem::take(&mut self.rows);
        for row in self.conversation.rows() {
            let key = (row.table.name, row.key().to_vec());
            if gone.remove(&key).as_ref() != Some(&row.values) {
                changes.push(FactChange::Put(row.clone()));
            }
            self.rows.insert(key, row.values);
        }
        if gone.is_empty() {
            return changes;
        }
        // A tag was taken away: its conversation is told anew.
        let all = self.conversation.rows().into_iter().map(FactChange::Put);
        let id = ConversationId(self.conversation.id());
        [FactChange::Forget(id)].into_iter().chain(all).collect()
    }
}
