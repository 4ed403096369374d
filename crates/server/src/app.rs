//! What every handler shares: the store, the workspaces that run, limits, and who may come in.

use std::{
    collections::BTreeMap,
    net::IpAddr,
    sync::{Arc, PoisonError, RwLock},
};

use domain::command::Actor;
use protocol::problem::{Code, Problem};
use store::{Records, Store as _, email_key};
use tokio::task::JoinHandle;

use crate::{
    Store,
    clock::Clock,
    error::{ApiError, ApiResult},
    options::ServerOptions,
    sign_in::{password::Passwords, revocations::Revocations, signing::SigningKey},
    throttle::{AtOnce, Throttle},
    workspace::{Bus, Ground, LoadError, Workspace},
};

/// Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub options: Arc<ServerOptions>,
    pub store: Store,
    pub clock: Arc<Clock>,
    pub keys: Arc<SigningKey>,
    pub passwords: Passwords,
    pub limits: Limits,
    pub revocations: Revocations,
    workspaces: RwLock<BTreeMap<String, Arc<Workspace>>>,
}

/// Counts what people and addresses do.
pub struct Limits {
    pub sign_ins: Throttle<(IpAddr, String)>,
    pub visitors: Throttle<IpAddr>,
    pub commands: Throttle<(u64, Actor)>,
    pub uploads: Throttle<(u64, Actor)>,
    pub sockets: Throttle<IpAddr>,
    pub sockets_at_once: AtOnce<IpAddr>,
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Starts every workspace of the store; their tasks come along.
    pub async fn start(
        options: ServerOptions,
        store: Store,
        keys: SigningKey,
        passwords: Passwords,
    ) -> Result<(Self, Vec<JoinHandle<()>>), LoadError> {
        let options = Arc::new(options);
        let clock = Arc::new(Clock::ahead(options.clock_ahead));
        let keys = Arc::new(keys);
        let ground = Ground {
            store: store.clone(),
            clock: Arc::clone(&clock),
            keys: Arc::clone(&keys),
            options: Arc::clone(&options),
            bus: Arc::new(Bus::default()),
        };
        let (mut workspaces, mut tasks) = (BTreeMap::new(), Vec::new());
        for known in store.workspaces().await? {
            let (workspace, task) = Workspace::start(known.id, &known.key, ground.clone()).await?;
            workspaces.insert(known.key, workspace);
            tasks.push(task);
        }
        let rates = options.rates;
        let limits = Limits {
            sign_ins: Throttle::new(rates.sign_ins),
            visitors: Throttle::new(rates.visitors),
            commands: Throttle::new(rates.commands),
            uploads: Throttle::new(rates.uploads),
            sockets: Throttle::new(rates.sockets),
            sockets_at_once: AtOnce::new(rates.sockets_at_once),
        };
        let workspaces = RwLock::new(workspaces);
        let revocations = Revocations::default();
        let inner =
            Inner { options, store, clock, keys, passwords, limits, revocations, workspaces };
        Ok((Self(Arc::new(inner)), tasks))
    }
}

impl Inner {
    pub fn workspace(&self, key: &str) -> ApiResult<Arc<Workspace>> {
        let workspaces = self.workspaces.read().unwrap_or_else(PoisonError::into_inner);
        let unknown =
            || ApiError::new(Code::UnknownWorkspace, format!("there is no workspace `{key}`"));
        workspaces.get(key).cloned().ok_or_else(unknown)
    }

    pub fn workspaces(&self) -> Vec<Arc<Workspace>> {
        self.workspaces.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// Checks a password, as often as one may try.
    pub async fn account_with_password(
        &self,
        address: IpAddr,
        email: &str,
        password: store::Secret,
    ) -> ApiResult<store::Account> {
        self.limits.sign_ins.count(&(address, email_key(email))).map_err(too_often)?;
        let account = self
            .store
            .account_by_email(email)
            .await?
            .filter(|account| account.disabled_at.is_none());
        let kept = account.as_ref().map(|account| &account.password_hash);
        let right = self.passwords.verify(&password, kept).await;
        let wrong = || {
            ApiError::new(
                Code::WrongCredentials,
                "there is no account with this address and password",
            )
        };
        account.filter(|_| right).ok_or_else(wrong)
    }
}

/// A limit was reached.
pub fn too_often(wait: std::time::Duration) -> Problem {
    let ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
    Problem::new(Code::RateLimited, "too often; wait a little").retry_after_ms(ms.max(1))
}
