//! The plain tables on SQLite.

use domain::{
    command::{Actor, Audience},
    ids::{AgentId, ConversationId, FileId, MessageId, Timestamp, VisitorId},
};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use store::{
    Account, AccountError, AccountId, ApiToken, Draft, File, NewAccount, NewFile, Posting,
    ReadMark, Records, Secret, Session, StoreError, TokenHash, TokenId, TokenScope, Visitor,
    WorkspaceId, email_key,
};

use crate::{
    SqliteStore,
    rows::{self, Number, Person, Readership},
};

type Answered<T> = Result<T, StoreError>;

impl SqliteStore {
    /// Runs one statement that changes rows.
    pub(crate) async fn change(
        &self,
        statement: &'static str,
        values: impl Params + Send + 'static,
    ) -> Answered<()> {
        self.write(move |connection| {
            connection.prepare_cached(statement)?.execute(values).map(drop)
        })
        .await
    }

    /// Reads the one row that a statement finds, if there is one.
    pub(crate) async fn find<T: Send + 'static>(
        &self,
        statement: impl Into<String>,
        values: impl Params + Send + 'static,
        row: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answered<Option<T>> {
        let statement = statement.into();
        let read = move |connection: &Connection| {
            Ok(connection.prepare_cached(&statement)?.query_row(values, row).optional()?)
        };
        self.readers().read(read).await
    }

    /// Reads every row that a statement finds.
    pub(crate) async fn list<T: Send + 'static>(
        &self,
        statement: impl Into<String>,
        values: impl Params + Send + 'static,
        row: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Answered<Vec<T>> {
        let statement = statement.into();
        let read = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&statement)?;
            Ok(statement.query_map(values, row)?.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }
}

fn create_visitor(
    connection: &Connection,
    workspace: WorkspaceId,
    at: Timestamp,
) -> rusqlite::Result<VisitorId> {
    let insert = "INSERT INTO visitors (workspace, id, created_at_ms)
         VALUES ($1, (SELECT COALESCE(MAX(id), 0) + 1 FROM visitors WHERE workspace = $1), $2) RETURNING id";
    let values = [workspace.0, at.0].map(Number);
    let id = connection.prepare_cached(insert)?.query_row(values, |row| rows::number(row, 0))?;
    Ok(VisitorId(id))
}

impl Records for SqliteStore {
    async fn create_account(&self, account: NewAccount) -> Result<AccountId, AccountError> {
        let insert = "INSERT INTO accounts (email, email_key, name, password_hash, created_at_ms)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email_key) DO NOTHING RETURNING id";
        let create = move |connection: &Connection| {
            let NewAccount { email, name, password_hash, created_at } = account;
            let values =
                params![email, email_key(&email), name, password_hash.0, Number(created_at.0)];
            connection
                .prepare_cached(insert)?
                .query_row(values, |row| rows::number(row, 0))
                .optional()
        };
        let id = self.write(create).await?;
        id.map(AccountId).ok_or(AccountError::EmailTaken)
    }

    async fn account(&self, id: AccountId) -> Answered<Option<Account>> {
        self.find(format!("SELECT {ACCOUNT} FROM accounts WHERE id = $1"), [Number(id.0)], account)
            .await
    }

    async fn account_by_email(&self, email: &str) -> Answered<Option<Account>> {
        let select = format!("SELECT {ACCOUNT} FROM accounts WHERE email_key = $1");
        self.find(select, [email_key(email)], account).await
    }

    async fn accounts(&self) -> Answered<Vec<Account>> {
        self.list(format!("SELECT {ACCOUNT} FROM accounts ORDER BY id"), [], account).await
    }

    async fn set_password(&self, id: AccountId, hash: Secret) -> Answered<()> {
        let update = "UPDATE accounts SET password_hash = $1 WHERE id = $2";
        self.change(update, (hash.0, Number(id.0))).await
    }

    async fn disable_account(&self, id: AccountId, at: Option<Timestamp>) -> Answered<()> {
        let disable = move |connection: &Connection| {
            let update = "UPDATE accounts SET disabled_at_ms = $1 WHERE id = $2";
            connection
                .prepare_cached(update)?
                .execute(params![at.map(|at| Number(at.0)), Number(id.0)])?;
            if at.is_some() {
                connection
                    .prepare_cached("DELETE FROM sessions WHERE account = $1")?
                    .execute([Number(id.0)])?;
            }
            Ok(())
        };
        self.write(disable).await
    }

