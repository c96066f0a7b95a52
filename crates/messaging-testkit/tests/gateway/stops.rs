use std::time::Duration;

use messaging_core::{
    Event, EventKind,
    event::Stop,
    message::{Author, Content},
};
use tokio::time::sleep;

use crate::plain::{House, happened, house, said};

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
async fn a_stop_of_another_answer_stops_nothing() {
    let house = slow();
    house.tell([said("think")]).await;
    stopped_by(&house, stop("s", Some("another"))).await;
    assert_eq!(house.texts(), ["re: think"]);
    house.tell([said("again")]).await;
    stopped_by(&house, stop("t", Some("again"))).await;
    assert_eq!(house.texts().len(), 1);
}
