use std::{future::pending, sync::Arc, time::Duration};

use async_trait::async_trait;
use messaging_core::{
    Descriptor, Event, EventKind,
    event::Stop,
    message::{Author, Content},
};
use messaging_gateway::{Point, Probe};
use tokio::time::{sleep, timeout};

use crate::plain::{House, happened, house, house_with, said};

fn slow() -> House {
    house(|turn| async move {
        // house: real time, because every test of this file has stopped the clock.
        sleep(Duration::from_secs(60)).await;
        vec![Content::text(format!("re: {}", turn.text()))]
    })
}

fn stop(key: &str, answer_to: Option<&str>) -> Event {
    let mut stop = Stop::new(Author::new("ada"), Vec::new());
    stop.answer_to = answer_to.map(Into::into);
    happened(key, EventKind::Stopped(stop))
}

/// Works for three minutes, and tells `event` ten seconds into it.
async fn stopped_by(house: &House, event: Event) {
    let late = async {
        sleep(Duration::from_secs(10)).await;
        assert_eq!(house.tell([event]).await.0, 200);
    };
    tokio::join!(house.run(180), late);
}

#[tokio::test(start_paused = true)]
async fn a_person_stops_the_running_turn_and_it_ends_as_answered() {
    let house = slow();
    house.tell([said("think")]).await;
    stopped_by(&house, stop("s", None)).await;
    assert_eq!(house.texts(), [""; 0]);
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.silent, counts.dead, counts.in_flight), (1, 0, 0), "it does not come again");
    house.tell([said("and now?")]).await;
    house.run(180).await;
    assert_eq!(house.texts(), ["re: and now?"], "what comes afterwards is answered");
}

#[tokio::test(start_paused = true)]
async fn a_stop_that_is_told_again_stops_nothing_new() {
    let house = slow();
    house.tell([said("think")]).await;
    stopped_by(&house, stop("s", None)).await;
    house.tell([said("and now?")]).await;
    stopped_by(&house, stop("s", None)).await;
    assert_eq!(house.texts(), ["re: and now?"]);
}

#[tokio::test(start_paused = true)]
async fn a_stop_of_another_answer_stops_nothing() {
    let house = slow();
    house.tell([said("think")]).await;
    stopped_by(&house, stop("s", Some("another"))).await;
    assert_eq!(house.texts(), ["re: think"]);
    house.tell([said("again")]).await;
    stopped_by(&house, stop("t", Some("again"))).await;
    assert_eq!(house.texts().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_stop_outlives_the_process() {
    let house = slow();
    house.tell([said("think")]).await;
    // The process ends in the middle of the turn: whatever it knew is gone.
    assert!(timeout(Duration::from_secs(10), house.gateway.run(pending())).await.is_err());
    assert_eq!(house.tell([stop("s", None)]).await.0, 200);
    assert_eq!(house.tell([said("and now?")]).await.0, 200);
    house.run(240).await;
    assert_eq!(house.texts(), ["re: and now?"]);
    let asked: Vec<_> = house.turns.lock().unwrap().iter().map(messaging_agent::Turn::text).collect();
    assert_eq!(asked, ["think", "and now?"], "it is not asked about again");
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.silent, counts.answered, counts.in_flight), (1, 1, 0));
}

/// Takes its time between the claim of a turn and its beginning.
struct Slow;

#[async_trait]
impl Probe for Slow {
    async fn at(&self, point: Point) {
        if point == Point::TurnClaimed {
            sleep(Duration::from_secs(15)).await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_stop_just_before_a_turn_begins_ends_it() {
    let thinks = |turn: messaging_agent::Turn| async move {
        sleep(Duration::from_secs(60)).await;
        vec![Content::text(format!("re: {}", turn.text()))]
    };
    let house = house_with(Descriptor::new("plain"), thinks, |builder| builder.probe(Arc::new(Slow)));
    house.tell([said("think")]).await;
    stopped_by(&house, stop("s", None)).await;
    assert_eq!(house.texts(), [""; 0]);
    assert_eq!(house.gateway.counts().await.unwrap().silent, 1);
}