    async fn put_session(&self, session: Session) -> Answered<()> {
        let insert = "INSERT INTO sessions (token, account, csrf, created_at_ms, last_seen_at_ms, expires_at_ms)
             VALUES ($1, $2, $3, $4, $5, $6)";
        let Session { token, account, csrf, created_at, last_seen_at, expires_at } = session;
        let times = [created_at, last_seen_at, expires_at].map(|at| Number(at.0));
        self.change(insert, (token.0, Number(account.0), csrf.0, times[0], times[1], times[2]))
            .await
    }

    async fn session(&self, token: TokenHash) -> Answered<Option<Session>> {
        let select = format!("SELECT {SESSION} FROM sessions WHERE token = $1");
        self.find(select, [token.0], session).await
    }

    async fn touch_session(&self, token: TokenHash, at: Timestamp) -> Answered<()> {
        self.change(
            "UPDATE sessions SET last_seen_at_ms = $1 WHERE token = $2",
            (Number(at.0), token.0),
        )
        .await
    }

    async fn end_session(&self, token: TokenHash) -> Answered<()> {
        self.change("DELETE FROM sessions WHERE token = $1", [token.0]).await
    }

    async fn sessions_of(&self, account: AccountId) -> Answered<Vec<Session>> {
        let select = format!(
            "SELECT {SESSION} FROM sessions WHERE account = $1 ORDER BY created_at_ms, token"
        );
        self.list(select, [Number(account.0)], session).await
    }

    async fn end_sessions_expired(&self, now: Timestamp) -> Answered<()> {
        self.change("DELETE FROM sessions WHERE expires_at_ms <= $1", [Number(now.0)]).await
    }

    async fn create_api_token(
        &self,
        workspace: WorkspaceId,
        token: TokenHash,
        scope: TokenScope,
        label: &str,
        at: Timestamp,
    ) -> Answered<TokenId> {
        let insert = "INSERT INTO api_tokens (token, workspace, agent, label, created_at_ms)
             VALUES ($1, $2, $3, $4, $5) RETURNING id";
        let agent = match scope {
            TokenScope::Agent(agent) => Some(Number(agent.0)),
            TokenScope::Admin => None,
        };
        let label = label.to_owned();
        let create = move |connection: &Connection| {
            let values = params![token.0, Number(workspace.0), agent, label, Number(at.0)];
            connection
                .prepare_cached(insert)?
                .query_row(values, |row| rows::number(row, 0))
                .map(TokenId)
        };
        self.write(create).await
    }

    async fn api_token(&self, token: TokenHash) -> Answered<Option<ApiToken>> {
        self.find(
            format!("SELECT {API_TOKEN} FROM api_tokens WHERE token = $1"),
            [token.0],
            api_token,
        )
        .await
    }

    async fn api_tokens(&self, workspace: WorkspaceId) -> Answered<Vec<ApiToken>> {
        let select = format!("SELECT {API_TOKEN} FROM api_tokens WHERE workspace = $1 ORDER BY id");
        self.list(select, [Number(workspace.0)], api_token).await
    }

    async fn touch_api_token(&self, id: TokenId, at: Timestamp) -> Answered<()> {
        self.change(
            "UPDATE api_tokens SET last_used_at_ms = $1 WHERE id = $2",
            [at.0, id.0].map(Number),
        )
        .await
    }

    async fn revoke_api_token(
        &self,
        workspace: WorkspaceId,
        id: TokenId,
        at: Timestamp,
    ) -> Answered<()> {
        let update = "UPDATE api_tokens SET revoked_at_ms = $1
             WHERE workspace = $2 AND id = $3 AND revoked_at_ms IS NULL";
        self.change(update, [at.0, workspace.0, id.0].map(Number)).await
    }

    async fn create_visitor(&self, workspace: WorkspaceId, at: Timestamp) -> Answered<VisitorId> {
        self.write(move |connection| create_visitor(connection, workspace, at)).await
    }

    async fn identified_visitor(
        &self,
        workspace: WorkspaceId,
        identity: &str,
        at: Timestamp,
    ) -> Answered<VisitorId> {
        let select =
            "SELECT visitor FROM visitor_identities WHERE workspace = $1 AND identity = $2";
        let insert =
            "INSERT INTO visitor_identities (workspace, identity, visitor) VALUES ($1, $2, $3)";
        let identity = identity.to_owned();
        let find_or_create = move |connection: &Connection| {
            let known = connection
                .prepare_cached(select)?
                .query_row(params![Number(workspace.0), identity], |row| rows::number(row, 0))
                .optional()?;
            if let Some(known) = known {
                return Ok(VisitorId(known));
            }
            let visitor = create_visitor(connection, workspace, at)?;
            let values = params![Number(workspace.0), identity, Number(visitor.0)];
            connection.prepare_cached(insert)?.execute(values)?;
            Ok(visitor)
        };
        self.write(find_or_create).await
    }

