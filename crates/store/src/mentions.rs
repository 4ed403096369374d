//! Where notes named agents who have not looked since: a plain table beside the journal, whose notes say the rest.

use std::future::Future;

use domain::ids::{AgentId, ConversationId, Timestamp};

use crate::{WorkspaceId, records::Answered};

/// That a note named an agent who has not looked since. The note itself says the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub conversation: ConversationId,
    /// Who wrote the last such note there.
    pub by: AgentId,
    pub at: Timestamp,
}

pub trait Mentions: Send + Sync + 'static {
    /// Keeps that an agent was named, in the place of an earlier mention in the same conversation.
    fn put_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        mention: Mention,
    ) -> impl Future<Output = Answered<()>> + Send;
    /// Where an agent was named, the newest first, at most [`MENTIONS_MAX`](crate::limits::MENTIONS_MAX).
    fn mentions(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
    ) -> impl Future<Output = Answered<Vec<Mention>>> + Send;
    fn forget_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
    ) -> impl Future<Output = Answered<()>> + Send;
}
