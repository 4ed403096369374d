//! Setting up a data directory that nobody serves: workspaces, accounts, tokens.
//!
//! A running server is administered over its API. Teams, agents and queues come from the workspace document
//! alone; it is journaled here as the server would journal it.

use std::{
    io,
    path::{Path, PathBuf},
};

use config::Findings;
use domain::{
    Desk,
    command::{Actor, Command},
    ids::Timestamp,
    rejection::Rejection,
};
use store::{
    AccountError, Batch, CommitError, Document, Lease, LeaseError, NewAccount, Records, Secret,
    Sequence, Store, StoreError, TokenScope, WorkspaceId, limits::PAGE_RECORDS,
};
use store_sql::{OpenError, SqliteStore};

use crate::{
    clock::Clock,
    sign_in::{
        password::{PasswordError, Passwords},
        signing::SigningKey,
        token::{self, NoRandomness},
    },
};

/// Who applied a document, for people to read.
const BY: &str = "command line";
/// Keys stand in addresses.
const KEY_CHARS_MAX: usize = 40;

#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("{}", .0.code())]
    Open(#[from] OpenError),
    /// Show the findings.
    #[error("document_refused: the workspace document has errors")]
    Document(Findings),
    #[error(
        "bad_key: `{0}` is no key of a workspace: small letters, digits and hyphens, at most {KEY_CHARS_MAX}"
    )]
    BadKey(String),
    #[error("document_refused")]
    Refused(#[from] Rejection),
    #[error("unknown_workspace: there is no workspace `{0}`")]
    UnknownWorkspace(String),
    #[error("unknown_agent: the workspace document has no agent `{0}`")]
    UnknownAgent(String),
    #[error("bad_password")]
    Password(#[from] PasswordError),
    #[error("no_randomness")]
    Randomness(#[from] NoRandomness),
    #[error("signing_key_unreadable: {0}")]
    SigningKey(io::Error),
    #[error("store_failed")]
    Store(#[from] StoreError),
    #[error("store_failed")]
    Lease(#[from] LeaseError),
    #[error("store_failed")]
    Commit(#[from] CommitError),
    #[error("store_failed")]
    Account(#[from] AccountError),
}

/// Whether a workspace may be called that.
pub fn check_key(key: &str) -> Result<(), SetupError> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if key.is_empty() || key.len() > KEY_CHARS_MAX || !key.chars().all(fits) {
        return Err(SetupError::BadKey(key.into()));
    }
    Ok(())
}

/// A data directory, held while it is set up.
pub struct Setup {
    data: PathBuf,
    store: SqliteStore,
    clock: Clock,
}

impl Setup {
    pub fn open(data: &Path) -> Result<Self, SetupError> {
        let store = SqliteStore::open(data)?;
        Ok(Self { data: data.into(), store, clock: Clock::default() })
    }

    /// Puts a document in force, in a workspace that is made if it is not there; the version in force afterwards.
    /// The document that is in force already makes no other version.
    pub async fn workspace(&self, key: &str, yaml: &str) -> Result<u32, SetupError> {
        check_key(key)?;
        let now = self.clock.now();
        config::load(yaml, None, now).map_err(SetupError::Document)?;
        let workspace = self.store.ensure_workspace(key, now).await?;
        let (mut desk, head, last) = self.load(workspace).await?;
        let newest =
            self.store.document(workspace, desk.config().map(|config| config.version)).await?;
        if let (Some(config), Some(newest)) = (desk.config(), newest)
            && newest.yaml == yaml
        {
            return Ok(config.version);
        }
        let now = now.max(last);
        let config = config::load(yaml, desk.config(), now).map_err(SetupError::Document)?;
        let version = config.version;
        let document = Document { version, yaml: yaml.into(), applied_at: now, by: BY.into() };
        self.store.put_document(workspace, document).await?;
        let decision =
            desk.handle(Actor::System, Command::Configure { config: Box::new(config) }, now)?;
        let mut batch = Batch::new(workspace, self.store.take(workspace).await?, head);
        batch.add(now, Actor::System, None, &decision.events, decision.bodies);
        self.store.commit(vec![batch]).await.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(version)
    }

    /// Makes an account, or sets the password of the one with this address.
    pub async fn account(&self, email: &str, name: &str, password: &str) -> Result<(), SetupError> {
        let hash = Passwords::new()?.hash(&Secret(password.into())).await?;
        if let Some(account) = self.store.account_by_email(email).await? {
            return Ok(self.store.set_password(account.id, hash).await?);
        }
        let created_at = self.clock.now();
        let account =
            NewAccount { email: email.into(), name: name.into(), password_hash: hash, created_at };
        self.store.create_account(account).await?;
        Ok(())
    }

    /// Makes an API token that acts as an agent, named by its key. It is shown here and never again.
    pub async fn token(&self, workspace: &str, agent: &str) -> Result<String, SetupError> {
        let workspace = self.known(workspace).await?;
        let (desk, ..) = self.load(workspace).await?;
        let agents = desk.config().into_iter().flat_map(|config| &config.agents);
        let (id, _) = agents
            .into_iter()
            .find(|(_, known)| known.key == agent)
            .ok_or_else(|| SetupError::UnknownAgent(agent.into()))?;
        let token = token::make(token::Kind::Api)?;
        let scope = TokenScope::Agent(*id);
        self.store
            .create_api_token(workspace, token::hash(&token.0), scope, BY, self.clock.now())
            .await?;
        Ok(token.0)
    }

    /// Makes the secret that signs visitors' identities, in the place of the last. It is shown here and never again.
    pub async fn identity_secret(&self, workspace: &str) -> Result<String, SetupError> {
        let key = SigningKey::of(&self.data).map_err(SetupError::SigningKey)?;
        let id = self.known(workspace).await?;
        let edition = self.store.renew_identity_secret(id, self.clock.now()).await?;
        Ok(key.identity_secret(workspace, edition).0)
    }

    async fn known(&self, key: &str) -> Result<WorkspaceId, SetupError> {
        let known = self.store.workspaces().await?;
        let workspace = known.iter().find(|known| known.key == key);
        workspace.map(|known| known.id).ok_or_else(|| SetupError::UnknownWorkspace(key.into()))
    }

    /// The desk as its snapshot and journal tell it.
    async fn load(
        &self,
        workspace: WorkspaceId,
    ) -> Result<(Desk, Sequence, Timestamp), SetupError> {
        let snapshot = self.store.snapshot(workspace).await?;
        let state = snapshot.and_then(|snapshot| Some((snapshot.state()?, snapshot.sequence)));
        let (mut desk, mut at) = match state {
            Some((state, sequence)) => (Desk::restore(state), sequence),
            None => (Desk::new(), Sequence(0)),
        };
        let mut last = Timestamp(0);
        loop {
            let page = self.store.records(workspace, at, PAGE_RECORDS).await?;
            let Some(end) = page.last() else { return Ok((desk, at, last)) };
            (at, last) = (end.sequence, end.at);
            for record in &page {
                desk.apply(&record.event().map_err(StoreError::from)?, record.at);
            }
        }
    }
}