    async fn identity_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> Answered<Option<String>> {
        let select =
            "SELECT identity FROM visitor_identities WHERE workspace = $1 AND visitor = $2";
        self.find(select, [workspace.0, visitor.0].map(Number), |row| row.get(0)).await
    }

    async fn identity_secret(&self, workspace: WorkspaceId) -> Answered<Option<u64>> {
        let select = "SELECT edition FROM identity_secrets WHERE workspace = $1";
        self.find(select, [Number(workspace.0)], |row| rows::number(row, 0)).await
    }

    async fn renew_identity_secret(&self, workspace: WorkspaceId, at: Timestamp) -> Answered<u64> {
        let upsert = "INSERT INTO identity_secrets (workspace, edition, made_at_ms) VALUES ($1, 1, $2)
             ON CONFLICT (workspace) DO UPDATE SET edition = edition + 1, made_at_ms = $2 RETURNING edition";
        let renew = move |connection: &Connection| {
            let values = [workspace.0, at.0].map(Number);
            connection.prepare_cached(upsert)?.query_row(values, |row| rows::number(row, 0))
        };
        self.write(renew).await
    }

    async fn visitor(&self, workspace: WorkspaceId, id: VisitorId) -> Answered<Option<Visitor>> {
        let select = "SELECT id, created_at_ms FROM visitors WHERE workspace = $1 AND id = $2";
        self.find(select, [workspace.0, id.0].map(Number), |row| {
            Ok(Visitor { id: VisitorId(rows::number(row, 0)?), created_at: rows::moment(row, 1)? })
        })
        .await
    }

    async fn create_file(&self, workspace: WorkspaceId, file: NewFile) -> Answered<FileId> {
        let insert = "INSERT INTO files (workspace, id, conversation, uploader, name, media_type, bytes, object_key,
             created_at_ms) VALUES ($1, (SELECT COALESCE(MAX(id), 0) + 1 FROM files WHERE workspace = $1),
             $2, $3, $4, $5, $6, $7, $8) RETURNING id";
        let create = move |connection: &Connection| {
            let NewFile { conversation, uploader, name, media_type, bytes, object_key, created_at } =
                file;
            let values = params![
                Number(workspace.0),
                Number(conversation.0),
                Person(uploader),
                name,
                media_type,
                Number(bytes),
                object_key,
                Number(created_at.0),
            ];
            connection
                .prepare_cached(insert)?
                .query_row(values, |row| rows::number(row, 0))
                .map(FileId)
        };
        self.write(create).await
    }

    async fn file(&self, workspace: WorkspaceId, id: FileId) -> Answered<Option<File>> {
        let select = format!("SELECT {FILE} FROM files WHERE workspace = $1 AND id = $2");
        self.find(select, [workspace.0, id.0].map(Number), file).await
    }

    async fn conversation_files(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<Vec<File>> {
        let select = format!(
            "SELECT {FILE} FROM files WHERE workspace = $1 AND conversation = $2 ORDER BY id"
        );
        self.list(select, [workspace.0, conversation.0].map(Number), file).await
    }

    async fn put_read_mark(
        &self,
        workspace: WorkspaceId,
        person: Actor,
        conversation: ConversationId,
        message: MessageId,
        at: Timestamp,
    ) -> Answered<()> {
        let upsert = "INSERT INTO read_marks (workspace, conversation, person, message, at_ms)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (workspace, conversation, person)
             DO UPDATE SET message = excluded.message, at_ms = excluded.at_ms
             WHERE excluded.message > read_marks.message";
        let [workspace, conversation, message, at] =
            [workspace.0, conversation.0, message.0, at.0].map(Number);
        self.change(upsert, (workspace, conversation, Person(person), message, at)).await
    }

    async fn read_marks(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<Vec<ReadMark>> {
        let select =
            "SELECT person, message, at_ms FROM read_marks WHERE workspace = $1 AND conversation = $2
             ORDER BY person";
        self.list(select, [workspace.0, conversation.0].map(Number), |row| {
            Ok(ReadMark {
                person: row.get::<_, Person>(0)?.0,
                message: MessageId(rows::number(row, 1)?),
                at: rows::moment_if_any(row, 2)?,
            })
        })
        .await
    }

    async fn put_draft(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
        audience: Audience,
        text: &str,
    ) -> Answered<()> {
        let upsert = "INSERT INTO drafts (workspace, agent, conversation, audience, content)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (workspace, agent, conversation, audience) DO UPDATE SET content = excluded.content";
        let delete = "DELETE FROM drafts
             WHERE workspace = $1 AND agent = $2 AND conversation = $3 AND audience = $4";
        let ids = [workspace.0, agent.0, conversation.0].map(Number);
        if text.is_empty() {
            self.change(delete, (ids[0], ids[1], ids[2], Readership(audience))).await
        } else {
            self.change(upsert, (ids[0], ids[1], ids[2], Readership(audience), text.to_owned()))
                .await
        }
    }

    async fn drafts(&self, workspace: WorkspaceId, agent: AgentId) -> Answered<Vec<Draft>> {
        let select =
            "SELECT conversation, audience, content FROM drafts WHERE workspace = $1 AND agent = $2
             ORDER BY conversation, audience";
        self.list(select, [workspace.0, agent.0].map(Number), |row| {
            Ok(Draft {
                conversation: ConversationId(rows::number(row, 0)?),
                audience: row.get::<_, Readership>(1)?.0,
                text: row.get(2)?,
            })
        })
        .await
    }

    async fn put_setting(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        key: &str,
        value: &str,
    ) -> Answered<()> {
        let upsert = "INSERT INTO settings (workspace, agent, key, value) VALUES ($1, $2, $3, $4)
             ON CONFLICT (workspace, agent, key) DO UPDATE SET value = excluded.value";
        self.change(
            upsert,
            (Number(workspace.0), Number(agent.0), key.to_owned(), value.to_owned()),
        )
        .await
    }

    async fn settings(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
    ) -> Answered<Vec<(String, String)>> {
        let select =
            "SELECT key, value FROM settings WHERE workspace = $1 AND agent = $2 ORDER BY key";
        self.list(select, [workspace.0, agent.0].map(Number), |row| Ok((row.get(0)?, row.get(1)?)))
            .await
    }
}

/// The columns of [`session`], in its order.
const SESSION: &str = "token, account, csrf, created_at_ms, last_seen_at_ms, expires_at_ms";

fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        token: TokenHash(row.get(0)?),
        account: AccountId(rows::number(row, 1)?),
        csrf: Secret(row.get(2)?),
        created_at: rows::moment(row, 3)?,
        last_seen_at: rows::moment(row, 4)?,
        expires_at: rows::moment(row, 5)?,
    })
}

