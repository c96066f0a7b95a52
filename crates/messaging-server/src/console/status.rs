use axum::{extract::State, response::Response};
use http::StatusCode;
use serde_json::json;

use super::Shared;
use crate::answer;

/// `GET /api/status`: who we are, how the accounts are, and where everything is that was ever accepted.
pub(super) async fn status(State(console): State<Shared>) -> Response {
    let counts = match console.gateway.counts().await {
        Ok(counts) => counts,
        Err(error) => return answer::unavailable(format!("the store does not answer: {error}")),
    };
    let status = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "uptime_ms": u64::try_from(console.started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "state": console.readiness.state(),
        "public_url": console.settings.public_url,
        "accounts": console.gateway.accounts(),
        "counts": counts,
        "balanced": counts.balance(),
        "info": console.settings.info,
    });
    answer::json(StatusCode::OK, &status)
}
