use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use bytes::Bytes;
use http::Response;
use messaging_server::{Buffered, ListenerSettings};
use tokio::{io::AsyncWriteExt, time::timeout};

use crate::{
    raw::{PATIENCE, Raw, exchange, status},
    site::Site,
};

const MOST: usize = 1_000;

/// Tells how many bytes it got, and counts how often it was asked.
async fn site(inner: usize) -> (Site, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    let service = tower::service_fn(move |request: http::Request<Bytes>| {
        counter.fetch_add(1, Ordering::Relaxed);
        async move { Ok(Response::new(axum::body::Body::from(request.body().len().to_string()))) }
    });
    let mut settings = ListenerSettings::default();
    settings.body_bytes = MOST;
    settings.headers = 20;
    (Site::serve(Buffered::new(service, inner), settings).await, asked)
}

fn declared(length: u64, body: &str) -> String {
    format!("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

fn chunked(body: &str) -> String {
    let head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len())
}

#[tokio::test]
async fn what_fits_arrives_whole() {
    let (site, asked) = site(MOST).await;
    let body = "x".repeat(MOST);
    assert!(exchange(site.address, &declared(1_000, &body)).await.ends_with("1000"));
    assert!(exchange(site.address, &chunked(&body)).await.ends_with("1000"));
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_declared_giant_is_refused_before_its_first_byte() {
    let (site, asked) = site(MOST * 100).await;
    for length in [1_001, 10 << 30, u64::MAX - 2] {
        let said = exchange(site.address, &declared(length, "")).await;
        assert!(said.starts_with("HTTP/1.1 413") && said.contains("1000 bytes"), "{length}: {said}");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_giant_in_chunks_is_refused_as_soon_as_it_shows() {
    let (site, asked) = site(MOST * 100).await;
    assert_eq!(status(site.address, &chunked(&"x".repeat(MOST + 1))).await, 413);
    // Endless: the answer comes although the sender never stops.
    let mut raw = Raw::saying(site.address, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n").await;
    let chunk = format!("{:x}\r\n{}\r\n", 900, "x".repeat(900));
    for _ in 0..100 {
        raw.say(&chunk).await;
    }
    assert!(raw.head().await.starts_with("HTTP/1.1 413"));
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn whoever_is_refused_early_is_heard_out_so_that_the_answer_arrives() {
    let (site, _) = site(MOST).await;
    let mut raw = Raw::saying(site.address, &declared(10 << 30, "")).await;
    assert!(raw.rest().await.starts_with("HTTP/1.1 413"));
    // Closed for good, the first bytes would be answered by a reset, and the next ones would fail.
    for _ in 0..16 {
        timeout(PATIENCE, raw.0.write_all(&[b'x'; 16 * 1024])).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_service_may_want_less_than_the_listener_lets_in() {
    let (site, asked) = site(10).await;
    assert_eq!(status(site.address, &declared(11, "12345678901")).await, 413);
    assert_eq!(status(site.address, &chunked("12345678901")).await, 413);
    assert_eq!(status(site.address, &declared(10, "1234567890")).await, 200);
    assert_eq!(asked.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_body_that_is_no_http_is_a_bad_request() {
    let (site, asked) = site(MOST).await;
    let head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_eq!(status(site.address, &format!("{head}zz\r\nhello\r\n")).await, 400);
    let two = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab";
    assert_eq!(status(site.address, two).await, 400);
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn bodies_that_fit_one_by_one_may_be_too_many_together() {
    let mut settings = ListenerSettings::default();
    settings.body_bytes = MOST;
    settings.all_body_bytes = MOST;
    let length = tower::service_fn(|request: http::Request<Bytes>| async move {
        Ok(Response::new(axum::body::Body::from(request.body().len().to_string())))
    });
    let site = Site::serve(Buffered::new(length, MOST), settings).await;
    // Sends all but its last byte, and hears that the rest is waited for: the body is being read.
    let expect = declared(1_000, "").replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
    let mut slow = Raw::saying(site.address, &expect).await;
    assert!(slow.head().await.starts_with("HTTP/1.1 100"));
    slow.say(&"x".repeat(MOST - 1)).await;
    let crowded = async {
        loop {
            let told = exchange(site.address, &declared(2, "ab")).await;
            if !told.starts_with("HTTP/1.1 200") {
                break told;
            }
        }
    };
    let told = timeout(PATIENCE, crowded).await.unwrap();
    assert!(told.starts_with("HTTP/1.1 503") && told.contains("retry-after: 1"), "{told}");
    slow.say("x").await;
    assert!(slow.rest().await.ends_with("1000"));
    assert_eq!(status(site.address, &declared(1_000, &"x".repeat(MOST))).await, 200);
}

#[tokio::test]
async fn heads_have_bounds_too() {
    let request = |lines: &str| format!("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{lines}\r\n");
    let (site, asked) = site(MOST).await;
    assert_eq!(status(site.address, &request(&"A: b\r\n".repeat(30))).await, 431);
    assert_eq!(status(site.address, &request(&format!("A: {}\r\n", "b".repeat(100_000)))).await, 431);
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    assert_eq!(status(site.address, &request(&"A: b\r\n".repeat(10))).await, 200);
}
