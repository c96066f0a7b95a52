use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use messaging_core::{BoxError, Command, Error, ErrorKind, Outcome};
use messaging_telemetry::AccountMeters;
use tokio::time::Instant;
use tower::{Layer, Service, ServiceExt};

use super::{
    Trip,
    circuit::{Circuit, Refusal},
    permit::{Permit, Shared},
    verdict::Verdict,
};

/// Stops asking a provider that keeps failing.
///
/// Only what speaks of the provider's health counts as failed: unavailable, no answer in time, a broken middleware
/// below. A 4xx or "too many requests" is an answer. While the circuit is open, calls fail at once as
/// [`Unavailable`](ErrorKind::Unavailable), not sent, with the time until the next probe in `retry_after`.
#[derive(Clone, Debug)]
pub struct CircuitBreakerLayer {
    circuit: Shared,
}

impl CircuitBreakerLayer {
    /// Opens and closes as `trip` says; all services and clones made from here share one circuit.
    #[must_use]
    pub fn new(trip: Trip) -> Self {
        Self { circuit: Arc::new(Mutex::new(Circuit::new(trip, Instant::now()))) }
    }

    /// Shows the state of the circuit with `meters`.
    #[must_use]
    pub fn with_meters(self, meters: AccountMeters) -> Self {
        self.circuit.lock().unwrap_or_else(PoisonError::into_inner).show(meters);
        self
    }
}

impl Default for CircuitBreakerLayer {
    fn default() -> Self {
        Self::new(Trip::default())
    }
}

impl<S> Layer<S> for CircuitBreakerLayer {
    type Service = CircuitBreaker<S>;

    fn layer(&self, inner: S) -> CircuitBreaker<S> {
        CircuitBreaker { inner, circuit: Arc::clone(&self.circuit) }
    }
}

/// The service made by [`CircuitBreakerLayer`].
#[derive(Clone, Debug)]
pub struct CircuitBreaker<S> {
    inner: S,
    circuit: Shared,
}

impl<S> Service<Command> for CircuitBreaker<S>
where
    S: Service<Command, Response = Outcome, Error = BoxError, Future: Send> + Clone + Send + 'static,
{
    type Response = Outcome;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Outcome, BoxError>> + Send>>;

    /// Always ready: a refusal is an answer to a call, and a place among the probes belongs to one.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, command: Command) -> Self::Future {
        let (circuit, inner) = (Arc::clone(&self.circuit), self.inner.clone());
        Box::pin(async move {
            let permit = Permit::ask(&circuit).map_err(refused)?;
            let not_after = command.context.not_after.clone();
            let answer = inner.oneshot(command).await;
            permit.settle(Verdict::of(&answer, not_after.as_ref()));
            answer
        })
    }
}

fn refused(refusal: Refusal) -> Error {
    let why = "the circuit is open because the provider keeps failing; repeat the call later, it is safe";
    let error = Error::new(ErrorKind::Unavailable, why).not_sent();
    match refusal {
        Refusal::Open(wait) => error.with_retry_after(wait),
        Refusal::Probing => error,
    }
}
