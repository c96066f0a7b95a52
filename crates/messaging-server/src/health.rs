use std::time::Duration;

use axum::{extract::State, response::Response};
use http::StatusCode;
use messaging_gateway::{AccountHealth, Gateway, HealthState};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{Readiness, Ready, answer, moment::iso};

/// Longest wait for the store.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /health`: 200 while this node is ready and its store answers, else 503; how the accounts are either way.
///
/// What is said of them is what their last check said: whoever asks makes nobody call a platform.
pub(crate) async fn health(State((gateway, readiness)): State<(Gateway, Readiness)>) -> Response {
    let state = readiness.state();
    let store = match timeout(PATIENCE, gateway.counts()).await {
        Ok(Ok(_)) => "ready",
        Ok(Err(error)) => {
            tracing::warn!(%error, "the store did not answer whoever asked for its health");
            "unavailable"
        }
        Err(_) => "slow",
    };
    let accounts = gateway.health();
    let serves = state == Ready::Ready && store == "ready";
    let status = if serves { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let well = serves && accounts.iter().all(|account| account.state != HealthState::Degraded);
    let accounts: Vec<_> = accounts.iter().map(told).collect();
    answer::json(status, &json!({ "state": state, "store": store, "healthy": well, "accounts": accounts }))
}

fn told(health: &AccountHealth) -> Value {
    let mut told = json!(health);
    if let Some(told) = told.as_object_mut() {
        for (name, moment) in [("since", health.since), ("checked", health.checked)] {
            told.insert(name.to_owned(), moment.and_then(iso).into());
        }
    }
    told
}
