use std::time::Duration;

use http::StatusCode;
use messaging_server::PublicSettings;
use tokio::time::timeout;

use crate::{
    chat::{listen, say, visitor},
    raw::PATIENCE,
    site::Works,
};

#[tokio::test]
async fn streams_have_seats_and_a_seat_is_given_back() {
    let works = Works::start().await;
    let mut settings = PublicSettings::default();
    settings.chat_streams = 3;
    settings.chat_streams_per_visitor = 2;
    let site = works.public(settings).await;
    let (ana, ben) = (visitor(site.address).await, visitor(site.address).await);
    let first = listen(site.address, &ana, None).await;
    let second = listen(site.address, &ana, None).await;
    let refused = listen(site.address, &ana, None).await;
    assert_eq!(
        (refused.status, &refused.headers["retry-after"]),
        (StatusCode::SERVICE_UNAVAILABLE, &"1".parse().unwrap())
    );
    let third = listen(site.address, &ben, None).await;
    assert_eq!([first.status, second.status, third.status], [StatusCode::OK; 3]);
    let stranger = visitor(site.address).await;
    assert_eq!(listen(site.address, &stranger, None).await.status, StatusCode::SERVICE_UNAVAILABLE);
    drop((first, second));
    // The server learns that a client has gone from its socket: soon, and after nothing we could wait for here.
    let freed = async { while listen(site.address, &stranger, None).await.status != StatusCode::OK {} };
    timeout(PATIENCE, freed).await.unwrap();
    assert_eq!(say(site.address, &ben, "c", "still here").await.status, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn a_silent_stream_shows_that_it_is_alive() {
    let works = Works::start().await;
    let mut settings = PublicSettings::default();
    settings.heartbeat = Duration::from_millis(50);
    let site = works.public(settings).await;
    let mut events = listen(site.address, &visitor(site.address).await, None).await;
    assert_eq!(events.block().await.unwrap(), "retry: 1000");
    for _ in 0..3 {
        assert_eq!(events.block().await.unwrap().trim_end(), ":");
    }
}

#[tokio::test]
async fn draining_ends_streams_cleanly_and_messages_are_still_taken() {
    let works = Works::start().await;
    let site = works.public(PublicSettings::default()).await;
    let ana = visitor(site.address).await;
    let mut events = listen(site.address, &ana, None).await;
    assert_eq!(events.block().await.unwrap(), "retry: 1000");
    works.readiness.drain();
    assert_eq!(events.next().await, None);
    assert_eq!(listen(site.address, &ana, None).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(say(site.address, &ana, "c", "late").await.status, StatusCode::ACCEPTED);
}