/// The columns of [`account`], in its order.
const ACCOUNT: &str = "id, email, name, password_hash, created_at_ms, disabled_at_ms";

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(rows::number(row, 0)?),
        email: row.get(1)?,
        name: row.get(2)?,
        password_hash: Secret(row.get(3)?),
        created_at: rows::moment(row, 4)?,
        disabled_at: rows::moment_if_any(row, 5)?,
    })
}

/// The columns of [`api_token`], in its order.
const API_TOKEN: &str =
    "id, workspace, agent, label, created_at_ms, last_used_at_ms, revoked_at_ms";

fn api_token(row: &Row<'_>) -> rusqlite::Result<ApiToken> {
    Ok(ApiToken {
        id: TokenId(rows::number(row, 0)?),
        workspace: WorkspaceId(rows::number(row, 1)?),
        scope: row
            .get::<_, Option<Number>>(2)?
            .map_or(TokenScope::Admin, |agent| TokenScope::Agent(AgentId(agent.0))),
        label: row.get(3)?,
        created_at: rows::moment(row, 4)?,
        last_used_at: rows::moment_if_any(row, 5)?,
        revoked_at: rows::moment_if_any(row, 6)?,
    })
}

/// The columns of [`file`], in its order.
const FILE: &str = "id, conversation, uploader, name, media_type, bytes, object_key, created_at_ms, message, audience, erased_at_ms";

fn file(row: &Row<'_>) -> rusqlite::Result<File> {
    let message: Option<Number> = row.get(8)?;
    let audience: Option<Readership> = row.get(9)?;
    Ok(File {
        id: FileId(rows::number(row, 0)?),
        conversation: ConversationId(rows::number(row, 1)?),
        uploader: row.get::<_, Person>(2)?.0,
        name: row.get(3)?,
        media_type: row.get(4)?,
        bytes: rows::number(row, 5)?,
        object_key: row.get(6)?,
        created_at: rows::moment(row, 7)?,
        posting: message.zip(audience).map(|(message, audience)| Posting {
            message: MessageId(message.0),
            audience: audience.0,
        }),
        erased_at: rows::moment_if_any(row, 10)?,
    })
}
