use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::Body;
use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::phase::Serving;

/// Ends when the listener stops.
pub(super) type Stopped = Pin<Box<dyn Future<Output = ()> + Send>>;

/// An answer's body. The request counts as served until it is dropped.
pub(super) struct Outgoing {
    body: Body,
    /// Set for a stream without an end of its own: it ends, cleanly, when the listener stops.
    until: Option<Stopped>,
    _serving: Serving,
}

impl Outgoing {
    pub(super) fn new(body: Body, until: Option<Stopped>, serving: Serving) -> Self {
        Self { body, until, _serving: serving }
    }
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.until.as_mut().is_some_and(|until| until.as_mut().poll(cx).is_ready()) {
            self.until = None;
            self.body = Body::empty();
        }
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").finish_non_exhaustive()
    }
}
