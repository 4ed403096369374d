//! What of a conversation can be searched: a fold over its events to facets it is found by and passages that hold words.

use std::{collections::BTreeSet, fmt};

use domain::{
    command::{Actor, AssistMode, Audience, Body},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, FileId, QueueId, Timestamp, VisitorId},
    reach::{Said, Standing},
};
use serde::{Deserialize, Serialize};

use crate::{ids::Sequence, limits::PASSAGES_MAX};

/// One conversation, as far as it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub conversation: ConversationId,
    pub visitor: VisitorId,
    pub opened_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    /// Left memory.
    pub archived: bool,
    /// Where it is, or was at its end.
    pub queue: QueueId,
    /// Everywhere it was.
    pub queues: BTreeSet<QueueId>,
    pub last_owner: Option<AgentId>,
    /// Owners, and those who helped one.
    pub took_part: BTreeSet<AgentId>,
    /// Agents who wrote.
    pub authors: BTreeSet<AgentId>,
    pub tags: BTreeSet<String>,
    pub attributes: Option<BodyId>,
    pub answers: Option<BodyId>,
    /// What its visitor left at its end, for whoever would come.
    pub left: Option<Left>,
    /// Passages so far.
    pub passages: u32,
}

/// A message that a visitor left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub body: BodyId,
    /// Who marked it as answered, and when.
    pub answered: Option<(AgentId, Timestamp)>,
}

/// By what a conversation is found apart from its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Every conversation is one.
    Conversation,
    Open,
    Closed,
    /// A message was left and nobody has answered it.
    LeftOpen,
    LeftAnswered,
    Visitor(VisitorId),
    /// Took part, or wrote.
    Agent(AgentId),
    TookPart(AgentId),
    /// Was there.
    Queue(QueueId),
    /// Is there, or was at its end.
    Place(QueueId),
    Tag(String),
}

/// Something that was said, at a place of its conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub id: PassageId,
    /// The record that tells it.
    pub sequence: Sequence,
    pub at: Timestamp,
    pub kind: PassageKind,
    pub said: Said,
    pub source: Source,
}

/// In the order of conversations, and of what was said in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassageId {
    pub conversation: ConversationId,
    pub number: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    Message,
    /// With a hand-over, a raised hand or an invitation, or at the end of a leg.
    Note,
    FileName,
    /// What is known of the visitor: attributes, and what they filled in.
    Visitor,
    /// With a rating.
    Comment,
}

/// Where the words are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Body(BodyId),
    /// A file's name; erased with the body of its message.
    File {
        file: FileId,
        body: BodyId,
    },
}

impl Entry {
    /// Of a conversation that begins with this event.
    pub fn begun(event: &Event, at: Timestamp) -> Option<Self> {
        let Event::ConversationOpened { conversation, visitor, place, attributes, answers, .. } =
            event
        else {
            return None;
        };
        Some(Self {
            conversation: *conversation,
            visitor: *visitor,
            opened_at: at,
            closed_at: None,
            archived: false,
            queue: place.queue,
            queues: BTreeSet::from([place.queue]),
            last_owner: None,
            took_part: BTreeSet::new(),
            authors: BTreeSet::new(),
            tags: BTreeSet::new(),
            attributes: *attributes,
            answers: *answers,
            left: None,
            passages: 0,
        })
    }

    pub fn standing(&self) -> Standing<'_> {
        Standing {
            conversation: self.conversation,
            visitor: self.visitor,
            queue: self.queue,
            took_part: &self.took_part,
            archived: self.archived,
        }
    }

    /// Whether a passage still stands: what the page says of a visitor holds until it says otherwise.
    pub fn holds(&self, passage: &Passage) -> bool {
        passage.kind != PassageKind::Visitor
            || [self.attributes, self.answers].contains(&Some(passage.source.body()))
    }

    pub fn facets(&self) -> BTreeSet<Facet> {
        let state = if self.closed_at.is_some() { Facet::Closed } else { Facet::Open };
        let agents = self.took_part.union(&self.authors).copied();
        let left = self.left.map(|left| match left.answered {
            Some(_) => Facet::LeftAnswered,
            None => Facet::LeftOpen,
        });
        [Facet::Conversation, state, Facet::Visitor(self.visitor), Facet::Place(self.queue)]
            .into_iter()
            .chain(left)
            .chain(agents.map(Facet::Agent))
            .chain(self.took_part.iter().copied().map(Facet::TookPart))
            .chain(self.queues.iter().copied().map(Facet::Queue))
            .chain(self.tags.iter().cloned().map(Facet::Tag))
            .collect()
    }

    /// Takes in what happened; what can be found by its words from here.
    pub fn take(&mut self, sequence: Sequence, at: Timestamp, event: &Event) -> Vec<Passage> {
        self.follow(at, event);
        let said = said(event, self.visitor).into_iter().filter_map(|(kind, said, source)| {
            let number = self.passages;
            (number < PASSAGES_MAX).then_some(())?;
            self.passages += 1;
            let id = PassageId { conversation: self.conversation, number };
            Some(Passage { id, sequence, at, kind, said, source })
        });
        said.collect()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens is no facet")]
    fn follow(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::MessagePosted { author: Actor::Agent(agent), .. } => {
                self.authors.insert(*agent);
            }
            Event::WaitStarted { wait, .. } => self.moved(wait.place.queue),
            Event::AgentAssigned { agent, place, .. } => {
                self.moved(place.queue);
                self.last_owner = Some(*agent);
                self.took_part.insert(*agent);
            }
            Event::TransferAccepted { agent, .. }
            | Event::GuestJoined { agent, .. }
            | Event::SupervisorEntered { agent, mode: AssistMode::Join, .. }
            | Event::SupervisorModeChanged { agent, to: AssistMode::Join, .. } => {
                self.took_part.insert(*agent);
            }
            Event::AttributesSet { attributes, .. } => self.attributes = *attributes,
            Event::TagsSet { tags, .. } => self.tags = tags.clone(),
            Event::ConversationClosed { message, .. } => {
                self.closed_at = Some(at);
                self.left = message.map(|body| Left { body, answered: None });
            }
            Event::MessageAnswered { by, .. } => {
                self.took_part.insert(*by);
                self.left = self.left.map(|left| Left { answered: Some((*by, at)), ..left });
            }
            Event::ConversationArchived { .. } => self.archived = true,
            _ => {}
        }
    }

    fn moved(&mut self, queue: QueueId) {
        self.queue = queue;
        self.queues.insert(queue);
    }
}

