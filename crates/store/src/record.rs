//! Records and the batches they are committed in.
//!
//! A batch numbers its records itself, so a gap cannot be written. What commits it stands in
//! [`crate::journal`]; how an event is written, in [`crate::codec`].

use std::borrow::Cow;

use domain::{
    Answer,
    command::{Actor, Audience, Body},
    event::Event,
    history::HistoryStep,
    ids::{BodyId, ConversationId, FileId, MessageId, Timestamp},
};

use crate::{
    codec::{self, DecodeError},
    erasure::ErasureAsked,
    facts::{FactChange, FactsPosition},
    ids::{Epoch, Sequence, WorkspaceId},
};

/// One line of a workspace's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub sequence: Sequence,
    pub at: Timestamp,
    pub kind: Cow<'static, str>,
    pub version: u16,
    /// One JSON object, after the kind and version.
    pub body: String,
    pub conversation: Option<ConversationId>,
    /// Who caused it.
    pub actor: Actor,
    /// On the first record of a command that a client gave an id.
    pub command_key: Option<CommandKey>,
}

impl Record {
    /// The fact this record tells.
    pub fn event(&self) -> Result<Event, DecodeError> {
        codec::decode(&self.kind, self.version, &self.body)
    }

    /// What it tells of, each fact at the time when it happened: of an imported history that was long before.
    pub fn told(&self) -> Result<Vec<(Timestamp, Event)>, DecodeError> {
        let event = self.event()?;
        if let Event::HistoryImported { steps, .. } = event {
            return Ok(steps.into_iter().map(|HistoryStep { at, event }| (at, event)).collect());
        }
        Ok(vec![(self.at, event)])
    }
}

/// What a client called its command and what it was answered: a repeat is answered the same (invariant I8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandKey {
    /// A UUIDv7 made by the client.
    pub client_id: u128,
    pub answer: Answer,
}

/// A command of the past, with what a repeat of it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastCommand {
    pub actor: Actor,
    pub key: CommandKey,
    /// The first record that followed from it.
    pub sequence: Sequence,
    pub at: Timestamp,
}

/// Decisions of one workspace that become durable together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub(crate) workspace: WorkspaceId,
    pub(crate) epoch: Epoch,
    pub(crate) after: Sequence,
    pub(crate) records: Vec<Record>,
    pub(crate) bodies: Vec<(BodyId, Body)>,
    pub(crate) posted: Vec<PostedFile>,
    pub(crate) archived: Vec<ConversationId>,
    pub(crate) erased: Vec<ErasureAsked>,
    pub(crate) facts: Option<FactsOfBatch>,
}

/// A file has been posted with a message; written in the transaction of its record, so that a
/// message never stands without its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostedFile {
    pub file: FileId,
    pub message: MessageId,
    pub audience: Audience,
}

/// What a batch makes of the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactsOfBatch {
    pub changes: Vec<FactChange>,
    /// Where they stand after it.
    pub position: FactsPosition,
}

impl Batch {
    /// An empty batch to stand after the record `after`, written by the holder of `epoch`.
    pub fn new(workspace: WorkspaceId, epoch: Epoch, after: Sequence) -> Self {
        Self {
            workspace,
            epoch,
            after,
            records: Vec::new(),
            bodies: Vec::new(),
            posted: Vec::new(),
            archived: Vec::new(),
            erased: Vec::new(),
            facts: None,
        }
    }

    /// Adds one decision: the events of a command and the bodies they name.
    pub fn add<'a>(
        &mut self,
        at: Timestamp,
        actor: Actor,
        command_key: Option<CommandKey>,
        events: impl IntoIterator<Item = &'a Event>,
        bodies: Vec<(BodyId, Body)>,
    ) {
        let mut command_key = command_key;
        let mut sequence = self.last();
        for event in events {
            sequence = sequence.next();
            let codec::Encoded { kind, version, body } = codec::encode(event);
            if let Event::MessagePosted { message, audience, files, .. } = event {
                let posted = |file| PostedFile { file, message: *message, audience: *audience };
                self.posted.extend(files.iter().map(|file| posted(file.file)));
            }
            if let Event::ConversationArchived { conversation } = event {
                self.archived.push(*conversation);
            }
            if let Event::VisitorErased { visitor } = event {
                self.erased.push(ErasureAsked { visitor: *visitor, sequence, at, by: actor });
            }
            self.records.push(Record {
                sequence,
                at,
                kind: Cow::Borrowed(kind),
                version,
                body,
                conversation: event.conversation(),
                actor,
                command_key: command_key.take(),
            });
        }
        self.bodies.extend(bodies);
    }

    /// The facts follow this batch by these changes, up to that position. A batch without them leaves the facts behind
    /// the journal.
    pub fn add_facts(&mut self, changes: Vec<FactChange>, position: FactsPosition) {
        self.facts = Some(FactsOfBatch { changes, position });
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The sequence of the workspace once this batch is committed.
    pub fn last(&self) -> Sequence {
        Sequence(self.after.0 + self.records.len() as u64)
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }

    pub fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// The sequence this batch expects the workspace to be at.
    pub fn after(&self) -> Sequence {
        self.after
    }

    pub fn records(&self) -> &[Record] {
        &self.records
    }

    pub fn bodies(&self) -> &[(BodyId, Body)] {
        &self.bodies
    }

    pub fn posted(&self) -> &[PostedFile] {
        &self.posted
    }

    pub fn facts(&self) -> Option<&FactsOfBatch> {
        self.facts.as_ref()
    }

    /// Conversations nobody can write in any more: what was begun there goes in the same transaction.
    pub fn archived(&self) -> &[ConversationId] {
        &self.archived
    }

    /// Visitors who are to be erased; nobody is known by an id of theirs from here.
    pub fn erased(&self) -> &[ErasureAsked] {
        &self.erased
    }
}
