//! A server of a test's own: port 0, a directory that goes with it, everybody's tokens at hand.

use std::{net::SocketAddr, path::Path};

use client::{Api, Staff, Visitor};
use domain::ids::Timestamp;
use protocol::{
    http::{NewToken, NewVisitor, TokenMade, VisitorIdentity},
    ids::AgentId,
};
use server::{Rates, Server, ServerOptions, setup::Setup};
use tempfile::TempDir;
use tokio::{sync::oneshot, task::JoinHandle};

use crate::desk::Desk;

/// The key of the workspace.
const WORKSPACE: &str = "test";

pub struct TestServer {
    address: SocketAddr,
    config: domain::config::Config,
    admin: Api,
    directory: TempDir,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

impl TestServer {
    /// Serves one workspace made from a document, without limits per address.
    pub async fn start(document: &str) -> Self {
        Self::start_with(document, |_| {}).await
    }

    /// The same with other options.
    pub async fn start_with(document: &str, change: impl FnOnce(&mut ServerOptions)) -> Self {
        Self::start_prepared(document, async |_| {}, change).await
    }

    /// The same with an account that can sign in.
    pub async fn start_with_account(document: &str, email: &str, password: &str) -> Self {
        let prepare = async |setup: &Setup| {
            setup.account(email, "Somebody", password).await.expect("an account")
        };
        Self::start_prepared(document, prepare, |_| {}).await
    }

    async fn start_prepared(
        document: &str,
        prepare: impl AsyncFnOnce(&Setup),
        change: impl FnOnce(&mut ServerOptions),
    ) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let config = config::load(document, None, Timestamp::default())
            .unwrap_or_else(|findings| panic!("{findings:?}\n{document}"));
        let setup = Setup::open(directory.path()).expect("a data directory");
        setup.workspace(WORKSPACE, document).await.expect("a workspace");
        let admin =
            config.agents.values().find(|agent| agent.roles.admin).expect("an administrator");
        let token = setup.token(WORKSPACE, &admin.key).await.expect("a token");
        prepare(&setup).await;
        drop(setup);
        Self::serve(directory, config, &token, change).await
    }

    async fn serve(
        directory: TempDir,
        config: domain::config::Config,
        token: &str,
        change: impl FnOnce(&mut ServerOptions),
    ) -> Self {
        let mut options = ServerOptions::new(directory.path());
        options.listen = SocketAddr::from(([127, 0, 0, 1], 0));
        options.rates = Rates::UNLIMITED;
        options.strict = true;
        change(&mut options);
        let server = Server::bind(options)
            .await
            .unwrap_or_else(|error| panic!("the server does not start: {error}"));
        let address = server.local_addr();
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(async move {
            let until = async {
                let _ = stopped.await;
            };
            server
                .run_until(until)
                .await
                .unwrap_or_else(|error| panic!("the server failed: {error}"));
        });
        let anybody = Api::new(&format!("http://{address}"), WORKSPACE).expect("an address");
        Self { address, config, admin: anybody.with_token(token), directory, stop, running }
    }

    /// Stops cleanly and starts again on the same directory, at another address.
    pub async fn restart(self) -> Self {
        self.restart_with(|_| {}).await
    }

    /// The same with other options.
    pub async fn restart_with(self, change: impl FnOnce(&mut ServerOptions)) -> Self {
        let Self { config, admin, directory, stop, running, .. } = self;
        let token = admin.token().unwrap_or_default().to_string();
        let _ = stop.send(());
        running.await.expect("a clean stop");
        Self::serve(directory, config, &token, change).await
    }

    /// Stops cleanly.
    pub async fn stop(self) {
        let _ = self.stop.send(());
        self.running.await.expect("a clean stop");
    }

    /// Where it keeps everything.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Without a token.
    pub fn anybody(&self) -> Api {
        Api::new(&format!("http://{}", self.address), WORKSPACE).expect("an address")
    }

    /// The administrator.
    pub fn admin(&self) -> &Api {
        &self.admin
    }

    /// The id of an agent by key.
    pub fn agent_id(&self, key: &str) -> AgentId {
        let found = self.config.agents.iter().find(|(_, agent)| agent.key == key);
        AgentId(found.unwrap_or_else(|| panic!("no agent `{key}`")).0.0)
    }

    /// The id of a queue by key.
    pub fn queue_id(&self, key: &str) -> protocol::ids::QueueId {
        let found = self.config.queues.iter().find(|(_, queue)| queue.key == key);
        protocol::ids::QueueId(found.unwrap_or_else(|| panic!("no queue `{key}`")).0.0)
    }

    /// Requests as an agent.
    pub async fn as_agent(&self, key: &str) -> Api {
        let asked = NewToken { agent: self.agent_id(key), name: "test".into() };
        let made: TokenMade = self.admin.post("tokens", &asked).await.expect("a token");
        self.anybody().with_token(&made.token)
    }

    /// Requests as a new visitor.
    pub async fn as_visitor(&self) -> Api {
        let made: VisitorIdentity =
            self.anybody().post("visitors", &NewVisitor::default()).await.expect("a visitor");
        self.anybody().with_token(&made.token)
    }

    /// An agent who sits at the console and is online.
    pub async fn agent(&self, key: &str) -> Desk<Staff> {
        let mut desk = Desk::open(self.as_agent(key).await).await;
        desk.go_online().await;
        desk
    }

    /// A visitor who has come to the page.
    pub async fn visitor(&self) -> Desk<Visitor> {
        Desk::open(self.as_visitor().await).await
    }
}
