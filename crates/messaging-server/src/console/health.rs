use axum::{extract::State, response::Response};
use http::StatusCode;
use serde_json::json;

use super::Shared;
use crate::{Ready, answer};

/// `GET /health`: 200 while this node is ready and its store answers, else 503; how the accounts are either way.
pub(super) async fn health(State(console): State<Shared>) -> Response {
    let state = console.readiness.state();
    let store = console.gateway.counts().await;
    let well = state == Ready::Ready && store.is_ok();
    let status = if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let store = store.map_or_else(|error| error.to_string(), |_| "ready".to_owned());
    answer::json(status, &json!({ "state": state, "store": store, "accounts": console.gateway.accounts() }))
}
