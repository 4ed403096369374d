//! Mentions on SQLite: one row for each agent and conversation.

use domain::ids::{AgentId, ConversationId};
use store::{Mention, Mentions, StoreError, WorkspaceId, limits::MENTIONS_MAX};

use crate::{
    SqliteStore,
    rows::{self, Number},
};

type Answered<T> = Result<T, StoreError>;

impl Mentions for SqliteStore {
    async fn put_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        mention: Mention,
    ) -> Answered<()> {
        let upsert =
            "INSERT OR REPLACE INTO mentions (workspace, agent, conversation, author, at_ms)
             VALUES ($1, $2, $3, $4, $5)";
        let Mention { conversation, by, at } = mention;
        self.change(upsert, [workspace.0, agent.0, conversation.0, by.0, at.0].map(Number)).await
    }

    async fn mentions(&self, workspace: WorkspaceId, agent: AgentId) -> Answered<Vec<Mention>> {
        let select = format!(
            "SELECT conversation, author, at_ms FROM mentions WHERE workspace = $1 AND agent = $2
             ORDER BY at_ms DESC, conversation DESC LIMIT {MENTIONS_MAX}"
        );
        self.list(select, [workspace.0, agent.0].map(Number), |row| {
            Ok(Mention {
                conversation: ConversationId(rows::number(row, 0)?),
                by: AgentId(rows::number(row, 1)?),
                at: rows::moment(row, 2)?,
            })
        })
        .await
    }

    async fn forget_mention(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
    ) -> Answered<()> {
        let delete =
            "DELETE FROM mentions WHERE workspace = $1 AND agent = $2 AND conversation = $3";
        self.change(delete, [workspace.0, agent.0, conversation.0].map(Number)).await
    }
}
