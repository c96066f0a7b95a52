use std::{
    convert::Infallible,
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use messaging_core::BoxError;
use tower::{Service, ServiceExt};

use crate::{BodyError, answer};

/// Reads a request's body, at most `max` bytes of it.
pub(crate) async fn whole<B>(request: Request<B>, max: usize) -> Result<Request<Bytes>, BodyError>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    let (head, body) = request.into_parts();
    if body.size_hint().lower() > u64::try_from(max).unwrap_or(u64::MAX) {
        return Err(BodyError::TooLarge(max));
    }
    match Limited::new(body, max).collect().await {
        Ok(body) => Ok(Request::from_parts(head, body.to_bytes())),
        Err(error) if error.is::<LengthLimitError>() => Err(BodyError::TooLarge(max)),
        Err(error) => Err(name(error)),
    }
}

/// Finds our own error again, whatever it was wrapped in on its way through other people's bodies.
fn name(error: BoxError) -> BodyError {
    let error = match error.downcast::<axum::Error>() {
        Ok(wrapped) => wrapped.into_inner(),
        Err(error) => error,
    };
    match error.downcast::<BodyError>() {
        Ok(ours) => *ours,
        Err(error) => BodyError::Broken(error),
    }
}

/// Serves a function from whole requests, such as an emulator, where bodies come in pieces.
///
/// A body that is too large, too slow or broken is answered here, with 413, 408 or 400. Answers may be streams.
#[derive(Clone)]
pub struct Buffered<S> {
    service: S,
    max: usize,
}

impl<S> Buffered<S> {
    /// Wraps `service`; no body it sees is larger than `max` bytes.
    pub fn new(service: S, max: usize) -> Self {
        Self { service, max }
    }
}

impl<S, A, B> Service<Request<A>> for Buffered<S>
where
    S: Service<Request<Bytes>, Response = http::Response<B>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
    A: http_body::Body<Data = Bytes> + Send + 'static,
    A::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // `oneshot` asks the service below, for each request.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<A>) -> Self::Future {
        let (service, max) = (self.service.clone(), self.max);
        Box::pin(async move {
            let request = match whole(request, max).await {
                Ok(request) => request,
                Err(error) => return Ok(answer::body_error(&error).into_response()),
            };
            let Ok(response) = service.oneshot(request).await;
            Ok(response.map(Body::new))
        })
    }
}

impl<S> fmt::Debug for Buffered<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Buffered").field("max", &self.max).finish_non_exhaustive()
    }
}
