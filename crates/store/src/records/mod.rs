//! Plain tables beside the journal: who may sign in, which files there are, what people left unfinished.
//!
//! Nothing here affects routing, and nothing of the journal's state is kept here twice.

mod accounts;
mod files;
mod personal;

use std::future::Future;

pub use accounts::{
    Account, AccountId, ApiToken, NewAccount, Secret, Session, TokenHash, TokenId, TokenScope,
    email_key,
};
use domain::{
    command::{Actor, Audience},
    ids::{AgentId, ConversationId, FileId, MessageId, Timestamp, VisitorId},
};
pub use files::{File, NewFile, Posting};
pub use personal::{Draft, ReadMark, Visitor};

use crate::{ids::WorkspaceId, journal::StoreError};

/// What a table answers.
pub type Answered<T> = Result<T, StoreError>;

/// An account could not be made or changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// Choose another address, or sign in with this one.
    #[error("there is an account with this e-mail address")]
    EmailTaken,
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub trait Records: Send + Sync + 'static {
    // Accounts: of the installation; an agent of a workspace refers to one by address

    /// Addresses are compared without regard to case.
    fn create_account(
        &self,
        account: NewAccount,
    ) -> impl Future<Output = Result<AccountId, AccountError>> + Send;
    fn account(&self, id: AccountId) -> impl Future<Output = Answered<Option<Account>>> + Send;
    fn account_by_email(
        &self,
        email: &str,
    ) -> impl Future<Output = Answered<Option<Account>>> + Send;
    fn accounts(&self) -> impl Future<Output = Answered<Vec<Account>>> + Send;
    fn set_password(
        &self,
        id: AccountId,
        hash: Secret,
    ) -> impl Future<Output = Answered<()>> + Send;
    /// Disables an account and ends its sessions; `None` enables it again.
    fn disable_account(
        &self,
        id: AccountId,
        at: Option<Timestamp>,
    ) -> impl Future<Output = Answered<()>> + Send;

    // Sessions of browsers

    fn put_session(&self, session: Session) -> impl Future<Output = Answered<()>> + Send;
    fn session(&self, token: TokenHash) -> impl Future<Output = Answered<Option<Session>>> + Send;
    fn touch_session(
        &self,
        token: TokenHash,
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;
    fn end_session(&self, token: TokenHash) -> impl Future<Output = Answered<()>> + Send;
    /// Every session of an account, expired ones included, the oldest first.
    fn sessions_of(
        &self,
        account: AccountId,
    ) -> impl Future<Output = Answered<Vec<Session>>> + Send;
    /// Forgets every session that has expired.
    fn end_sessions_expired(&self, now: Timestamp) -> impl Future<Output = Answered<()>> + Send;

    // Tokens of programs

    fn create_api_token(
        &self,
        workspace: WorkspaceId,
        token: TokenHash,
        scope: TokenScope,
        label: &str,
        at: Timestamp,
    ) -> impl Future<Output = Answered<TokenId>> + Send;
    fn api_token(
        &self,
        token: TokenHash,
    ) -> impl Future<Output = Answered<Option<ApiToken>>> + Send;
    fn api_tokens(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Answered<Vec<ApiToken>>> + Send;
    fn touch_api_token(
        &self,
        id: TokenId,
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;
    fn revoke_api_token(
        &self,
        workspace: WorkspaceId,
        id: TokenId,
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;

    // Visitors

    /// Gives the next id of the workspace.
    fn create_visitor(
        &self,
        workspace: WorkspaceId,
        at: Timestamp,
    ) -> impl Future<Output = Answered<VisitorId>> + Send;
    fn visitor(
        &self,
        workspace: WorkspaceId,
        id: VisitorId,
    ) -> impl Future<Output = Answered<Option<Visitor>>> + Send;

    /// The visitor whom a customer's page knows by an id of its own; made when it is first heard of.
    fn identified_visitor(
        &self,
        workspace: WorkspaceId,
        identity: &str,
        at: Timestamp,
    ) -> impl Future<Output = Answered<VisitorId>> + Send;
    /// By which id a customer's page knows a visitor.
    fn identity_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> impl Future<Output = Answered<Option<String>>> + Send;
    /// Which secret signs those ids, counted from 1; none before the first was asked for.
    fn identity_secret(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Answered<Option<u64>>> + Send;
    /// Puts the next secret in the place of the last.
    fn renew_identity_secret(
        &self,
        workspace: WorkspaceId,
        at: Timestamp,
    ) -> impl Future<Output = Answered<u64>> + Send;

    // Files: their bytes are kept under the object key

    fn create_file(
        &self,
        workspace: WorkspaceId,
        file: NewFile,
    ) -> impl Future<Output = Answered<FileId>> + Send;
    fn file(
        &self,
        workspace: WorkspaceId,
        id: FileId,
    ) -> impl Future<Output = Answered<Option<File>>> + Send;
    fn conversation_files(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> impl Future<Output = Answered<Vec<File>>> + Send;

    // What people read, write and prefer

    /// The latest message a person has read; an earlier one changes nothing.
    fn put_read_mark(
        &self,
        workspace: WorkspaceId,
        person: Actor,
        conversation: ConversationId,
        message: MessageId,
        at: Timestamp,
    ) -> impl Future<Output = Answered<()>> + Send;
    fn read_marks(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> impl Future<Output = Answered<Vec<ReadMark>>> + Send;
    /// Keeps what an agent has begun to write; an empty text forgets it. The commit that archives a conversation
    /// forgets all that were begun there.
    fn put_draft(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        conversation: ConversationId,
        audience: Audience,
        text: &str,
    ) -> impl Future<Output = Answered<()>> + Send;
    fn drafts(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
    ) -> impl Future<Output = Answered<Vec<Draft>>> + Send;
    fn put_setting(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
        key: &str,
        value: &str,
    ) -> impl Future<Output = Answered<()>> + Send;
    /// Key and value of every personal setting, by key.
    fn settings(
        &self,
        workspace: WorkspaceId,
        agent: AgentId,
    ) -> impl Future<Output = Answered<Vec<(String, String)>>> + Send;
}
