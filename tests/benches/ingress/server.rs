//! What serves: in a process of its own, on one thread, until standard input ends.

use std::{io, net::SocketAddr, path::Path, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use messaging_agent::EchoPlus;
use messaging_core::{Messenger, signature::is_hmac_sha256_hex};
use messaging_gateway::Gateway;
use messaging_http::{Transport, TransportError};
use messaging_server::{ListenerSettings, PublicSettings, Readiness, public, serve};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore, SqliteOptions, SqliteStore, Store};
use messaging_twilio::{Twilio, TwilioConfig};
use tokio::{net::TcpListener, sync::oneshot};

use crate::{limit, request};

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
        match kind {
            "limit" => limit::feed(sqlite(path)).await,
            "axum" | "hmac" => {
                let listener = listen().await;
                let handler = if kind == "axum" { post(yes) } else { post(verified) };
                let server = axum::serve(listener, Router::new().route("/webhooks/{account}", handler));
                tokio::select! { served = server => served.expect("serves"), _ = stopped => {} }
                String::new()
            }
            "memory" => gateway(memory(), stopped).await,
            "sqlite" => gateway(sqlite(path), stopped).await,
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
    Slack::new(SlackConfig::new("xoxb-emu", request::SECRET), nobody()).expect("sound settings")
}

fn twilio() -> Twilio {
    let mut config = TwilioConfig::new("AC00000000000000000000000000000001", request::SECRET);
    config.webhook_url = Some(request::TWILIO_URL.into());
    Twilio::new(config, nobody()).expect("sound settings")
}

fn nobody() -> Transport {
    Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("the agent is off")) }))
}

async fn gateway(store: Arc<dyn Store>, stopped: oneshot::Receiver<()>) -> String {
    let gateway = Gateway::builder(store, EchoPlus)
        .account("slack", Messenger::new(slack()))
        .account("twilio", Messenger::new(twilio()))
        .build()
        .expect("a gateway");
    let readiness = Readiness::starting();
    readiness.ready();
    let service = public(gateway.clone(), &PublicSettings::default(), &readiness).expect("routes");
    let stop = async {
        let _ = stopped.await;
    };
    serve(listen().await, service, ListenerSettings::default(), stop).await.expect("serves");
    let counts = gateway.counts().await.expect("counts");
    format!("{} {}", counts.accepted, counts.duplicates)
}
