use axum::{
    extract::{Query, State},
    response::Response,
};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::answer;

/// Most people listed at once.
const MOST: usize = 1_000;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default = "some")]
    limit: usize,
}

fn some() -> usize {
    100
}

/// `GET /api/contacts`: who has opted out, newest first; `?limit=` up to 1,000, else 100.
pub(super) async fn list(State(console): State<Shared>, Query(asked): Query<Asked>) -> Response {
    match console.gateway.opted_out(asked.limit.min(MOST)).await {
        Ok(contacts) => answer::json(StatusCode::OK, &json!({ "v": 1, "opted_out": contacts })),
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}
