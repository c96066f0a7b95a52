use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;

use crate::BodyError;

/// A status and a sentence for people.
pub(crate) fn text(status: StatusCode, why: impl Into<String>) -> Response {
    let mut response = Response::new(Body::from(why.into() + "\n"));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// 503, and when to come back.
pub(crate) fn unavailable(why: impl Into<String>) -> Response {
    let mut response = text(StatusCode::SERVICE_UNAVAILABLE, why);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

/// A status and JSON.
pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(bytes) => (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written as JSON");
            text(StatusCode::INTERNAL_SERVER_ERROR, "the answer cannot be written as JSON; the log says why")
        }
    }
}

/// What a sender is told whose body did not arrive whole.
pub(crate) fn body_error(error: &BodyError) -> Response {
    match error.status() {
        StatusCode::SERVICE_UNAVAILABLE => unavailable(error.to_string()),
        status => text(status, error.to_string()),
    }
}

pub(crate) async fn not_found() -> Response {
    text(StatusCode::NOT_FOUND, "there is nothing here; check the path")
}

pub(crate) async fn wrong_method() -> Response {
    text(StatusCode::METHOD_NOT_ALLOWED, "this path does not take that method; `Allow` lists what it takes")
}
