//! Defects between the gateway and Slack, so that the checker can be seen to see them.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::{Transport, TransportError};
use tokio::time::timeout;
use tower::ServiceExt;

/// What is broken on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plant {
    /// Nothing.
    Nothing,
    /// A piece that was not answered is appended once more, blindly.
    AppendAgain,
    /// Messages that are to go stay.
    DeleteNothing,
}

/// How often what was called.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub(crate) streams: AtomicU64,
    pub(crate) updates: AtomicU64,
}

/// The way to Slack, with a defect in it.
pub(crate) fn through(plant: Plant, inner: Transport, calls: Arc<Calls>) -> Transport {
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let (inner, calls) = (inner.clone(), Arc::clone(&calls));
        async move {
            match request.uri().path() {
                "/api/chat.startStream" => drop(calls.streams.fetch_add(1, Ordering::Relaxed)),
                "/api/chat.update" => drop(calls.updates.fetch_add(1, Ordering::Relaxed)),
                "/api/chat.appendStream" if plant == Plant::AppendAgain => return twice(inner, request).await,
                "/api/chat.delete" if plant == Plant::DeleteNothing => {
                    return Ok(Response::new(Bytes::from_static(br#"{"ok":true}"#)));
                }
                _ => {}
            }
            inner.oneshot(request).await
        }
    }))
}

fn has(response: &Response<Bytes>, words: &[u8]) -> bool {
    response.body().windows(words.len()).any(|window| window == words)
}

async fn twice(inner: Transport, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
    match timeout(Duration::from_secs(3), inner.clone().oneshot(request.clone())).await {
        Ok(Ok(response)) if response.status().is_success() && !has(&response, b"internal_error") => Ok(response),
        _ => inner.oneshot(request).await,
    }
}
