use std::{convert::Infallible, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use axum::{body::Body, response::IntoResponse};
use bytes::Bytes;
use futures_util::FutureExt;
use http::{HeaderValue, Request, Response, StatusCode, header};
use http_body::Body as _;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use messaging_core::BoxError;
use tokio::{
    net::TcpStream,
    pin,
    sync::watch,
    time::{Instant, timeout_at},
};
use tower::{Service, ServiceExt};

use super::{
    ListenerSettings, RequestBody,
    budget::Budget,
    outgoing::{Outgoing, Stopped},
    phase::Phase,
    wire::Wire,
};
use crate::{BodyError, answer};

/// How long the first request of a new connection may be on its way, although the listener stops.
const FRESH: Duration = Duration::from_secs(1);

/// What all connections of a listener share.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub(super) settings: Arc<ListenerSettings>,
    pub(super) budget: Budget,
    /// Becomes true when the listener stops.
    pub(super) stop: watch::Receiver<bool>,
}

/// Serves one connection until it ends, or has ended what was under way when the listener stopped.
pub(super) async fn converse<S, B>(socket: TcpStream, service: S, terms: Terms)
where
    S: Service<Request<RequestBody>, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let (phase, fresh) = (Phase::default(), Instant::now() + FRESH);
    let settings = &terms.settings;
    let wire = Wire::new(socket, phase.clone(), settings);
    let mut http = http1::Builder::new();
    // The wire keeps the time: it tells a slow head from an idle connection.
    http.header_read_timeout(None).max_headers(settings.headers).max_buf_size(settings.head_bytes);
    let mut stop = terms.stop.clone();
    let (terms, phases) = (Arc::new(terms), phase.clone());
    let each = service_fn(move |request| exchange(request, service.clone(), Arc::clone(&terms), phases.clone()));
    // A service that answers 101 takes the connection over.
    let connection = http.serve_connection(TokioIo::new(wire), each).with_upgrades();
    pin!(connection);
    let ended = tokio::select! {
        biased;
        ended = connection.as_mut() => ended,
        () = stopped(&mut stop) => {
            let asked = phase.turn() > 0;
            let ended = if asked { None } else { timeout_at(fresh, connection.as_mut()).await.ok() };
            if let Some(ended) = ended {
                ended
            } else {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

async fn exchange<S, B>(
    request: Request<Incoming>,
    service: S,
    terms: Arc<Terms>,
    phase: Phase,
) -> Result<Response<Outgoing>, Infallible>
where
    S: Service<Request<RequestBody>, Response = Response<B>, Error = Infallible>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Terms { settings, budget, stop } = &*terms;
    let serving = phase.serve();
    let declared = request.body().size_hint().lower();
    let response = if usize::try_from(declared).is_ok_and(|declared| declared <= settings.body_bytes) {
        let request = request.map(|body| RequestBody::new(body, phase.clone(), budget, settings));
        match AssertUnwindSafe(service.oneshot(request)).catch_unwind().await {
            Ok(Ok(response)) => response.map(Body::new),
            // The panic's message is on standard error already.
            Err(_) => answer::text(StatusCode::INTERNAL_SERVER_ERROR, "this request met a defect; the log says more"),
        }
    } else {
        phase.leave_unread();
        let mut response = answer::body_error(&BodyError::TooLarge(settings.body_bytes)).into_response();
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    };
    if response.status() == StatusCode::SWITCHING_PROTOCOLS {
        phase.hand_over();
    }
    let stream = response.headers().get(header::CONTENT_TYPE).is_some_and(is_event_stream);
    let until: Option<Stopped> = stream.then(|| {
        let mut stop = stop.clone();
        Box::pin(async move { stopped(&mut stop).await }) as _
    });
    Ok(response.map(|body| Outgoing::new(body, until, serving)))
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // A sender that is gone is a listener that is gone.
    let _ = stop.wait_for(|stop| *stop).await;
}

fn is_event_stream(kind: &HeaderValue) -> bool {
    kind.as_bytes().starts_with(b"text/event-stream")
}
