use axum::{
    extract::{Query, State},
    response::Response,
};
use http::StatusCode;
use messaging_store::Shelf;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::answer;

/// Most things listed at once.
const MOST: usize = 1_000;

#[derive(Deserialize)]
pub(super) struct Asked {
    shelf: Named,
    #[serde(default = "some")]
    limit: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Named {
    Unknown,
    Dead,
    Rejected,
}

fn some() -> usize {
    100
}

/// `GET /api/shelved?shelf=unknown|dead|rejected`: what waits for a person, newest first; `&limit=` up to 1,000, else 100.
pub(super) async fn list(State(console): State<Shared>, Query(asked): Query<Asked>) -> Response {
    let shelf = match asked.shelf {
        Named::Unknown => Shelf::Unknown,
        Named::Dead => Shelf::Dead,
        Named::Rejected => Shelf::Rejected,
    };
    match console.gateway.shelved(shelf, asked.limit.min(MOST)).await {
        Ok(items) => answer::json(StatusCode::OK, &json!({ "shelf": shelf, "items": items })),
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}
