//! The line from `serve` to the vendor: a send takes effect at once, its answer comes late.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Method, Request, Response, StatusCode},
};
use bytes::Bytes;
use messaging_http::Transport;
use tokio::net::TcpListener;
use tower::ServiceExt;

use super::UnderWay;

/// The line, and how many sends are on it.
#[derive(Debug)]
pub struct Line {
    /// What an account names as `base_url`.
    pub url: String,
    /// The sends on it.
    pub under_way: UnderWay,
}

struct Wire {
    emulator: String,
    client: Transport,
    sends: UnderWay,
    dice: Mutex<fastrand::Rng>,
}

impl Line {
    /// Lays it on a port of its own, to an emulator.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn start(emulator: String, client: Transport, seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let dice = Mutex::new(fastrand::Rng::with_seed(seed));
        let under_way = UnderWay::default();
        let wire = Arc::new(Wire { emulator, client, sends: under_way.clone(), dice });
        let router = Router::new().fallback(forward).with_state(wire);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, under_way }
    }
}

async fn forward(State(wire): State<Arc<Wire>>, request: Request<Body>) -> Response<Body> {
    let is_send = request.method() == Method::POST;
    let (mut head, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, 1 << 20).await else { return refuse(StatusCode::BAD_REQUEST) };
    // A task of its own: what has left the killed process takes effect.
    let passed = tokio::spawn(async move {
        let _place = is_send.then(|| wire.sends.enter());
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        head.uri = format!("{}{path}", wire.emulator).parse().unwrap();
        head.headers.remove("host");
        let answer = wire.client.clone().oneshot(Request::from_parts(head, body)).await;
        let pause = wire.dice.lock().unwrap().u64(20..120);
        if is_send {
            // house: real time, because the process that waits is another one.
            tokio::time::sleep(Duration::from_millis(pause)).await;
        }
        answer
    });
    match passed.await {
        Ok(Ok(answer)) => without_length(answer),
        _ => refuse(StatusCode::BAD_GATEWAY),
    }
}

fn without_length(answer: Response<Bytes>) -> Response<Body> {
    let mut answer = answer.map(Body::from);
    for name in ["content-length", "transfer-encoding", "connection"] {
        answer.headers_mut().remove(name);
    }
    answer
}

fn refuse(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
