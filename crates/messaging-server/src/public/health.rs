use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use http::StatusCode;
use messaging_gateway::{AccountState, AccountStatus, Gateway};
use serde_json::{Value, json};

use crate::{Readiness, Ready, answer};

/// The process answers.
pub(super) async fn live() -> Response {
    answer::text(StatusCode::OK, "alive")
}

/// Whether this node wants traffic; with `?verbose`, how its accounts are.
pub(super) async fn ready(
    State((gateway, readiness)): State<(Gateway, Readiness)>,
    RawQuery(query): RawQuery,
) -> Response {
    let state = readiness.state();
    let (status, word) = match state {
        Ready::Starting => (StatusCode::SERVICE_UNAVAILABLE, "starting"),
        Ready::Ready => (StatusCode::OK, "ready"),
        Ready::Draining => (StatusCode::SERVICE_UNAVAILABLE, "draining"),
    };
    let verbose = query.is_some_and(|query| query.split('&').any(|pair| pair == "verbose" || pair == "verbose=true"));
    if !verbose {
        return answer::text(status, word);
    }
    let installations = gateway.installations().await;
    let told = |status: &AccountStatus| {
        let mut told = account(status);
        if let (Some(counts), Some(told)) = (installations.get(&status.account), told.as_object_mut()) {
            told.insert("installations".to_owned(), json!(counts));
        }
        told
    };
    let accounts: Vec<_> = gateway.accounts().iter().map(told).collect();
    answer::json(status, &json!({ "state": state, "accounts": accounts }))
}

/// Anybody may ask, so this says how an account is, and nothing of who it is or what the vendor said.
fn account(status: &AccountStatus) -> Value {
    let state = match status.state {
        AccountState::Ready(_) => "ready",
        AccountState::Degraded(_) => "degraded",
        _ => "unchecked",
    };
    json!({ "account": status.account, "provider": status.provider, "state": state })
}
