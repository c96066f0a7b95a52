//! A defect for checkers to see: what is sent is sent twice.

use bytes::Bytes;
use http::{Method, Request};
use messaging_http::Transport;
use tower::ServiceExt;

/// Carries every POST to a path with this end twice, and tells of the second.
#[must_use]
pub fn twice(inner: Transport, end: &'static str) -> Transport {
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let inner = inner.clone();
        async move {
            if request.method() == Method::POST && request.uri().path().ends_with(end) {
                // Whatever came of it.
                drop(inner.clone().oneshot(request.clone()).await);
            }
            inner.oneshot(request).await
        }
    }))
}
