use axum::{
    extract::{Query, State},
    response::Response,
};
use http::StatusCode;
use messaging_store::Day;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::answer;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    since: Day,
    account: Option<String>,
}

/// `GET /api/costs?since=2026-11-20&account=support`: what every day (UTC) took, oldest first; everything that is kept
/// unless told otherwise.
pub(super) async fn list(State(console): State<Shared>, Query(asked): Query<Asked>) -> Response {
    match console.gateway.spent(asked.since).await {
        Ok(mut costs) => {
            costs.retain(|row| asked.account.as_ref().is_none_or(|account| *row.account == **account));
            answer::json(StatusCode::OK, &json!({ "v": 1, "costs": costs }))
        }
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}
