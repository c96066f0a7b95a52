use axum::{
    extract::{Query, State},
    response::Response,
};
use http::StatusCode;
use messaging_core::ConversationRef;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::answer;

/// Most records listed at once.
const MOST: usize = 500;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(rename = "ref")]
    reference: ConversationRef,
    #[serde(default = "newest")]
    before: u64,
    #[serde(default = "some")]
    limit: usize,
}

/// A cursor beyond every record; SQLite counts no further.
fn newest() -> u64 {
    i64::MAX.unsigned_abs()
}

fn some() -> usize {
    100
}

/// `GET /api/conversation?ref=twilio:conv:CH…`: what was said in it, oldest first: the newest 100 records, or `&limit=` up
/// to 500, or those before the cursor `&before=`.
pub(super) async fn read(State(console): State<Shared>, Query(asked): Query<Asked>) -> Response {
    match console.gateway.transcript(&asked.reference, asked.before.min(newest()), asked.limit.min(MOST)).await {
        Ok(said) => {
            let told = json!({ "v": 1, "ref": asked.reference, "state": said.state, "records": said.records });
            answer::json(StatusCode::OK, &told)
        }
        Err(error) => answer::unavailable(format!("the store does not answer: {error}")),
    }
}
