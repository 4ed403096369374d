//! Every way a request can fail, as a problem with a stable code.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use engine::Refusal;
use protocol::problem::{Code, Problem};
use store::StoreError;

use crate::translate::{Names, problems};

pub type ApiResult<T> = Result<T, ApiError>;

/// What a handler returns when it cannot do what was asked.
#[derive(Debug)]
pub struct ApiError(pub Box<Problem>);

impl ApiError {
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self(Box::new(Problem::new(code, detail)))
    }

    pub fn internal(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(Code::Internal, "the request failed; the log of the server says more")
    }
}

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self(Box::new(problem))
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Overloaded => Problem::new(Code::Overloaded, "the store is busy")
                .retry_after_ms(crate::limits::OVERLOADED_RETRY_MS)
                .into(),
            StoreError::Unavailable(_)
            | StoreError::UnknownWorkspace
            | StoreError::Unreadable(_) => Self::internal(error),
        }
    }
}

/// Why the writer did not do it.
pub fn refusal(refusal: Refusal, names: &Names) -> Problem {
    match refusal {
        Refusal::Rejected(rejection) => problems::rejection(rejection, names),
        Refusal::IdTooOld => Problem::new(Code::IdTooOld, refusal.to_string()),
        Refusal::Overloaded { retry_after_ms } => overloaded(retry_after_ms),
        Refusal::Unavailable => Problem::new(
            Code::Unavailable,
            "nothing was changed that counts; send it again with the same id",
        )
        .retry_after_ms(crate::limits::OVERLOADED_RETRY_MS),
    }
}

pub fn overloaded(retry_after_ms: u64) -> Problem {
    Problem::new(Code::Overloaded, "too much to do; send it again with the same id")
        .retry_after_ms(retry_after_ms)
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let problem = self.0;
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = problem.retry_after_ms.map(|ms| HeaderValue::from(ms.div_ceil(1000)));
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}
