//! A probe for tower's contract.

use std::task::{Context, Poll};

use messaging_core::Command;
use tower::{Layer, Service};

/// Panics when called without having been polled ready first, which tower allows a service to do.
#[derive(Debug)]
pub(crate) struct Strict<S> {
    inner: S,
    ready: bool,
}

impl<S: Clone> Clone for Strict<S> {
    /// A clone has not been polled, whatever the original has.
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), ready: false }
    }
}

impl<S: Service<Command>> Service<Command> for Strict<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        let polled = self.inner.poll_ready(cx);
        self.ready = polled.is_ready();
        polled
    }

    fn call(&mut self, command: Command) -> S::Future {
        assert!(std::mem::take(&mut self.ready), "called before ready");
        self.inner.call(command)
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct StrictLayer;

impl<S> Layer<S> for StrictLayer {
    type Service = Strict<S>;

    fn layer(&self, inner: S) -> Strict<S> {
        Strict { inner, ready: false }
    }
}
