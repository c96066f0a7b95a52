use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use messaging_core::{
    BoxError, Command, Error, ErrorKind, Outcome,
    command::{Departure, NotAfter},
};
use tokio::time::Instant;
use tower::{Layer, Service, ServiceExt};

/// Limits a whole call: every try and every wait below it.
///
/// What runs out fails as [`Timeout`](ErrorKind::Timeout). It counts as never sent only if
/// [`Dispatch`](messaging_core::dispatch::Dispatch), which ends every `Messenger`, had not handed it to the provider, or
/// had an answer that nothing was done; otherwise it may have been sent. After the deadline nothing leaves any more,
/// not even from a queue below.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineLayer {
    limit: Duration,
}

impl DeadlineLayer {
    /// Gives up after `limit`, counted from the call.
    #[must_use]
    pub fn new(limit: Duration) -> Self {
        Self { limit }
    }
}

impl<S> Layer<S> for DeadlineLayer {
    type Service = Deadline<S>;

    fn layer(&self, inner: S) -> Deadline<S> {
        Deadline { inner, limit: self.limit }
    }
}

/// The service made by [`DeadlineLayer`].
#[derive(Clone, Debug)]
pub struct Deadline<S> {
    inner: S,
    limit: Duration,
}

impl<S> Service<Command> for Deadline<S>
where
    S: Service<Command, Response = Outcome, Error = BoxError, Future: Send> + Clone + Send + 'static,
{
    type Response = Outcome;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Outcome, BoxError>> + Send>>;

    /// Always ready: waiting for what is below is part of the call, and the deadline covers it.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut command: Command) -> Self::Future {
        let (limit, inner) = (self.limit, self.inner.clone());
        let end = Instant::now().checked_add(limit);
        let departure = command.context.extensions.get_or_insert_default::<Departure>().clone();
        if let Some(end) = end {
            let earlier = command.context.not_after.take();
            let passed = move || Instant::now() >= end || earlier.as_ref().is_some_and(NotAfter::has_passed);
            command.context.not_after = Some(NotAfter::new(passed));
        }
        Box::pin(async move {
            let Ok(answer) = tokio::time::timeout(limit, inner.oneshot(command)).await else {
                return Err(missed(limit, departure.has_left()).into());
            };
            answer
        })
    }
}

fn missed(limit: Duration, left: bool) -> Error {
    let error = if left {
        let why =
            format!("no answer within the deadline of {limit:?}; find out whether it happened before repeating it");
        Error::new(ErrorKind::Timeout, why)
    } else {
        let why = format!("did not get to leave within the deadline of {limit:?}; repeating it is safe");
        Error::new(ErrorKind::Timeout, why).not_sent()
    };
    error.with_source(std::io::Error::from(std::io::ErrorKind::TimedOut))
}
