use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use messaging_core::{BoxError, Command, Error, Outcome};
use messaging_telemetry::AccountMeters;
use tokio::time::Instant;
use tower::{Layer, Service, ServiceExt};

/// Measures each call that gets this far: below a retry and a limit, each single try and no wait.
#[derive(Clone, Debug)]
pub struct MeasureLayer {
    meters: AccountMeters,
}

impl MeasureLayer {
    /// Measures with `meters`.
    #[must_use]
    pub fn new(meters: AccountMeters) -> Self {
        Self { meters }
    }
}

impl<S> Layer<S> for MeasureLayer {
    type Service = Measure<S>;

    fn layer(&self, inner: S) -> Measure<S> {
        Measure { inner, meters: self.meters.clone() }
    }
}

/// The service made by [`MeasureLayer`].
#[derive(Clone, Debug)]
pub struct Measure<S> {
    inner: S,
    meters: AccountMeters,
}

impl<S> Service<Command> for Measure<S>
where
    S: Service<Command, Response = Outcome, Error = BoxError, Future: Send> + Clone + Send + 'static,
{
    type Response = Outcome;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Outcome, BoxError>> + Send>>;

    /// Always ready, so that the time covers the wait for what is below.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, command: Command) -> Self::Future {
        let (inner, meters, verb) = (self.inner.clone(), self.meters.clone(), command.verb());
        Box::pin(async move {
            let started = Instant::now();
            let answer = inner.oneshot(command).await;
            // A stranger's error counts as a middleware's, as it does for the caller.
            let kind =
                |error: &BoxError| error.downcast_ref::<Error>().map_or("middleware", |error| error.kind().word());
            meters.called(verb.name(), answer.as_ref().err().map(kind), started.elapsed());
            answer
        })
    }
}