/// What somebody wrote with an event of a visitor's conversation, and where it is kept.
#[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens says nothing")]
pub(super) fn said(event: &Event, visitor: VisitorId) -> Vec<(PassageKind, Said, Source)> {
    let to_staff = |author, kind, body: Option<BodyId>| {
        let said = Said { author, audience: Audience::Staff, whispered_to: None };
        body.map(|body| (kind, said, Source::Body(body))).into_iter().collect()
    };
    let note = |agent, body| to_staff(Actor::Agent(agent), PassageKind::Note, body);
    match event {
        Event::ConversationOpened { attributes, answers, .. } => {
            let known = |body| to_staff(Actor::Visitor(visitor), PassageKind::Visitor, body);
            let known: [Vec<_>; 2] = [known(*attributes), known(*answers)];
            known.concat()
        }
        Event::AttributesSet { attributes, .. } => {
            to_staff(Actor::Visitor(visitor), PassageKind::Visitor, *attributes)
        }
        Event::MessagePosted { author, audience, body, files, whispered_to, .. } => {
            let said = Said { author: *author, audience: *audience, whispered_to: *whispered_to };
            let names = files.iter().map(|file| {
                let source = Source::File { file: file.file, body: *body };
                (PassageKind::FileName, said, source)
            });
            [(PassageKind::Message, said, Source::Body(*body))].into_iter().chain(names).collect()
        }
        Event::TransferStarted { transfer, .. } => note(transfer.from, transfer.note),
        Event::EscalationStarted { escalation, .. } => note(escalation.from, escalation.note),
        Event::ReturnStarted { returning, .. } => note(returning.from, returning.note),
        Event::InvitationStarted { invitation, .. } => note(invitation.by, invitation.note),
        Event::HandRaised { owner: agent, note: body, .. }
        | Event::WrapUpEnded { agent, note: body, .. } => note(*agent, *body),
        Event::SurveyAnswered { comment, .. } => {
            to_staff(Actor::Visitor(visitor), PassageKind::Comment, *comment)
        }
        Event::ConversationClosed { by, message: Some(body), .. } => {
            let said = Said { author: *by, audience: Audience::Everybody, whispered_to: None };
            vec![(PassageKind::Message, said, Source::Body(*body))]
        }
        _ => Vec::new(),
    }
}

impl Source {
    /// With which body the words go.
    pub fn body(self) -> BodyId {
        match self {
            Self::Body(body) | Self::File { body, .. } => body,
        }
    }
}

impl fmt::Display for Facet {
    /// As an index keeps it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conversation => f.write_str("conversation"),
            Self::Open => f.write_str("open"),
            Self::Closed => f.write_str("closed"),
            Self::LeftOpen => f.write_str("left open"),
            Self::LeftAnswered => f.write_str("left answered"),
            Self::Visitor(VisitorId(id)) => write!(f, "visitor {id}"),
            Self::Agent(AgentId(id)) => write!(f, "agent {id}"),
            Self::TookPart(AgentId(id)) => write!(f, "took part {id}"),
            Self::Queue(QueueId(id)) => write!(f, "queue {id}"),
            Self::Place(QueueId(id)) => write!(f, "place {id}"),
            Self::Tag(tag) => write!(f, "tag {tag}"),
        }
    }
}

/// The words of a body, whatever it is.
pub fn text_of(body: &Body) -> String {
    match body {
        Body::Text(text) => text.clone(),
        Body::Note(note) => {
            let parts = [&note.text, &note.goal, &note.tried, &note.ask];
            let said: Vec<&str> =
                parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            said.join(" – ")
        }
        Body::Attributes(attributes) => {
            let values: Vec<&str> = attributes.values().map(String::as_str).collect();
            values.join(" · ")
        }
    }
}
