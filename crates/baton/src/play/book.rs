//! What the players saw and were promised, and whether the journal agrees.
//!
//! Every party notes the messages it received, by sequence, and for how long it was entitled to them. At the
//! end each note is held against the transcripts that the server reads from its journal.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use hdrhistogram::Histogram;
use protocol::{
    ids::{ConversationId, MessageId},
    staff,
};

/// The longest latency that is told apart: a minute, in microseconds.
const LATENCY_MAX_US: u64 = 60_000_000;

/// Written by all players of a play.
#[derive(Default)]
pub struct Book {
    pages: Mutex<Pages>,
}

#[derive(Default)]
struct Pages {
    sent: BTreeMap<MessageId, Instant>,
    received: Vec<(MessageId, Instant)>,
    acknowledged: Vec<(ConversationId, MessageId)>,
    parties: Vec<Party>,
}

/// What one party saw.
#[derive(Default)]
pub struct Party {
    seen: BTreeMap<ConversationId, Seen>,
}

#[derive(Default)]
struct Seen {
    messages: Vec<(u64, MessageId)>,
    stays: Vec<Stay>,
}

/// From when until when a party was entitled to every message, both ends exclusive.
struct Stay {
    after: u64,
    before: Option<u64>,
}

impl Party {
    /// The party is in the conversation from this sequence on.
    pub fn enters(&mut self, conversation: ConversationId, sequence: u64) {
        let stays = &mut self.seen.entry(conversation).or_default().stays;
        if stays.last().is_none_or(|stay| stay.before.is_some()) {
            stays.push(Stay { after: sequence, before: None });
        }
    }

    pub fn leaves(&mut self, conversation: ConversationId, sequence: u64) {
        let stay = self.seen.get_mut(&conversation).and_then(|seen| seen.stays.last_mut());
        if let Some(stay) = stay.filter(|stay| stay.before.is_none()) {
            stay.before = Some(sequence);
        }
    }

    pub fn sees(&mut self, conversation: ConversationId, sequence: u64, message: MessageId) {
        self.seen.entry(conversation).or_default().messages.push((sequence, message));
    }

    /// Whether this message was seen before.
    pub fn has(&self, conversation: ConversationId, sequence: u64) -> bool {
        let seen = self.seen.get(&conversation);
        seen.is_some_and(|seen| seen.messages.iter().rev().any(|(at, _)| *at == sequence))
    }

    /// The last message seen in a conversation, or where the party entered.
    pub fn last_seen(&self, conversation: ConversationId) -> u64 {
        let Some(seen) = self.seen.get(&conversation) else { return 0 };
        let message = seen.messages.iter().map(|(sequence, _)| *sequence).max().unwrap_or(0);
        message.max(seen.stays.last().map_or(0, |stay| stay.after))
    }
}

/// How the notes and the journal compare.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub messages: u64,
    pub lost: u64,
    pub doubled: u64,
}

/// One message as the journal has it.
pub struct Journaled {
    pub sequence: u64,
    pub message: MessageId,
}

impl Book {
    pub fn acknowledge(&self, conversation: ConversationId, message: MessageId, sent: Instant) {
        let mut pages = self.pages();
        pages.sent.insert(message, sent);
        pages.acknowledged.push((conversation, message));
    }

    /// Somebody other than the author received it.
    pub fn receive(&self, message: MessageId, at: Instant) {
        self.pages().received.push((message, at));
    }

    pub fn hand_in(&self, party: Party) {
        self.pages().parties.push(party);
    }

    /// Microseconds from sending to receipt at another party.
    pub fn latencies(&self) -> Histogram<u64> {
        let pages = self.pages();
        // Bounds are constants that the library accepts; three figures are what people read.
        let mut histogram =
            Histogram::new_with_bounds(1, LATENCY_MAX_US, 3).expect("constant bounds");
        for (message, at) in &pages.received {
            if let Some(sent) = pages.sent.get(message) {
                let us = u64::try_from(at.saturating_duration_since(*sent).as_micros())
                    .unwrap_or(LATENCY_MAX_US);
                histogram.saturating_record(us.max(1));
            }
        }
        histogram
    }

