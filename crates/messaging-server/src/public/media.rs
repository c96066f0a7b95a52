//! `/media/{name}`: files that came in with messages, for whoever was told where they are.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    response::Response,
    routing::get,
};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use http_body::{Frame, SizeHint};
use http_body_util::Full;
use messaging_core::message::MediaFile;
use messaging_gateway::{Gateway, MediaError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::media_type::disposition;
use crate::answer;

/// A stranger made the file: nothing in it may run, load or be framed, and it has no origin.
const STRANGE: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

#[derive(Clone)]
struct Desk {
    gateway: Gateway,
    /// One for each file in memory.
    places: Arc<Semaphore>,
}

pub(super) fn routes(gateway: Gateway) -> Router {
    let most = gateway.settings().limits.media_fetches.min(Semaphore::MAX_PERMITS);
    let desk = Desk { gateway, places: Arc::new(Semaphore::new(most)) };
    Router::new().route("/media/{name}", get(serve).with_state(desk))
}

async fn serve(State(desk): State<Desk>, request: Request) -> Response {
    // Not decoded: a name has one spelling.
    let name = request.uri().path().strip_prefix("/media/").unwrap_or_default();
    let Ok(place) = Arc::clone(&desk.places).try_acquire_owned() else {
        return answer::unavailable("too many files are being fetched; ask again");
    };
    match desk.gateway.media(name).await {
        Ok(file) => hand_out(file, place),
        Err(error) => refuse(&error),
    }
}

fn hand_out(file: MediaFile, place: OwnedSemaphorePermit) -> Response {
    let told = disposition(&file.content_type, file.name.as_deref());
    let mut response = Response::new(Body::new(Held { file: Full::new(file.bytes), _place: place }));
    let headers = response.headers_mut();
    let values = [
        (header::CONTENT_TYPE, told.content_type.as_str()),
        (header::CONTENT_DISPOSITION, &told.disposition),
        (header::CONTENT_SECURITY_POLICY, STRANGE),
    ];
    for (name, value) in values {
        // All of them are made of letters that a header takes.
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    response
}

fn refuse(error: &MediaError) -> Response {
    let (status, after) = match error {
        MediaError::NotFound => (StatusCode::NOT_FOUND, None),
        MediaError::Gone(_) => (StatusCode::GONE, None),
        MediaError::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, None),
        MediaError::Later { after, .. } => (StatusCode::SERVICE_UNAVAILABLE, Some(*after)),
        MediaError::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, Some(Duration::from_secs(1))),
        _ => (StatusCode::BAD_GATEWAY, None),
    };
    let mut response = answer::text(status, error.to_string());
    if let Some(after) = after {
        let seconds = after.as_secs() + u64::from(after.subsec_nanos() > 0);
        response.headers_mut().insert(header::RETRY_AFTER, seconds.max(1).into());
    }
    response
}

/// A file on its way out, which keeps its place until it is gone or nobody wants it any more.
struct Held {
    file: Full<Bytes>,
    _place: OwnedSemaphorePermit,
}

impl http_body::Body for Held {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.file).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.file.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.file.size_hint()
    }
}
