use axum::{
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use messaging_store::{Decided, Decision, StoreError};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::{answer, buffered::whole, moment::iso};

/// Largest decision, in bytes.
const MAX_BODY: usize = 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    decision: String,
}

/// `GET /api/dead/{id}`: one thing that waits for a person, dead or of unknown outcome, with everything known of it.
pub(super) async fn show(State(console): State<Shared>, Path(id): Path<String>) -> Response {
    match console.gateway.letter(&id).await {
        Ok(Some(letter)) => answer::json(StatusCode::OK, &json!({ "v": 1, "letter": letter })),
        Ok(None) => missing(&id),
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}

/// `POST /api/dead/{id}`, with `{"decision":"redrive"}`, `resend`, `delivered` or `drop`: does what a person decided.
///
/// 404 if nothing of that name waits; 409 if it was decided before, or the decision does not fit.
pub(super) async fn decide(State(console): State<Shared>, Path(id): Path<String>, request: Request) -> Response {
    let request = match whole(request, MAX_BODY).await {
        Ok(request) => request,
        Err(error) => return answer::body_error(&error).into_response(),
    };
    let asked: Asked = match serde_json::from_slice(request.body()) {
        Ok(asked) => asked,
        Err(error) => {
            let why = format!("write {{\"decision\":\"redrive\"}}: {error}");
            return answer::text(StatusCode::BAD_REQUEST, why);
        }
    };
    let decision: Decision = match asked.decision.parse() {
        Ok(decision) => decision,
        Err(error) => return answer::text(StatusCode::BAD_REQUEST, format!("{error}")),
    };
    match console.gateway.decide_on(&id, decision).await {
        Ok(Decided::Done) => answer::json(StatusCode::OK, &json!({ "v": 1, "id": id, "decision": decision })),
        Ok(Decided::Already { decision, at }) => {
            let why = format!("`{id}` was decided already: {decision}, {}", iso(at).unwrap_or_default());
            answer::text(StatusCode::CONFLICT, why)
        }
        Ok(Decided::Unfit { choices }) if choices.is_empty() => {
            let why = format!("`{id}` was not let out before anybody was billed: there is nothing to decide");
            answer::text(StatusCode::CONFLICT, why)
        }
        Ok(Decided::Unfit { choices }) => {
            let choices = choices.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
            answer::text(StatusCode::CONFLICT, format!("`{decision}` does not fit `{id}`: decide {choices}"))
        }
        Ok(_) => missing(&id),
        Err(error @ StoreError::Full(_)) => answer::unavailable(error.to_string()),
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}

fn missing(id: &str) -> Response {
    let why = format!("nothing called `{id}` waits for a person; `messaging dlq list` shows what does");
    answer::text(StatusCode::NOT_FOUND, why)
}
