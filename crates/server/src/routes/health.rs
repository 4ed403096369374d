//! `/healthz`, `/readyz`, `/metrics`: for whoever looks after the server.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use engine::Question;

use crate::{app::App, metrics as figures};

/// The process runs.
pub async fn healthz() -> &'static str {
    "ok"
}

/// Every workspace answers.
pub async fn readyz(State(app): State<App>) -> impl IntoResponse {
    for workspace in app.workspaces() {
        if workspace.ask(Question::Config).await.is_err() {
            return (StatusCode::SERVICE_UNAVAILABLE, format!("{} does not answer", workspace.key));
        }
    }
    (StatusCode::OK, "ready".to_owned())
}

/// Figures for Prometheus.
pub async fn metrics() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], figures::page())
}
