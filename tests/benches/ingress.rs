//! Signed Slack events through the whole ingress with the agent off, beside a bare axum handler in the same run.
//!
//! `cargo bench -p messaging-tests --bench ingress`. One thread serves, one thread asks over 32 keep-alive connections;
//! every event has its own id and its own signature, made before the clock starts. Ratios carry over to other machines,
//! absolute figures do not.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant, SystemTime},
};

use axum::{Router, body::Bytes, http::StatusCode, routing::post};
use hmac::{Hmac, KeyInit, Mac};
use messaging_agent::EchoPlus;
use messaging_core::Messenger;
use messaging_gateway::Gateway;
use messaging_http::{Transport, TransportError};
use messaging_server::{ListenerSettings, PublicSettings, Readiness, public, serve};
use messaging_slack::{Slack, SlackConfig};
use messaging_store::{MemoryOptions, MemoryStore, SqliteOptions, SqliteStore, Store};
use sha2::Sha256;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
const CONNECTIONS: usize = 32;
const REQUESTS: usize = 40_000;
const ROUNDS: usize = 3;

fn main() {
    let folder = std::env::temp_dir().join(format!("messaging-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut results: Vec<(&str, Vec<f64>)> =
        vec![("bare axum", vec![]), ("memory", vec![]), ("SQLite, synchronous=FULL", vec![])];
    for round in 0..ROUNDS {
        results[0].1.push(measure(round, bare));
        results[1].1.push(measure(round, |listener| gateway(listener, memory())));
        let path = folder.join(format!("{round}.db"));
        results[2].1.push(measure(round, move |listener| gateway(listener, sqlite(&path))));
    }
    std::fs::remove_dir_all(&folder).expect("the folder is ours");
    let median = |rates: &[f64]| {
        let mut sorted = rates.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let floor = median(&results[0].1);
    println!("{CONNECTIONS} connections, {REQUESTS} requests a round, median of {ROUNDS} interleaved rounds");
    for (name, rates) in &results {
        let rate = median(rates);
        println!("{name:26} {rate:>9.0} requests/s  {:.2} of bare axum  {rates:.0?}", rate / floor);
    }
}

fn memory() -> Arc<dyn Store> {
    let options = MemoryOptions { max_in_flight: usize::MAX, ..MemoryOptions::default() };
    Arc::new(MemoryStore::new(options))
}

fn sqlite(path: &std::path::Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(path, SqliteOptions::default()).expect("a store"))
}

/// Reads the body and says yes.
async fn bare(listener: TcpListener) {
    let handler = post(|_: Bytes| async { StatusCode::OK });
    axum::serve(listener, Router::new().route("/webhooks/slack", handler)).await.expect("serves");
}

async fn gateway(listener: TcpListener, store: Arc<dyn Store>) {
    let nobody = Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("the agent is off")) }));
    let slack = Slack::new(SlackConfig::new("xoxb-emu", SECRET), nobody).expect("sound settings");
    let gateway = Gateway::builder(store, EchoPlus).account("slack", Messenger::new(slack)).build().expect("a gateway");
    let readiness = Readiness::starting();
    readiness.ready();
    let service = public(gateway, &PublicSettings::default(), &readiness).expect("routes");
    serve(listener, service, ListenerSettings::default(), std::future::pending()).await.expect("serves");
}

/// Requests per second of a server on a thread of its own.
fn measure<S, F>(round: usize, server: S) -> f64
where
    S: FnOnce(TcpListener) -> F + Send + 'static,
    F: Future<Output = ()>,
{
    let requests = requests(round);
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    socket.set_nonblocking(true).expect("non-blocking");
    let address = socket.local_addr().expect("an address");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = thread::spawn(move || {
        runtime().block_on(async {
            let server = server(TcpListener::from_std(socket).expect("a listener"));
            tokio::select! { () = server => {}, _ = stopped => {} }
        });
    });
    let took = runtime().block_on(ask(address, requests));
    drop(stop);
    serving.join().expect("the server ends");
    let requests = u32::try_from(REQUESTS).expect("few enough");
    f64::from(requests) / took.as_secs_f64()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

async fn ask(address: std::net::SocketAddr, requests: Vec<Vec<u8>>) -> Duration {
    let mut lines = Vec::new();
    for batch in requests.chunks(REQUESTS / CONNECTIONS) {
        lines.push((TcpStream::connect(address).await.expect("connects"), batch.to_vec()));
    }
    let started = Instant::now();
    let asking: Vec<_> = lines.into_iter().map(|(line, batch)| tokio::spawn(converse(line, batch))).collect();
    for one in asking {
        one.await.expect("asks");
    }
    started.elapsed()
}

async fn converse(mut line: TcpStream, requests: Vec<Vec<u8>>) {
    let mut answer = vec![0; 4_096];
    for request in requests {
        line.write_all(&request).await.expect("writes");
        let mut filled = 0;
        // Every answer here is empty: it ends with its head.
        while !answer[..filled].ends_with(b"\r\n\r\n") {
            let read = line.read(&mut answer[filled..]).await.expect("reads");
            assert!(read > 0, "the server hung up");
            filled += read;
        }
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer[..filled]));
    }
}

fn requests(round: usize) -> Vec<Vec<u8>> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs().to_string();
    (0..REQUESTS).map(|number| request(&now, round, number)).collect()
}

/// A message event of about a kilobyte, as Slack sends it.
fn request(now: &str, round: usize, number: usize) -> Vec<u8> {
    let text = "where is my order? ".repeat(8);
    let body = format!(
        r#"{{"token":"x","team_id":"T111","context_team_id":"T111","api_app_id":"A111","event":{{"client_msg_id":"968c94da-c271-4f2a-8ec9-12a9985e5df4","type":"message","text":"{text}","user":"W111","ts":"{round}{number:08}.001400","team":"T111","blocks":[{{"type":"rich_text","block_id":"bN8","elements":[{{"type":"rich_text_section","elements":[{{"type":"text","text":"{text}"}}]}}]}}],"channel":"D{lane:03}","event_ts":"1610261659.001400","channel_type":"im"}},"type":"event_callback","event_id":"Ev{round}{number:08}","event_time":1610261659,"authorizations":[{{"enterprise_id":null,"team_id":"T111","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6Im1lc3NhZ2UifQ"}}"#,
        lane = number % 500,
    );
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(format!("v0:{now}:{body}").as_bytes());
    let signature = mac.finalize().into_bytes().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!(
        "POST /webhooks/slack HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n\
         x-slack-request-timestamp: {now}\r\nx-slack-signature: v0={signature}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
