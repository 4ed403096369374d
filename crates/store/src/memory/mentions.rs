//! Mentions in memory.

use std::collections::BTreeMap;

use domain::ids::{AgentId, ConversationId};

use super::MemoryStore;
use crate::{Mention, Mentions, WorkspaceId, limits::MENTIONS_MAX, records::Answered};

/// The mention of each agent in each conversation.
pub(super) type Kept = BTreeMap<(WorkspaceId, AgentId, ConversationId), Mention>;

impl Mentions for MemoryStore {
    async fn put_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        mention: Mention,
    ) -> Answered<()> {
        let mentions = &mut self.kept().mentions;
        mentions.insert((workspace, agent, mention.conversation), mention);
        Ok(())
    }

    async fn mentions(&self, workspace: WorkspaceId, agent: AgentId) -> Answered<Vec<Mention>> {
        let kept = self.kept();
        let mentions = kept.mentions.iter();
        let of_agent = mentions.filter(|((of, named, _), _)| (*of, *named) == (workspace, agent));
        let mut found: Vec<Mention> = of_agent.map(|(_, mention)| *mention).collect();
        found.sort_by_key(|mention| std::cmp::Reverse((mention.at, mention.conversation)));
        found.truncate(MENTIONS_MAX);
        Ok(found)
    }

    async fn forget_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
    ) -> Answered<()> {
        self.kept().mentions.remove(&(workspace, agent, conversation));
        Ok(())
    }
}
