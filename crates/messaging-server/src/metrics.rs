use std::{fmt, sync::Arc};

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, StatusCode, header};
use messaging_core::BoxError;
use messaging_gateway::Gateway;

use crate::{Readiness, answer, health::health, protect::protected};

/// Writes the metrics of a process down, as an `Accept` asks for; returns the media type and the text.
#[derive(Clone)]
pub struct MetricsPage(Arc<Write>);

type Write = dyn Fn(Option<&str>) -> Result<(&'static str, String), BoxError> + Send + Sync;

impl MetricsPage {
    /// Writes with `write`.
    pub fn new(
        write: impl Fn(Option<&str>) -> Result<(&'static str, String), BoxError> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(write))
    }
}

impl fmt::Debug for MetricsPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MetricsPage").finish_non_exhaustive()
    }
}

/// Routes for a door of its own, through which anybody who reaches it may read the metrics and how the accounts are:
/// `/metrics` and `/health`.
pub fn metrics(gateway: Gateway, page: MetricsPage, readiness: Readiness) -> Router {
    Router::new()
        .route("/health", get(health).with_state((gateway.clone(), readiness)))
        .route("/metrics", get(read).with_state((gateway, page)))
        .fallback(answer::not_found)
        .method_not_allowed_fallback(answer::wrong_method)
        .layer(axum::middleware::map_response(protected))
}

/// `GET /metrics`: what was measured, and where every message is right now.
pub(crate) async fn read(State((gateway, page)): State<(Gateway, MetricsPage)>, headers: HeaderMap) -> Response {
    gateway.measure().await;
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    match (page.0)(accept) {
        Ok((kind, text)) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the metrics cannot be written down");
            answer::text(StatusCode::INTERNAL_SERVER_ERROR, "the metrics cannot be written down; the log says why")
        }
    }
}
