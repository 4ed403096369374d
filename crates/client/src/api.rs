//! Requests over HTTP: JSON in, JSON or a problem out.

use std::time::Duration;

use protocol::problem::Problem;
use reqwest::{Method, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};
use tokio::time::Instant;

use crate::ClientError;

/// One workspace of one server, as one caller.
#[derive(Clone)]
pub struct Api {
    http: reqwest::Client,
    server: String,
    workspace: String,
    token: Option<String>,
    patience: Patience,
}

/// How long to go on trying when nobody answers.
#[derive(Debug, Clone, Copy)]
pub struct Patience(pub Duration);

/// Between two tries of a request that found nobody.
const RETRY_PAUSE: Duration = Duration::from_millis(50);

impl Api {
    /// `server` is an address such as `http://127.0.0.1:8080`.
    pub fn new(server: &str, workspace: &str) -> Result<Self, ClientError> {
        let server = server.trim_end_matches('/');
        if !server.starts_with("http://") && !server.starts_with("https://") {
            return Err(ClientError::BadAddress(server.into()));
        }
        let http = reqwest::Client::new();
        Ok(Self {
            http,
            server: server.into(),
            workspace: workspace.into(),
            token: None,
            patience: Patience(Duration::ZERO),
        })
    }

    /// The same workspace with a token of an agent, a visitor or an administrator.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.into()), ..self.clone() }
    }

    /// The same, asking again while nobody answers. What was asked may then have been done twice.
    #[must_use]
    pub fn with_patience(&self, patience: Patience) -> Self {
        Self { patience, ..self.clone() }
    }

    pub fn server(&self) -> &str {
        &self.server
    }

    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// `path` is below the workspace's address, e.g. `conversations/cnv_1/transcript?limit=50`.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        self.json(|| self.request(Method::GET, path)).await
    }

    pub async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &(impl Serialize + Sync),
    ) -> Result<T, ClientError> {
        self.json(|| self.request(Method::POST, path).json(body)).await
    }

    /// A page of the server itself, as text; `path` starts with a slash.
    pub async fn text(&self, path: &str) -> Result<String, ClientError> {
        let response = self.answered(self.http.get(format!("{}{path}", self.server))).await?;
        response.text().await.map_err(|error| ClientError::Unreadable(error.to_string()))
    }

    async fn json<T: DeserializeOwned>(
        &self,
        request: impl Fn() -> RequestBuilder + Send,
    ) -> Result<T, ClientError> {
        let give_up = Instant::now() + self.patience.0;
        let response = loop {
            match self.answered(request()).await {
                Err(ClientError::Unreachable { .. }) if Instant::now() < give_up => {
                    tokio::time::sleep(RETRY_PAUSE).await
                }
                other => break other?,
            }
        };
        response.json().await.map_err(|error| ClientError::Unreadable(error.to_string()))
    }

    async fn answered(&self, request: RequestBuilder) -> Result<Response, ClientError> {
        let response = request.send().await.map_err(|error| ClientError::Unreachable {
            address: self.server.clone(),
            cause: error.without_url().to_string(),
        })?;
        if response.status().is_success() {
            return Ok(response);
        }
        let status = response.status();
        match response.json::<Problem>().await {
            Ok(problem) => Err(problem.into()),
            Err(_) => Err(ClientError::Unreadable(format!("status {status} without a problem"))),
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let address = format!(
            "{}/api/{}/workspaces/{}/{path}",
            self.server,
            protocol::VERSION,
            self.workspace
        );
        let request = self.http.request(method, address);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }
}
