use std::time::Duration;

use axum::{Router, body::Bytes, routing::get};
use messaging_server::ListenerSettings;
use tokio::time::{Instant, sleep};

use crate::{
    raw::{PATIENCE, Raw},
    site::Site,
};

const SHORT: Duration = Duration::from_millis(300);
/// Long enough that whoever mistakes one time-out for another is found out.
const LONG: Duration = Duration::from_secs(60);

/// Settings under which nothing but the time-out under test can end a connection in time.
fn patient() -> ListenerSettings {
    let mut settings = ListenerSettings::default();
    settings.head_timeout = LONG;
    settings.body_timeout = LONG;
    settings.idle_timeout = LONG;
    settings.stall_timeout = LONG;
    settings
}

async fn site(settings: ListenerSettings) -> Site {
    let read = |body: Result<Bytes, axum::extract::rejection::BytesRejection>| async move {
        body.map_or_else(|_| "cut".to_owned(), |body| body.len().to_string())
    };
    let large = || async { vec![b'x'; 64 * 1024 * 1024] };
    Site::serve(Router::new().route("/", get(|| async { "hi" }).post(read)).route("/large", get(large)), settings).await
}

/// The connection is closed when the time is up: not before, and not much later.
async fn closed(mut raw: Raw, since: Instant) -> String {
    let rest = raw.rest().await;
    let waited = since.elapsed();
    assert!((SHORT..PATIENCE / 2).contains(&waited), "closed after {waited:?}, having said {rest:?}");
    rest
}

#[tokio::test]
async fn a_connection_that_never_says_anything_is_closed() {
    let mut settings = patient();
    settings.head_timeout = SHORT;
    let site = site(settings).await;
    let since = Instant::now();
    assert_eq!(closed(Raw::connect(site.address).await, since).await, "");
}

#[tokio::test]
async fn a_head_that_drips_is_closed() {
    let mut settings = patient();
    settings.head_timeout = SHORT;
    let site = site(settings).await;
    let since = Instant::now();
    let mut raw = Raw::saying(site.address, "GET / HTTP/1.1\r\nHost: x\r\n").await;
    for n in 0..20 {
        raw.say(&format!("X-{n}: y\r\n")).await;
        // house: real time, because a byte now and then must not keep the connection open
        sleep(SHORT / 10).await;
    }
    assert_eq!(closed(raw, since).await, "");
}

#[tokio::test]
async fn an_idle_connection_is_closed_after_its_own_time() {
    let mut settings = patient();
    settings.idle_timeout = SHORT;
    let site = site(settings).await;
    let mut raw = Raw::saying(site.address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let since = Instant::now();
    assert!(raw.head().await.starts_with("HTTP/1.1 200"));
    assert_eq!(closed(raw, since).await, "hi");
}

#[tokio::test]
async fn a_second_head_that_drips_is_closed_long_before_an_idle_connection() {
    let mut settings = patient();
    settings.head_timeout = SHORT;
    let site = site(settings).await;
    let mut raw = Raw::saying(site.address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    raw.head().await;
    let since = Instant::now();
    raw.say("G").await;
    assert_eq!(closed(raw, since).await, "hi");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_given_up_and_its_sender_told() {
    let mut settings = patient();
    settings.body_timeout = SHORT;
    let site = site(settings).await;
    let since = Instant::now();
    let raw = Raw::saying(site.address, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").await;
    let said = closed(raw, since).await;
    assert!(said.ends_with("cut"), "{said}");
}

#[tokio::test]
async fn a_body_that_drips_is_given_up() {
    let mut settings = patient();
    settings.body_timeout = SHORT;
    let site = site(settings).await;
    let since = Instant::now();
    let mut raw = Raw::saying(site.address, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n").await;
    for _ in 0..20 {
        raw.say("x").await;
        // house: real time, because a byte now and then must not keep the request open
        sleep(SHORT / 10).await;
    }
    assert!(closed(raw, since).await.ends_with("cut"));
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let mut settings = patient();
    settings.stall_timeout = SHORT;
    let site = site(settings).await;
    let raw = Raw::saying(site.address, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n").await;
    // house: real time, because the client must take nothing for longer than it may
    sleep(SHORT * 4).await;
    let mut raw = raw;
    assert!(raw.rest().await.len() < 64 * 1024 * 1024, "the whole answer came");
}

#[tokio::test]
async fn a_request_that_thinks_longer_than_every_wait_for_the_client_is_answered() {
    let mut settings = patient();
    settings.head_timeout = SHORT / 3;
    settings.idle_timeout = SHORT / 3;
    // house: real time, because the answer must outlast the time-outs
    let slow = || async { sleep(SHORT).await };
    let site = Site::serve(Router::new().route("/", get(slow)), settings).await;
    let mut raw = Raw::saying(site.address, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(raw.head().await.starts_with("HTTP/1.1 200"));
}
