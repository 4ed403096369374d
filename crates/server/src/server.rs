//! A server from its data directory to its last goodbye.

use std::{future::Future, io, net::SocketAddr};

use axum::serve::ListenerExt;
use store_sql::{OpenError, SqliteStore};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    app::App,
    limits::STOP_TIMEOUT,
    options::ServerOptions,
    routes,
    sign_in::{
        password::{PasswordError, Passwords},
        signing::SigningKey,
    },
    workspace::{Letter, LoadError},
};

/// A server that listens; it answers from [`run_until`](Self::run_until).
pub struct Server {
    app: App,
    listener: TcpListener,
    address: SocketAddr,
    workspaces: Vec<JoinHandle<()>>,
}

/// A server cannot be started.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    #[error(
        "insecure_address: others than this machine would sign in without encryption; put https in front and give its \
         address as the public URL, or say that insecure http is all right"
    )]
    Insecure,
    #[error("{}", .0.code())]
    Store(#[from] OpenError),
    #[error("load_failed")]
    Load(#[from] LoadError),
    #[error("signing_key: {0}")]
    SigningKey(io::Error),
    #[error("passwords")]
    Passwords(#[from] PasswordError),
    #[error("cannot_listen: {address}")]
    Listen { address: SocketAddr, source: io::Error },
}

impl Server {
    /// Takes the data directory, loads every workspace and begins to listen.
    pub async fn bind(options: ServerOptions) -> Result<Self, BindError> {
        if !options.is_safe() {
            return Err(BindError::Insecure);
        }
        let store = SqliteStore::open(&options.data_dir)?;
        let keys = SigningKey::of(&options.data_dir).map_err(BindError::SigningKey)?;
        // Figures are counted from the first one on.
        crate::metrics::recorder();
        let address = options.listen;
        let failed = |source| BindError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let (app, workspaces) = App::start(options, store, keys, Passwords::new()?).await?;
        tracing::info!(%address, workspaces = workspaces.len(), "listening");
        Ok(Self { app, listener, address, workspaces })
    }

    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the future is done; then drains, keeps snapshots and says goodbye.
    pub async fn run_until(
        self,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        let Self { app, listener, address: _, workspaces } = self;
        let router =
            routes::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        // A chat is made of small writes: none of them waits for another.
        let listener = listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "no delay could not be set");
            }
        });
        let (closed, closing) = tokio::sync::oneshot::channel::<()>();
        let stopping = app.clone();
        let stop = async move {
            shutdown.await;
            tracing::info!("stopping");
            for workspace in stopping.workspaces() {
                // An owner who is gone has nothing left to decide.
                let _ = workspace.write(Letter::Stop);
            }
            let _ = closed.send(());
        };
        let serving =
            tokio::spawn(axum::serve(listener, router).with_graceful_shutdown(stop).into_future());
        let _ = closing.await;
        let written = async {
            for task in workspaces {
                let _ = task.await;
            }
        };
        if tokio::time::timeout(STOP_TIMEOUT, written).await.is_err() {
            tracing::warn!(
                "a workspace did not stop in time; its journal holds everything that was acknowledged"
            );
        }
        // Sockets have heard their goodbye; requests that still run get the rest of the time.
        if let Ok(served) = tokio::time::timeout(STOP_TIMEOUT, serving).await {
            served.map_err(io::Error::other)??;
        }
        Ok(())
    }
}
