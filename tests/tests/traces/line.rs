//! The line to Twilio, on which something goes wrong as a test wants.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Method, Request, Response, StatusCode},
};
use messaging_http::Transport;
use tokio::net::TcpListener;
use tower::ServiceExt;

/// What happens to a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// It is refused with 429, and may be tried again after so many seconds.
    TooFast(u64),
    /// It is carried, answered with 503, and nobody tells how far it got.
    Unheard,
}

/// The line.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) url: String,
    next: Arc<Mutex<VecDeque<Mishap>>>,
}

struct Wire {
    emulator: String,
    client: Transport,
    next: Arc<Mutex<VecDeque<Mishap>>>,
}

impl Line {
    pub(crate) async fn start(emulator: String, client: Transport) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let next = Arc::new(Mutex::new(VecDeque::new()));
        let wire = Arc::new(Wire { emulator, client, next: Arc::clone(&next) });
        let router = Router::new().fallback(forward).with_state(wire);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, next }
    }

    /// Has these things happen to the next sends.
    pub(crate) fn meets(&self, mishaps: impl IntoIterator<Item = Mishap>) {
        self.next.lock().unwrap().extend(mishaps);
    }
}

async fn forward(State(wire): State<Arc<Wire>>, request: Request<Body>) -> Response<Body> {
    let is_send = request.method() == Method::POST;
    let mishap = if is_send { wire.next.lock().unwrap().pop_front() } else { None };
    if let Some(Mishap::TooFast(seconds)) = mishap {
        let answer = Response::builder().status(StatusCode::TOO_MANY_REQUESTS).header("retry-after", seconds);
        return answer.body("{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}".into()).unwrap();
    }
    let (mut head, body) = request.into_parts();
    let mut body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    if mishap == Some(Mishap::Unheard) {
        // Nobody tells how far it got either: the records are all there is.
        let fields = form_urlencoded::parse(&body).filter(|(name, _)| name != "StatusCallback");
        body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into();
        head.headers.remove("content-length");
    }
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    head.uri = format!("{}{path}", wire.emulator).parse().unwrap();
    head.headers.remove("host");
    let answer = wire.client.clone().oneshot(Request::from_parts(head, body)).await.unwrap();
    if mishap == Some(Mishap::Unheard) {
        return Response::builder().status(StatusCode::SERVICE_UNAVAILABLE).body(Body::empty()).unwrap();
    }
    let mut answer = answer.map(Body::from);
    for name in ["content-length", "transfer-encoding", "connection"] {
        answer.headers_mut().remove(name);
    }
    answer
}
