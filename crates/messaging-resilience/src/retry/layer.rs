use std::task::{Context, Poll};

use messaging_core::{BoxError, Command, Outcome};
use tower::{Layer, Service, ServiceExt, util::Oneshot};

use super::RetryPolicy;
use crate::waited::Waited;

/// Repeats commands as a [`RetryPolicy`] allows.
#[derive(Clone, Debug)]
pub struct RetryLayer {
    policy: RetryPolicy,
}

impl RetryLayer {
    /// Retries by `policy`; all services and clones made from here share its budget and its jitter.
    #[must_use]
    pub fn new(policy: RetryPolicy) -> Self {
        Self { policy }
    }
}

impl<S> Layer<S> for RetryLayer {
    type Service = Retry<S>;

    fn layer(&self, inner: S) -> Retry<S> {
        Retry { inner, policy: self.policy.clone() }
    }
}

/// The service made by [`RetryLayer`]: tower's own [`Retry`](tower::retry::Retry), begun afresh for each command.
#[derive(Clone, Debug)]
pub struct Retry<S> {
    inner: S,
    policy: RetryPolicy,
}

impl<S> Service<Command> for Retry<S>
where
    S: Service<Command, Response = Outcome, Error = BoxError> + Clone,
{
    type Response = Outcome;
    type Error = BoxError;
    type Future = Oneshot<tower::retry::Retry<RetryPolicy, S>, Command>;

    /// Always ready: each try waits for what is below by itself.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut command: Command) -> Self::Future {
        // Begun before the first try, or a wait of the layers below in that try would go uncounted.
        Waited::of(&mut command);
        tower::retry::Retry::new(self.policy.begin(), self.inner.clone()).oneshot(command)
    }
}
