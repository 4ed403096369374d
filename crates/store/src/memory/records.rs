//! The plain tables in memory.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, Audience},
    ids::{AgentId, ConversationId, FileId, MessageId, Timestamp, VisitorId},
};

use super::MemoryStore;
use crate::{
    Account, AccountError, AccountId, ApiToken, Draft, File, NewAccount, NewFile, PostedFile,
    Posting, ReadMark, Records, Secret, Session, TokenHash, TokenId, TokenScope, Visitor,
    WorkspaceId, email_key, records::Answered,
};

#[derive(Debug, Default)]
pub(super) struct Tables {
    accounts: BTreeMap<AccountId, Account>,
    sessions: BTreeMap<TokenHash, Session>,
    tokens: BTreeMap<TokenId, (TokenHash, ApiToken)>,
    visitors: BTreeMap<(WorkspaceId, VisitorId), Visitor>,
    identities: BTreeMap<(WorkspaceId, String), VisitorId>,
    identity_secrets: BTreeMap<WorkspaceId, u64>,
    files: BTreeMap<(WorkspaceId, FileId), File>,
    read_marks: BTreeMap<(WorkspaceId, ConversationId, Actor), (MessageId, Timestamp)>,
    drafts: BTreeMap<(WorkspaceId, AgentId, ConversationId, Audience), String>,
    settings: BTreeMap<(WorkspaceId, AgentId, String), String>,
}

impl Tables {
    pub(super) fn post_file(&mut self, workspace: WorkspaceId, posted: &PostedFile) {
        if let Some(file) = self.files.get_mut(&(workspace, posted.file)) {
            file.posting = Some(Posting { message: posted.message, audience: posted.audience });
        }
    }

    pub(super) fn forget_identity(&mut self, workspace: WorkspaceId, visitor: VisitorId) {
        self.identities.retain(|(of, _), known| (*of, *known) != (workspace, visitor));
    }

    pub(super) fn change_files(
        &mut self,
        workspace: WorkspaceId,
        files: &[FileId],
        change: impl Fn(&mut File),
    ) {
        for id in files {
            self.files.get_mut(&(workspace, *id)).into_iter().for_each(&change);
        }
    }

    pub(super) fn forget_read_marks(
        &mut self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) {
        self.read_marks.retain(|(of, at, _), _| (*of, *at) != (workspace, conversation));
    }

    pub(super) fn forget_drafts(&mut self, workspace: WorkspaceId, conversation: ConversationId) {
        self.drafts.retain(|(of, _, at, _), _| (*of, *at) != (workspace, conversation));
    }
}

impl Records for MemoryStore {
    async fn create_account(&self, account: NewAccount) -> Result<AccountId, AccountError> {
        let accounts = &mut self.kept().tables.accounts;
        let key = email_key(&account.email);
        if accounts.values().any(|known| email_key(&known.email) == key) {
            return Err(AccountError::EmailTaken);
        }
        let NewAccount { email, name, password_hash, created_at } = account;
        let id = AccountId(accounts.len() as u64 + 1);
        accounts
            .insert(id, Account { id, email, name, password_hash, created_at, disabled_at: None });
        Ok(id)
    }

    async fn account(&self, id: AccountId) -> Answered<Option<Account>> {
        Ok(self.kept().tables.accounts.get(&id).cloned())
    }

    async fn account_by_email(&self, email: &str) -> Answered<Option<Account>> {
        let key = email_key(email);
        Ok(self
            .kept()
            .tables
            .accounts
            .values()
            .find(|account| email_key(&account.email) == key)
            .cloned())
    }

    async fn accounts(&self) -> Answered<Vec<Account>> {
        Ok(self.kept().tables.accounts.values().cloned().collect())
    }

    async fn set_password(&self, id: AccountId, hash: Secret) -> Answered<()> {
        if let Some(account) = self.kept().tables.accounts.get_mut(&id) {
            account.password_hash = hash;
        }
        Ok(())
    }

    async fn disable_account(&self, id: AccountId, at: Option<Timestamp>) -> Answered<()> {
        let tables = &mut self.kept().tables;
        if let Some(account) = tables.accounts.get_mut(&id) {
            account.disabled_at = at;
        }
        if at.is_some() {
            tables.sessions.retain(|_, session| session.account != id);
        }
        Ok(())
    }

