use axum::{
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use messaging_gateway::{Replay, Replayed};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::{answer, buffered::whole};

/// Largest request, in bytes: names of events are short.
const MAX_BODY: usize = 4096;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    event: String,
    #[serde(default)]
    new_id: bool,
    #[serde(default)]
    send: bool,
}

/// `POST /api/replay`, with `{"event":"SM…"}`: puts an event that is kept to the gateway again, by its key or its id.
///
/// As it came, which shows that it is told apart; with `"new_id":true` to the agent alone, which shows what it would say;
/// with `"send":true` as well, as a message of its own, whose answer is sent.
pub(super) async fn replay(State(console): State<Shared>, request: Request) -> Response {
    let request = match whole(request, MAX_BODY).await {
        Ok(request) => request,
        Err(error) => return answer::body_error(&error).into_response(),
    };
    let Asked { event, new_id, send } = match serde_json::from_slice(request.body()) {
        Ok(asked) => asked,
        Err(error) => {
            let why = format!("write {{\"event\":\"SM…\",\"new_id\":true}}: {error}");
            return answer::text(StatusCode::BAD_REQUEST, why);
        }
    };
    let how = match (new_id, send) {
        (false, false) => Replay::Original,
        (true, false) => Replay::DryRun,
        (true, true) => Replay::Send,
        (false, true) => {
            return answer::text(StatusCode::BAD_REQUEST, "`send` needs `new_id`: as it came, it is a duplicate");
        }
    };
    let told = match console.gateway.replay(&event, how).await {
        Ok(Some(Replayed::Duplicate { of })) => json!({ "v": 1, "of": of, "outcome": "duplicate" }),
        Ok(Some(Replayed::DryRun { of, replies })) => {
            json!({ "v": 1, "of": of, "outcome": "dry_run", "replies": replies })
        }
        Ok(Some(Replayed::Failed { of, reason })) => json!({ "v": 1, "of": of, "outcome": "failed", "reason": reason }),
        Ok(Some(Replayed::Accepted { of, id })) => json!({ "v": 1, "of": of, "outcome": "accepted", "event": id }),
        Ok(_) => {
            let why = format!("no event that wanted an answer is kept under `{event}`; the timeline shows their names");
            return answer::text(StatusCode::NOT_FOUND, why);
        }
        Err(error) => return answer::unavailable(format!("the store does not take it in: {error}")),
    };
    answer::json(StatusCode::OK, &told)
}
