//! What serves: in a process of its own, on one thread, until standard input ends.

use std::{convert::Infallible, io, net::SocketAddr, path::Path, sync::Arc, time::SystemTime};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, Response, StatusCode},
    routing::post,
};
use messaging_agent::{Turn, from_fn};
use messaging_core::{Messenger, Provider, PublicUrl, signature::is_hmac_sha256_hex};
use messaging_gateway::{Gateway, Settings};
use messaging_http::{Transport, TransportError};
use messaging_server::{Buffered, ListenerSettings, PublicSettings, Readiness, public, serve};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore, SqliteOptions, SqliteStore, Store};
use messaging_telemetry::{Meters, Pipeline};
use messaging_twilio::{Twilio, TwilioConfig};
use tokio::{net::TcpListener, sync::oneshot};
use tower::service_fn;

use messaging_web::{Web, WebConfig};

use crate::{idle::STREAMS, limit, request};

/// Serves `kind` until nobody wants it any more, then says what the store has counted.
pub(crate) fn run(kind: &str, path: &Path) {
    // As `messaging serve` logs, to nowhere.
    tracing_subscriber::fmt().with_env_filter("info").with_writer(io::sink).init();
    let (stop, stopped) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        drop(stop);
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let words = runtime.block_on(async {
        let (kind, telemetry) = kind.split_once(' ').unwrap_or((kind, ""));
        let telemetry = Telemetry::start(telemetry);
        match kind {
            "limit" => limit::feed(sqlite(path)).await,
            "axum" | "hmac" => {
                let listener = listen().await;
                let handler = if kind == "axum" { post(yes) } else { post(verified) };
                let server = axum::serve(listener, Router::new().route("/webhooks/{account}", handler));
                tokio::select! { served = server => served.expect("serves"), _ = stopped => {} }
                String::new()
            }
            "listener" => plain(|_| StatusCode::OK, stopped).await,
            "read" => {
                let slack = Arc::new(slack());
                let url = PublicUrl::new("http://127.0.0.1/webhooks/slack");
                let read = move |request: &Request<Bytes>| {
                    let webhooks = slack.webhooks().expect("it takes webhooks");
                    let read = webhooks.receive(request, &url, SystemTime::now());
                    read.map_or(StatusCode::UNAUTHORIZED, |_| StatusCode::OK)
                };
                plain(read, stopped).await
            }
            "memory" => off(memory(), &telemetry, stopped).await,
            "silent" => silent(Arc::new(MemoryStore::new(MemoryOptions::default())), &telemetry, stopped).await,
            "sqlite-silent" => silent(sqlite(path), &telemetry, stopped).await,
            "sqlite" => off(sqlite(path), &telemetry, stopped).await,
            "chat" => chat(&telemetry, stopped).await,
            other => panic!("`{other}` is no server"),
        }
    });
    println!("{words}");
}

async fn listen() -> TcpListener {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address: SocketAddr = listener.local_addr().expect("an address");
    println!("{address}");
    listener
}

fn memory() -> Arc<dyn Store> {
    // Nobody answers, so nothing ends: with the bound as shipped the store would soon be full, and a no is quick.
    let options = MemoryOptions { max_in_flight: usize::MAX, ..MemoryOptions::default() };
    Arc::new(MemoryStore::new(options))
}

fn sqlite(path: &Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(path, SqliteOptions::default()).expect("a store"))
}

/// Reads the body and says yes.
async fn yes(_: Bytes) -> StatusCode {
    StatusCode::OK
}

/// Checks the signature and says yes.
async fn verified(headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pieces = [b"v0:".as_slice(), header("x-slack-request-timestamp").as_bytes(), b":", &body];
    let given = header("x-slack-signature").strip_prefix("v0=").unwrap_or_default();
    if is_hmac_sha256_hex(request::SECRET, &pieces, given) { StatusCode::OK } else { StatusCode::UNAUTHORIZED }
}

pub(crate) fn slack() -> Slack {
    Slack::new(SlackConfig::new("xoxb-emu", request::SECRET), somebody()).expect("sound settings")
}