    async fn put_session(&self, session: Session) -> Answered<()> {
        self.kept().tables.sessions.insert(session.token, session);
        Ok(())
    }

    async fn session(&self, token: TokenHash) -> Answered<Option<Session>> {
        Ok(self.kept().tables.sessions.get(&token).cloned())
    }

    async fn touch_session(&self, token: TokenHash, at: Timestamp) -> Answered<()> {
        if let Some(session) = self.kept().tables.sessions.get_mut(&token) {
            session.last_seen_at = at;
        }
        Ok(())
    }

    async fn end_session(&self, token: TokenHash) -> Answered<()> {
        self.kept().tables.sessions.remove(&token);
        Ok(())
    }

    async fn sessions_of(&self, account: AccountId) -> Answered<Vec<Session>> {
        let kept = self.kept();
        let sessions = kept.tables.sessions.values();
        let mut found: Vec<Session> =
            sessions.filter(|session| session.account == account).cloned().collect();
        found.sort_by_key(|session| (session.created_at, session.token));
        Ok(found)
    }

    async fn end_sessions_expired(&self, now: Timestamp) -> Answered<()> {
        self.kept().tables.sessions.retain(|_, session| session.expires_at > now);
        Ok(())
    }

    async fn create_api_token(
        &self,
        workspace: WorkspaceId,
        token: TokenHash,
        scope: TokenScope,
        label: &str,
        at: Timestamp,
    ) -> Answered<TokenId> {
        let tokens = &mut self.kept().tables.tokens;
        let id = TokenId(tokens.len() as u64 + 1);
        let label = label.to_owned();
        let entry = ApiToken {
            id,
            workspace,
            scope,
            label,
            created_at: at,
            last_used_at: None,
            revoked_at: None,
        };
        tokens.insert(id, (token, entry));
        Ok(id)
    }

    async fn api_token(&self, token: TokenHash) -> Answered<Option<ApiToken>> {
        let kept = self.kept();
        Ok(kept
            .tables
            .tokens
            .values()
            .find(|(hash, _)| *hash == token)
            .map(|(_, entry)| entry.clone()))
    }

    async fn api_tokens(&self, workspace: WorkspaceId) -> Answered<Vec<ApiToken>> {
        let kept = self.kept();
        let entries = kept.tables.tokens.values().map(|(_, entry)| entry);
        Ok(entries.filter(|entry| entry.workspace == workspace).cloned().collect())
    }

    async fn touch_api_token(&self, id: TokenId, at: Timestamp) -> Answered<()> {
        if let Some((_, entry)) = self.kept().tables.tokens.get_mut(&id) {
            entry.last_used_at = Some(at);
        }
        Ok(())
    }

    async fn revoke_api_token(
        &self,
        workspace: WorkspaceId,
        id: TokenId,
        at: Timestamp,
    ) -> Answered<()> {
        if let Some((_, entry)) = self.kept().tables.tokens.get_mut(&id)
            && entry.workspace == workspace
        {
            entry.revoked_at.get_or_insert(at);
        }
        Ok(())
    }

    async fn create_visitor(&self, workspace: WorkspaceId, at: Timestamp) -> Answered<VisitorId> {
        let visitors = &mut self.kept().tables.visitors;
        let last = visitors.keys().rfind(|(of, _)| *of == workspace).map_or(0, |(_, id)| id.0);
        let id = VisitorId(last + 1);
        visitors.insert((workspace, id), Visitor { id, created_at: at });
        Ok(id)
    }

    async fn visitor(&self, workspace: WorkspaceId, id: VisitorId) -> Answered<Option<Visitor>> {
        Ok(self.kept().tables.visitors.get(&(workspace, id)).copied())
    }

    async fn identified_visitor(
        &self,
        workspace: WorkspaceId,
        identity: &str,
        at: Timestamp,
    ) -> Answered<VisitorId> {
        let key = (workspace, identity.to_owned());
        if let Some(known) = self.kept().tables.identities.get(&key) {
            return Ok(*known);
        }
        let visitor = self.create_visitor(workspace, at).await?;
        self.kept().tables.identities.insert(key, visitor);
        Ok(visitor)
    }

