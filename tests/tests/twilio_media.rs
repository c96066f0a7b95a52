//! Files that come in with texts, for an agent that knows nothing of Twilio: over real sockets, from a phone to the
//! agent's own GET.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests are tests, too")]

use std::sync::{Arc, Mutex};

use axum::{Router, extract::Request as Incoming};
use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, header};
use messaging_agent::HttpAgent;
use messaging_core::Messenger;
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_gateway::Gateway;
use messaging_http::{ClientSettings, Transport, client};
use messaging_server::{Buffered, ListenerSettings, serve};
use messaging_store::{MemoryStore, Slice, Store};
use messaging_tests::served::{Served, eventually, socket};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::{Value, json};
use tower::ServiceExt;

const THEIRS: &str = "+15550100777";

/// A pixel, and bytes that are no text.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\xff\xfe\0\x80";

/// Asks as somebody without any credentials.
async fn ask(request: Request<Bytes>) -> Response<Bytes> {
    client(ClientSettings::default()).unwrap().oneshot(request).await.unwrap()
}

async fn get(url: &str) -> Response<Bytes> {
    ask(Request::get(url).body(Bytes::new()).unwrap()).await
}

/// Another host, and the headers that came there.
async fn elsewhere() -> (String, Arc<Mutex<Vec<HeaderMap>>>) {
    let (listener, url) = socket().await.unwrap();
    let heard = Arc::<Mutex<Vec<HeaderMap>>>::default();
    let noted = Arc::clone(&heard);
    let router = Router::new().fallback(move |request: Incoming| {
        noted.lock().unwrap().push(request.headers().clone());
        async { ([(header::CONTENT_TYPE, "text/html")], "<script>") }
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, heard)
}

/// What the agent was asked, and what it got when it fetched the first file.
type Seen = Arc<Mutex<Vec<(Value, Response<Bytes>)>>>;

/// A Twilio, a gateway and an agent.
struct Stage {
    twilio: String,
    served: Served,
    store: MemoryStore,
    seen: Seen,
}

impl Stage {
    async fn start() -> Self {
        let ((api, twilio), (listener, here)) = (socket().await.unwrap(), socket().await.unwrap());
        let settings = TwilioSettings::generated(7, &twilio).with_webhook_url(format!("{here}/webhooks/twilio"));
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some(twilio.clone());
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::live(1_000));
        emulator.connect(client(ClientSettings::default()).unwrap());
        let service = Buffered::new(emulator.service(), 8 << 20);
        tokio::spawn(serve(api, service, ListenerSettings::default(), std::future::pending()));

        let seen = Seen::default();
        let noted = Arc::clone(&seen);
        let agent = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let noted = Arc::clone(&noted);
            async move {
                let asked: Value = serde_json::from_slice(request.body()).unwrap();
                let file = get(asked["messages"][0]["media"][0]["url"].as_str().unwrap()).await;
                noted.lock().unwrap().push((asked, file));
                Ok(Response::builder().status(StatusCode::NO_CONTENT).body(Bytes::new()).unwrap())
            }
        }));
        let agent = HttpAgent::new("http://agent.test/".parse().unwrap(), agent);
        let store = MemoryStore::default();
        let provider = Twilio::new(config, client(ClientSettings::default()).unwrap()).unwrap();
        let gateway = Gateway::builder(Arc::new(store.clone()), agent).public_url(here);
        let gateway = gateway.account("twilio", Messenger::new(provider)).build().unwrap();
        let served = Served::start(listener, &gateway, false).await.unwrap();
        Self { twilio, served, store, seen }
    }

    /// Somebody writes with a file; what the agent was asked and what it fetched.
    async fn written(&self, file: Value) -> (Value, Response<Bytes>) {
        let before = self.seen.lock().unwrap().len();
        let body = json!({ "from": THEIRS, "text": "look", "media": [file] }).to_string();
        let request = Request::post(format!("{}/_emulator/people/messages?wait=1", self.twilio));
        let answer = ask(request.header(header::CONTENT_TYPE, "application/json").body(body.into()).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::OK, "{answer:?}");
        let count = || async { self.seen.lock().unwrap().len() };
        eventually("the agent's turn", count, |count| *count > before).await;
        self.seen.lock().unwrap()[before].clone()
    }
}

#[tokio::test]
async fn an_agent_without_credentials_sees_the_picture_that_was_sent() {
    let stage = Stage::start().await;
    let (asked, file) = stage.written(json!({ "content_type": "image/png", "base64": STANDARD.encode(PNG) })).await;
    let told = &asked["messages"][0]["media"][0];
    assert_eq!(told["type"], "image/png");
    assert_eq!((file.status(), file.headers()[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, "image/png"));
    assert_eq!(&**file.body(), PNG);

    // Twilio's own address, which the record keeps, is of no use without credentials.
    let lane = messaging_store::Lane::new(asked["conversation"]["ref"].as_str().unwrap().parse().unwrap());
    let kept = stage.store.records(&lane, Slice::After(0), 9).await.unwrap()[0].content.media[0].url.clone();
    assert!(kept.starts_with(&stage.twilio) && kept.contains("/Media/ME"), "{kept}");
    assert_eq!(get(&kept).await.status(), StatusCode::UNAUTHORIZED);

    let url = told["url"].as_str().unwrap();
    for at in [url.len() - 1, url.len() / 2, url.len() - 65] {
        let other = if url.as_bytes()[at] == b'0' { "1" } else { "0" };
        let forged = format!("{}{other}{}", &url[..at], &url[at + 1..]);
        assert_eq!(get(&forged).await.status(), StatusCode::NOT_FOUND, "{forged}");
    }
    assert_eq!(get(url).await.body(), file.body());
    stage.served.stop().await;
}

#[tokio::test]
async fn twilios_credentials_stay_with_twilio() {
    let stage = Stage::start().await;
    let (other, heard) = elsewhere().await;
    let (_, file) = stage.written(json!({ "content_type": "image/png", "url": format!("{other}/cat.png") })).await;
    assert_eq!(&**file.body(), b"<script>");
    // It is what its server says, not what the message promised, and nothing to be opened.
    assert_eq!(file.headers()[header::CONTENT_TYPE], "application/octet-stream");
    let heard = heard.lock().unwrap().clone();
    assert!(!heard.is_empty(), "it was never fetched");
    for headers in heard {
        assert!(!headers.contains_key(header::AUTHORIZATION) && !headers.contains_key(header::COOKIE), "{headers:?}");
    }
    stage.served.stop().await;
}
