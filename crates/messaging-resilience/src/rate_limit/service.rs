use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use messaging_core::{BoxError, Command, Error, ErrorKind, Outcome, Reached, command::Priority};
use messaging_telemetry::AccountMeters;
use tower::{Service, ServiceExt};

use super::{
    Key,
    limiter::{Shared, TooLong},
    pass::pass,
    rates::Rated,
};
use crate::waited::Waited;

/// The service made by [`RateLimitLayer`](super::RateLimitLayer).
#[derive(Clone)]
pub struct RateLimit<S> {
    pub(super) inner: S,
    pub(super) limiter: Shared,
    pub(super) rates: Option<Arc<Rated>>,
    pub(super) key: fn(&Command) -> Key,
    pub(super) max_wait: Duration,
    pub(super) meters: AccountMeters,
}

impl<S: fmt::Debug> fmt::Debug for RateLimit<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimit").field("inner", &self.inner).field("limiter", &self.limiter).finish_non_exhaustive()
    }
}

impl<S> Service<Command> for RateLimit<S>
where
    S: Service<Command, Response = Outcome, Error = BoxError, Future: Send> + Clone + Send + 'static,
{
    type Response = Outcome;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Outcome, BoxError>> + Send>>;

    /// Always ready: which limit applies is known only once there is a command.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut command: Command) -> Self::Future {
        let mut gates = self.rates.as_ref().map(|rates| rates.gates(&command)).unwrap_or_default();
        if gates.is_empty() {
            gates.push((Arc::clone(&self.limiter), (self.key)(&command)));
        }
        let (max_wait, meters, verb) = (self.max_wait, self.meters.clone(), command.verb().name());
        // `oneshot` polls this very clone ready before calling it, as tower's contract asks.
        let inner = self.inner.clone();
        Box::pin(async move {
            let waited = Waited::of(&mut command);
            let priority = command.context.extensions.get::<Priority>().copied().unwrap_or_default();
            let before = waited.total();
            let passed = pass(&gates, priority, &waited, max_wait).await;
            let wait = waited.total().saturating_sub(before);
            if !wait.is_zero() {
                meters.waited(verb, wait);
            }
            meters.remaining(verb, passed.map_err(refused)?);
            let answer = inner.oneshot(command).await;
            let advice = answer.as_ref().err().and_then(advice);
            if let (Some(advice), Some((limiter, key))) = (advice, gates.into_iter().next()) {
                limiter.pause(key, advice);
            }
            answer
        })
    }
}

/// The provider's own "too many requests" feeds the limit; one that another layer made up does not.
fn advice(error: &BoxError) -> Option<Duration> {
    let error = error.downcast_ref::<Error>()?;
    let provider_said_so = error.kind() == ErrorKind::RateLimited && error.reached() != Reached::NotSent;
    provider_said_so.then_some(error.retry_after()?)
}

fn refused(TooLong { wait, paused }: TooLong) -> Error {
    let why = if paused {
        "the provider asked to wait longer than this stack may; repeat the call after that, it is safe"
    } else {
        "the queue for this limit is longer than this stack may wait; repeat the call later, it is safe"
    };
    Error::new(ErrorKind::RateLimited, why).not_sent().with_retry_after(wait)
}