    async fn identity_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> Answered<Option<String>> {
        let kept = self.kept();
        let mut known = kept.tables.identities.iter();
        let found = known.find(|((of, _), known)| *of == workspace && **known == visitor);
        Ok(found.map(|((_, identity), _)| identity.clone()))
    }

    async fn identity_secret(&self, workspace: WorkspaceId) -> Answered<Option<u64>> {
        Ok(self.kept().tables.identity_secrets.get(&workspace).copied())
    }

    async fn renew_identity_secret(&self, workspace: WorkspaceId, _: Timestamp) -> Answered<u64> {
        let mut kept = self.kept();
        let edition = kept.tables.identity_secrets.entry(workspace).or_default();
        *edition += 1;
        Ok(*edition)
    }

    async fn create_file(&self, workspace: WorkspaceId, file: NewFile) -> Answered<FileId> {
        let files = &mut self.kept().tables.files;
        let last = files.keys().rfind(|(of, _)| *of == workspace).map_or(0, |(_, id)| id.0);
        let id = FileId(last + 1);
        let NewFile { conversation, uploader, name, media_type, bytes, object_key, created_at } =
            file;
        let posting = None;
        let file = File {
            id,
            conversation,
            uploader,
            name,
            media_type,
            bytes,
            object_key,
            created_at,
            posting,
            erased_at: None,
        };
        files.insert((workspace, id), file);
        Ok(id)
    }

    async fn file(&self, workspace: WorkspaceId, id: FileId) -> Answered<Option<File>> {
        Ok(self.kept().tables.files.get(&(workspace, id)).cloned())
    }

    async fn conversation_files(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<Vec<File>> {
        let kept = self.kept();
        let files =
            kept.tables.files.iter().filter(|((of, _), _)| *of == workspace).map(|(_, file)| file);
        Ok(files.filter(|file| file.conversation == conversation).cloned().collect())
    }

    async fn put_read_mark(
        &self,
        workspace: WorkspaceId,
        person: Actor,
        conversation: ConversationId,
        message: MessageId,
        at: Timestamp,
    ) -> Answered<()> {
        let marks = &mut self.kept().tables.read_marks;
        let mark = marks.entry((workspace, conversation, person)).or_insert((message, at));
        if message > mark.0 {
            *mark = (message, at);
        }
        Ok(())
    }

    async fn read_marks(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<Vec<ReadMark>> {
        let kept = self.kept();
        let marks = kept.tables.read_marks.iter();
        let of_it = marks.filter(|((of, at, _), _)| *of == workspace && *at == conversation);
        Ok(of_it
            .map(|((_, _, person), (message, at))| ReadMark {
                person: *person,
                message: *message,
                at: Some(*at),
            })
            .collect())
    }

    async fn put_draft(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
        audience: Audience,
        text: &str,
    ) -> Answered<()> {
        let drafts = &mut self.kept().tables.drafts;
        let key = (workspace, agent, conversation, audience);
        if text.is_empty() {
            drafts.remove(&key);
        } else {
            drafts.insert(key, text.to_owned());
        }
        Ok(())
    }

    async fn drafts(&self, workspace: WorkspaceId, agent: AgentId) -> Answered<Vec<Draft>> {
        let kept = self.kept();
        let drafts =
            kept.tables.drafts.iter().filter(|((of, by, ..), _)| *of == workspace && *by == agent);
        Ok(drafts
            .map(|((_, _, conversation, audience), text)| Draft {
                conversation: *conversation,
                audience: *audience,
                text: text.clone(),
            })
            .collect())
    }

    async fn put_setting(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        key: &str,
        value: &str,
    ) -> Answered<()> {
        self.kept().tables.settings.insert((workspace, agent, key.to_owned()), value.to_owned());
        Ok(())
    }

    async fn settings(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
    ) -> Answered<Vec<(String, String)>> {
        let kept = self.kept();
        let settings =
            kept.tables.settings.iter().filter(|((of, by, _), _)| *of == workspace && *by == agent);
        Ok(settings.map(|((_, _, key), value)| (key.clone(), value.clone())).collect())
    }
}
