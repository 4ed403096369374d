//! Search over everything that was said: what is asked, what is found, and what an index does.
//!
//! An index stands beside the journal and follows it from a stored position: a commit never waits for it and never
//! fails by it, and one that is lost is made again. What is searchable of an event stands in [`entry`], how a text
//! becomes words in [`words`]. Who may read what, `domain::reach` decides; an index applies it to every conversation
//! and passage it hands out.

mod ahead;
mod entry;
mod snippet;
mod words;

use std::future::Future;

pub use ahead::{Additions, Ahead};
use domain::{
    ids::{AgentId, ConversationId, QueueId, Timestamp, VisitorId},
    reach::Reach,
};
pub use entry::{Entry, Facet, Left, Passage, PassageId, PassageKind, Source, text_of};
pub use snippet::{Snippet, snippet};
pub use words::{Term, Text, Word, words};

use crate::{
    ids::{Sequence, WorkspaceId},
    journal::StoreError,
};

pub trait Search: Send + Sync + 'static {
    /// Takes in what was committed since it last did, at most [`INDEX_RECORDS`](crate::limits::INDEX_RECORDS) at a
    /// time, and says where it stands. One that was damaged or is of another format stands at the start again.
    fn catch_up(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Sequence, StoreError>> + Send;

    /// Conversations that fit, newest first.
    fn find(
        &self,
        workspace: WorkspaceId,
        query: Query,
    ) -> impl Future<Output = Result<Page, StoreError>> + Send;
}

/// What is looked for. Everything given has to fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub reach: Reach,
    /// Words of one passage.
    pub text: Option<Text>,
    pub visitor: Option<VisitorSought>,
    pub tag: Option<String>,
    /// Took part, or wrote.
    pub agent: Option<AgentId>,
    /// Was there, whether waiting or with an agent.
    pub queue: Option<QueueId>,
    /// Opened then or later.
    pub from: Option<Timestamp>,
    /// Opened before.
    pub to: Option<Timestamp>,
    pub state: Option<Progress>,
    /// A message was left, and was answered or not.
    pub left: Option<LeftMessage>,
    /// Older than this one.
    pub before: Option<ConversationId>,
    pub limit: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitorSought {
    Id(VisitorId),
    /// By what is known of them.
    Known(Text),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Open,
    Closed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftMessage {
    Open,
    Answered,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub hits: Vec<Hit>,
    /// Ask again for what is older than this one; none at the end.
    pub next: Option<ConversationId>,
}

/// One conversation that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub entry: Entry,
    /// Where the words stand, newest first and at most [`PASSAGES_PER_HIT_MAX`](crate::limits::PASSAGES_PER_HIT_MAX);
    /// without words, the first message.
    pub passages: Vec<Passage>,
}

impl Query {
    /// Everything in reach, newest first.
    pub fn all(reach: Reach, limit: usize) -> Self {
        Self {
            reach,
            text: None,
            visitor: None,
            tag: None,
            agent: None,
            queue: None,
            from: None,
            to: None,
            state: None,
            left: None,
            before: None,
            limit,
        }
    }

    /// Whether a conversation fits and may be read, the words apart.
    pub fn wants(&self, entry: &Entry) -> bool {
        let is_in_time = self.from.is_none_or(|from| entry.opened_at >= from)
            && self.to.is_none_or(|to| entry.opened_at < to)
            && self.before.is_none_or(|before| entry.conversation < before);
        let facets = entry.facets();
        is_in_time
            && self.facets().iter().all(|wanted| facets.contains(wanted))
            && self.reach.covers(&entry.standing())
    }

    /// Whether a passage of such a conversation still stands and may be read.
    pub fn reads(&self, entry: &Entry, passage: &Passage) -> bool {
        entry.holds(passage) && self.reach.reads(&entry.standing(), passage.said)
    }

    /// What a conversation has to be.
    pub fn facets(&self) -> Vec<Facet> {
        let state = self.state.map(|state| match state {
            Progress::Open => Facet::Open,
            Progress::Closed => Facet::Closed,
        });
        let left = self.left.map(|left| match left {
            LeftMessage::Open => Facet::LeftOpen,
            LeftMessage::Answered => Facet::LeftAnswered,
        });
        let visitor = match self.visitor {
            Some(VisitorSought::Id(visitor)) => Some(Facet::Visitor(visitor)),
            Some(VisitorSought::Known(_)) | None => None,
        };
        let tag = self.tag.clone().map(Facet::Tag);
        let (agent, queue) = (self.agent.map(Facet::Agent), self.queue.map(Facet::Queue));
        [state, left, visitor, tag, agent, queue].into_iter().flatten().collect()
    }

    /// What a conversation that the asker may read is at least one of; none where they may read everything. Those in
    /// memory that they may read are `reach.present`.
    pub fn reach_facets(&self) -> Option<Vec<Facet>> {
        if self.reach.everything {
            return None;
        }
        let queues = self.reach.queues.iter().copied().map(Facet::Place);
        let visitors = self.reach.visitors.keys().copied().map(Facet::Visitor);
        Some(queues.chain(visitors).chain([Facet::TookPart(self.reach.agent)]).collect())
    }
}
