use axum::{Router, routing::get};
use messaging_server::ListenerSettings;

use crate::{
    raw::{Raw, status},
    site::Site,
};

const ONCE: &str = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
const KEEP: &str = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

async fn full(settings: ListenerSettings, places: usize) {
    let site = Site::serve(Router::new().route("/", get(|| async { "hi" })), settings).await;
    let mut inside = Vec::new();
    for _ in 0..places {
        let mut raw = Raw::saying(site.address, KEEP).await;
        assert!(raw.head().await.starts_with("HTTP/1.1 200"));
        inside.push(raw);
    }
    // Asks nothing, so that no unread request can turn the answer into a reset.
    let mut turned_away = Raw::connect(site.address).await;
    let told = turned_away.rest().await;
    assert!(told.starts_with("HTTP/1.1 503") && told.contains("Retry-After: 1"), "{told}");
    // Whoever is inside is served as before, and a place that is given back is taken.
    for raw in &mut inside {
        raw.say(KEEP).await;
        assert!(raw.head().await.contains("HTTP/1.1 200"));
    }
    let mut leaving = inside.pop().unwrap();
    leaving.say(ONCE).await;
    leaving.rest().await;
    assert_eq!(status(site.address, ONCE).await, 200);
}

#[tokio::test]
async fn more_connections_than_places_are_told_so() {
    let mut settings = ListenerSettings::default();
    settings.connections = 3;
    full(settings, 3).await;
}

#[tokio::test]
async fn more_connections_than_one_address_may_have_are_told_so() {
    let mut settings = ListenerSettings::default();
    settings.connections_per_ip = 2;
    settings.count_loopback = true;
    full(settings, 2).await;
}

#[tokio::test]
async fn many_silent_connections_do_not_keep_an_honest_one_out() {
    let mut settings = ListenerSettings::default();
    settings.connections = 1_000;
    let site = Site::serve(Router::new().route("/", get(|| async { "hi" })), settings).await;
    let mut silent = Vec::new();
    for _ in 0..300 {
        silent.push(Raw::saying(site.address, "GET / HTTP/1.1\r\nX: ").await);
    }
    for _ in 0..50 {
        assert_eq!(status(site.address, ONCE).await, 200);
    }
    assert_eq!(silent.len(), 300);
}