/// Knows a name for everybody, which is all that a turn asks for.
fn somebody() -> Transport {
    let answer = Bytes::from_static(br#"{"ok":true,"user":{"id":"W111","profile":{"display_name":"ann"}}}"#);
    Transport::new(service_fn(move |_| {
        let response = Response::builder().header("content-type", "application/json").body(answer.clone());
        async { Ok(response.expect("an answer")) }
    }))
}

fn twilio() -> Twilio {
    let mut config = TwilioConfig::new("AC00000000000000000000000000000001", request::SECRET);
    config.webhook_url = Some(request::TWILIO_URL.into());
    Twilio::new(config, nobody()).expect("sound settings")
}

fn nobody() -> Transport {
    Transport::new(service_fn(|_| async { Err(TransportError::not_sent("the agent is off")) }))
}

/// The listener, with an answer that is found at once.
async fn plain(
    answer: impl Fn(&Request<Bytes>) -> StatusCode + Clone + Send + Sync + 'static,
    stopped: oneshot::Receiver<()>,
) -> String {
    let service = service_fn(move |request: Request<Bytes>| {
        let status = answer(&request);
        async move { Ok::<_, Infallible>(Response::builder().status(status).body(Body::empty()).expect("an answer")) }
    });
    let stop = async { drop(stopped.await) };
    let buffered = Buffered::new(service, 1 << 20);
    serve(listen().await, buffered, ListenerSettings::default(), stop).await.expect("serves");
    String::new()
}

/// Nobody is asked: what comes in waits.
async fn off(store: Arc<dyn Store>, telemetry: &Telemetry, stopped: oneshot::Receiver<()>) -> String {
    let gateway = gateway(store, telemetry);
    front(&gateway, &PublicSettings::default(), ListenerSettings::default(), stopped).await;
    counted(&gateway, telemetry).await
}

/// An agent takes what comes in and says nothing to it, on the same thread; the store has its bounds as shipped.
async fn silent(store: Arc<dyn Store>, telemetry: &Telemetry, stopped: oneshot::Receiver<()>) -> String {
    let gateway = gateway(store, telemetry);
    // Accounts are checked, in vain, while the listener is open already.
    let settings = PublicSettings::default();
    let front = front(&gateway, &settings, ListenerSettings::default(), stopped);
    let (running, ()) = tokio::join!(gateway.start(), front);
    running.expect("starts").drain().await;
    counted(&gateway, telemetry).await
}

/// A web chat with room for many who read along.
async fn chat(telemetry: &Telemetry, stopped: oneshot::Receiver<()>) -> String {
    let gateway = gateway(memory(), telemetry);
    let mut settings = PublicSettings::default();
    (settings.chat_account, settings.chat_streams) = (Some("web".into()), STREAMS);
    let mut listener = ListenerSettings::default();
    listener.connections = STREAMS;
    front(&gateway, &settings, listener, stopped).await;
    String::new()
}

/// What is measured and told, as a process that is shipped does it unless told otherwise.
struct Telemetry {
    pipeline: Pipeline,
    settings: Settings,
    on: bool,
}

impl Telemetry {
    /// Nothing at all with `off`; with `sent`, spans go where the environment says.
    fn start(words: &str) -> Self {
        let environment = std::env::vars().filter(|(name, _)| words == "sent" && name.starts_with("OTEL_"));
        let pipeline = Pipeline::start(&environment.collect(), "bench", "1").expect("telemetry");
        let mut settings = Settings::default();
        settings.traces.enabled = words != "off";
        Self { pipeline, settings, on: words != "off" }
    }

    fn dropped(&self) -> u64 {
        let (_, page) = self.pipeline.page(None).expect("a page");
        let line = page.lines().find(|line| line.starts_with("messaging_gateway_spans_dropped_total"));
        line.and_then(|line| line.rsplit(' ').next()?.parse().ok()).unwrap_or_default()
    }
}

fn gateway(store: Arc<dyn Store>, telemetry: &Telemetry) -> Gateway {
    let meters = if telemetry.on { telemetry.pipeline.meters() } else { Meters::default() };
    Gateway::builder(store, from_fn(|_: Turn| async { Ok(Vec::new()) }))
        .settings(telemetry.settings.clone())
        .meters(meters)
        .spans(telemetry.pipeline.spans())
        .account("slack", Messenger::new(slack()))
        .account("twilio", Messenger::new(twilio()))
        .account("web", Messenger::new(Web::new(WebConfig::default())))
        .build()
        .expect("a gateway")
}

async fn front(
    gateway: &Gateway,
    settings: &PublicSettings,
    listener: ListenerSettings,
    stopped: oneshot::Receiver<()>,
) {
    let readiness = Readiness::starting();
    readiness.ready();
    let service = public(gateway.clone(), settings, &readiness).expect("routes");
    let stop = async {
        let _ = stopped.await;
        // Streams end when the node does.
        readiness.drain();
    };
    serve(listen().await, service, listener, stop).await.expect("serves");
}

async fn counted(gateway: &Gateway, telemetry: &Telemetry) -> String {
    let counts = gateway.counts().await.expect("counts");
    format!("{} {} {}", counts.accepted, counts.duplicates, telemetry.dropped())
}
