use std::{convert::Infallible, future::ready, sync::Arc, time::Duration};

use axum::{
    Router,
    response::sse::{Event, Sse},
    routing::get,
};
use http::Request;
use messaging_server::{ListenerSettings, serve};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Notify,
    time::{Instant, timeout},
};

use crate::{
    caller::Events,
    raw::{PATIENCE, Raw},
    site::Site,
};

const ASK: &str = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Answers once it may, and says when it was asked.
struct Slow {
    asked: Notify,
    may: Notify,
}

async fn slow(settings: ListenerSettings) -> (Site, Arc<Slow>) {
    let slow = Arc::new(Slow { asked: Notify::new(), may: Notify::new() });
    let inner = Arc::clone(&slow);
    let answer = move || {
        let slow = Arc::clone(&inner);
        async move {
            slow.asked.notify_one();
            slow.may.notified().await;
            "done"
        }
    };
    (Site::serve(Router::new().route("/", get(answer)), settings).await, slow)
}

/// A proxy that has connected is neither reset nor left without an answer.
#[tokio::test]
async fn who_had_connected_before_the_stop_is_answered() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut first = Raw::saying(address, ASK).await;
    let mut second = Raw::connect(address).await;
    let service = Router::new().route("/", get(|| async { "done" }));
    let serving = tokio::spawn(serve(listener, service, ListenerSettings::default(), ready(())));
    assert!(first.head().await.starts_with("HTTP/1.1 200"));
    second.say(ASK).await;
    assert_eq!(first.rest().await, "done");
    assert!(second.rest().await.ends_with("\r\n\r\ndone"));
    timeout(PATIENCE, serving).await.unwrap().unwrap().unwrap();
}

#[tokio::test]
async fn what_is_under_way_is_finished_and_nothing_new_begins() {
    let (site, slow) = slow(ListenerSettings::default()).await;
    let address = site.address;
    let mut idle = Raw::connect(address).await;
    let mut raw = Raw::saying(address, ASK).await;
    slow.asked.notified().await;
    let mut stopping = site.stop();
    assert_eq!(idle.rest().await, "");
    assert!(TcpStream::connect(address).await.is_err(), "a new connection was accepted after the stop");
    assert!(timeout(Duration::ZERO, &mut stopping).await.is_err(), "it stopped with a request under way");
    slow.may.notify_one();
    let head = raw.head().await;
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("connection: close"), "{head}");
    assert_eq!(raw.rest().await, "done");
    timeout(PATIENCE, stopping).await.unwrap().unwrap().unwrap();
}

#[tokio::test]
async fn what_does_not_finish_is_cut() {
    let mut settings = ListenerSettings::default();
    settings.stop_timeout = Duration::from_millis(200);
    let (site, slow) = slow(settings).await;
    let mut raw = Raw::saying(site.address, ASK).await;
    slow.asked.notified().await;
    let since = Instant::now();
    timeout(PATIENCE, site.stop()).await.unwrap().unwrap().unwrap();
    assert!(since.elapsed() >= Duration::from_millis(200));
    assert_eq!(raw.rest().await, "");
}

#[tokio::test]
async fn event_streams_end_cleanly() {
    let forever = || async {
        let silence = futures_util::stream::once(async { Ok::<_, Infallible>(Event::default().data("1")) });
        Sse::new(futures_util::StreamExt::chain(silence, futures_util::stream::pending()))
    };
    let site = Site::serve(Router::new().route("/", get(forever)), ListenerSettings::default()).await;
    let mut events = Events::open(site.address, Request::get("/").body(String::new()).unwrap()).await;
    assert_eq!(events.block().await.unwrap(), "data: 1");
    let since = Instant::now();
    let stopping = site.stop();
    assert_eq!(events.block().await, None);
    timeout(PATIENCE, stopping).await.unwrap().unwrap().unwrap();
    assert!(since.elapsed() < Duration::from_secs(5), "the stream held the stop up");
}

#[tokio::test]
async fn a_panic_costs_one_request() {
    let bad = || async {
        assert!(std::env::args().count() == usize::MAX, "a defect in a handler");
        "never"
    };
    let router = Router::new().route("/", get(|| async { "hi" })).route("/bad", get(bad));
    let site = Site::serve(router, ListenerSettings::default()).await;
    assert_eq!(
        crate::raw::status(site.address, "GET /bad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await,
        500
    );
    let once = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assert_eq!(crate::raw::status(site.address, once).await, 200);
}
