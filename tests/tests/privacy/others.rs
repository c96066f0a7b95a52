//! The agent, the vendors and a collector: whoever is not the gateway. Each says a canary where it can.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, Request, Response, StatusCode, header},
};
use bytes::Bytes;
use messaging_http::Transport;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::canaries::Canaries;

/// Everything that came to one of them.
pub(crate) type Heard = Arc<Mutex<Vec<Bytes>>>;

/// Serves `router` on a port of its own.
async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

/// A collector: it keeps what it is sent, as it is sent.
pub(crate) async fn collector() -> (String, Heard) {
    let heard = Heard::default();
    let take = |State(heard): State<Heard>, body: Bytes| async move { heard.lock().unwrap().push(body) };
    let url = serve(Router::new().fallback(take).with_state(Arc::clone(&heard))).await;
    (url, heard)
}

fn answer(status: u16, kind: &str, body: String) -> Response<Body> {
    Response::builder().status(status).header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()
}

/// An agent that does as the first word of a text says.
pub(crate) async fn agent(canaries: Arc<Canaries>) -> (String, Heard) {
    let heard = Heard::default();
    let reply = |State((canaries, heard)): State<(Arc<Canaries>, Heard)>, body: Bytes| async move {
        let turn: Value = serde_json::from_slice(&body).unwrap();
        heard.lock().unwrap().push(body);
        let text = turn["messages"][0]["text"].as_str().unwrap_or_default();
        let at = |place| canaries.at(place);
        let told = match text.split_whitespace().next().unwrap_or_default() {
            "stream" => {
                let piece = json!({ "text": at("answer piece by piece") });
                let body = format!("event: delta\ndata: {piece}\n\nevent: done\ndata: {{}}\n\n");
                answer(200, "text/event-stream", body)
            }
            "event" => {
                let body = format!("event: delta\ndata: {{\"text\": \"{}\n\n", at("event of the agent"));
                answer(200, "text/event-stream", body)
            }
            "refuse" => answer(422, "text/plain", format!("no: {}", at("refusal of the agent"))),
            "nonsense" => answer(200, "application/json", json!({ at("nonsense of the agent"): [1] }).to_string()),
            "fail" => answer(500, "text/plain", at("failure of the agent").to_owned()),
            word => {
                let usage = json!({ "input_tokens": 3, "model": format!("see {}", at("model of the agent")) });
                let said = format!("{word} {}", at("answer"));
                answer(200, "application/json", json!({ "messages": [{ "text": said }], "usage": usage }).to_string())
            }
        };
        let (mut head, body) = told.into_parts();
        head.headers.insert("x-canary", at("header of the agent").parse().unwrap());
        Response::from_parts(head, body)
    };
    let url = serve(Router::new().fallback(reply).with_state((Arc::clone(&canaries), Arc::clone(&heard)))).await;
    (format!("{url}/agent?key={}", canaries.at("query of the agent")), heard)
}

struct Vendor {
    canaries: Arc<Canaries>,
    api: Transport,
    /// What failed once does not fail again.
    failed: Mutex<Vec<&'static str>>,
}

/// A vendor in front of its emulator, which fails once where an answer asks it to.
pub(crate) async fn vendor(canaries: Arc<Canaries>, api: Transport) -> String {
    let vendor = Arc::new(Vendor { canaries, api, failed: Mutex::default() });
    serve(Router::new().fallback(pass).with_state(vendor)).await
}

async fn pass(State(vendor): State<Arc<Vendor>>, request: Request<Body>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    let text = String::from_utf8_lossy(&body).into_owned();
    let asked = ["vendor400", "vendor500", "vendor302", "slackerror"].into_iter().find(|word| text.contains(word));
    let first = asked.filter(|word| {
        let mut failed = vendor.failed.lock().unwrap();
        let is_first = !failed.contains(word);
        failed.push(word);
        is_first
    });
    let at = |place| vendor.canaries.at(place);
    let mut told = match first {
        Some("vendor400") => {
            let error = json!({ "code": 21_211, "message": format!("The 'To' number {} is not valid", at("words of the vendor")), "status": 400 });
            answer(400, "application/json", error.to_string())
        }
        Some("vendor500") => answer(500, "text/plain", at("failure of the vendor").to_owned()),
        Some("vendor302") => {
            let mut away = answer(302, "text/plain", String::new());
            let to = format!("http://127.0.0.1:1/{}", at("way of the vendor"));
            away.headers_mut().insert(header::LOCATION, to.parse().unwrap());
            away
        }
        Some(_) => {
            let error = json!({ "ok": false, "error": at("error of Slack") });
            answer(200, "application/json", error.to_string())
        }
        None => match vendor.api.clone().oneshot(Request::from_parts(head, body)).await {
            Ok(answer) => without_length(answer.map(Body::from)),
            Err(_) => answer(StatusCode::BAD_GATEWAY.as_u16(), "text/plain", String::new()),
        },
    };
    told.headers_mut().insert("x-canary", at("header of the vendor").parse().unwrap());
    told
}

fn without_length(mut answer: Response<Body>) -> Response<Body> {
    let headers: &mut HeaderMap = answer.headers_mut();
    for name in ["content-length", "transfer-encoding", "connection"] {
        headers.remove(name);
    }
    answer
}