    /// Holds every party's notes against the journal.
    pub fn compare(&self, journal: &BTreeMap<ConversationId, Vec<Journaled>>) -> Comparison {
        let pages = self.pages();
        let mut comparison = Comparison {
            messages: journal.values().map(|messages| messages.len() as u64).sum(),
            ..Comparison::default()
        };
        for (conversation, message) in &pages.acknowledged {
            let kept = journal
                .get(conversation)
                .map_or(0, |all| all.iter().filter(|m| m.message == *message).count());
            comparison.lost += u64::from(kept == 0);
            comparison.doubled += kept.saturating_sub(1) as u64;
        }
        for (conversation, seen) in pages.parties.iter().flat_map(|party| &party.seen) {
            let messages = journal.get(conversation).map_or(&[][..], Vec::as_slice);
            let distinct: BTreeSet<u64> =
                seen.messages.iter().map(|(sequence, _)| *sequence).collect();
            comparison.doubled += (seen.messages.len() - distinct.len()) as u64;
            let entitled = |sequence: u64| {
                let inside = |stay: &Stay| {
                    stay.after < sequence && stay.before.is_none_or(|before| sequence < before)
                };
                seen.stays.iter().any(inside)
            };
            let missed =
                messages.iter().filter(|m| entitled(m.sequence) && !distinct.contains(&m.sequence));
            comparison.lost += missed.count() as u64;
            // A message at another place than the journal's, or of a conversation that has none, is one lost there.
            let at: BTreeMap<u64, MessageId> =
                messages.iter().map(|m| (m.sequence, m.message)).collect();
            comparison.lost +=
                seen.messages.iter().filter(|(sequence, m)| at.get(sequence) != Some(m)).count()
                    as u64;
        }
        comparison
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The messages among a transcript's lines.
pub fn messages(lines: &[staff::Line]) -> Vec<Journaled> {
    lines
        .iter()
        .filter_map(|line| match &line.content {
            staff::Content::Message(message) => {
                Some(Journaled { sequence: line.sequence, message: message.message })
            }
            staff::Content::Event(_) => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const C: ConversationId = ConversationId(1);

    fn journal(sequences: &[u64]) -> BTreeMap<ConversationId, Vec<Journaled>> {
        let message =
            |sequence: &u64| Journaled { sequence: *sequence, message: MessageId(*sequence) };
        BTreeMap::from([(C, sequences.iter().map(message).collect())])
    }

    fn party(after: u64, before: Option<u64>, seen: &[u64]) -> Party {
        let mut party = Party::default();
        party.enters(C, after);
        seen.iter().for_each(|sequence| party.sees(C, *sequence, MessageId(*sequence)));
        if let Some(before) = before {
            party.leaves(C, before);
        }
        party
    }

    fn compared(parties: Vec<Party>, acknowledged: &[u64]) -> Comparison {
        let book = Book::default();
        acknowledged.iter().for_each(|m| book.acknowledge(C, MessageId(*m), Instant::now()));
        parties.into_iter().for_each(|party| book.hand_in(party));
        book.compare(&journal(&[10, 20, 30]))
    }

    #[test]
    fn a_party_must_have_seen_each_message_of_its_stay_once() {
        let clean = Comparison { messages: 3, lost: 0, doubled: 0 };
        assert_eq!(
            compared(vec![party(0, None, &[10, 20, 30]), party(10, Some(30), &[20])], &[10]),
            clean
        );
        assert_eq!(compared(vec![party(0, None, &[10, 30])], &[]).lost, 1);
        assert_eq!(compared(vec![party(0, None, &[10, 20, 20, 30])], &[]).doubled, 1);
        assert_eq!(compared(vec![party(0, None, &[10, 20, 30, 31])], &[]).lost, 1);
    }

    #[test]
    fn what_was_acknowledged_must_be_in_the_journal() {
        assert_eq!(compared(vec![], &[10, 20]).lost, 0);
        assert_eq!(compared(vec![], &[10, 99]).lost, 1);
    }
}
