//! What the provider's records tell of is taken in like what its callbacks tell of.

use std::{sync::atomic::Ordering, time::Duration};

use messaging_core::{
    Descriptor, Event, EventKind, UnixMillis,
    event::Stop,
    message::{Author, Content, Message},
};
use tokio::time::sleep;

use crate::plain::{House, happened, house_with, place, said};

/// A gateway that reads the records every five seconds, and an agent that thinks for a minute.
fn house(settings: &str) -> House {
    let settings = serde_json::from_str(settings).unwrap();
    let slow = |turn: messaging_agent::Turn| async move {
        // house: real time, because every test of this file has stopped the clock.
        sleep(Duration::from_secs(60)).await;
        vec![Content::text(format!("re: {}", turn.text()))]
    };
    house_with(Descriptor::new("plain"), slow, |builder| builder.settings(settings))
}

/// Only where it is known when somebody wrote, it is known since when something may be missing.
fn dated(event: Event) -> Event {
    event.at(UnixMillis(1_700_000_000_000))
}

#[tokio::test(start_paused = true)]
async fn a_stop_that_was_missed_stops_the_running_turn() {
    let house = house(r#"{"catch_up":{"every":"5s"}}"#);
    house.tell([dated(said("think"))]).await;
    let late = async {
        sleep(Duration::from_secs(10)).await;
        let stop = happened("s", EventKind::Stopped(Stop::new(Author::new("ada"), Vec::new())));
        house.missed.lock().unwrap().push(stop);
    };
    tokio::join!(house.run(180), late);
    assert_eq!(house.texts(), [""; 0]);
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.silent, counts.noted, counts.in_flight), (1, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn bots_that_were_missed_count_as_bots() {
    let house = house(r#"{"catch_up":{"every":"5s"},"turns":{"bots":2}}"#);
    house.tell([dated(said("hello"))]).await;
    house.run(61).await;
    for text in ["b1", "b2", "b3", "b4"] {
        let message = Message::new(text, Author::new("B1").as_bot(), text);
        house.missed.lock().unwrap().push(Event::new(text, place(), EventKind::MessageAdded(message)));
    }
    house.run(60 * 10).await;
    let texts = house.texts();
    assert_eq!(texts[..3], ["re: hello", "re: b1", "re: b2"]);
    assert_eq!((texts.len(), texts[3].starts_with("I have answered bots 2 times")), (4, true), "{texts:?}");
}

#[tokio::test(start_paused = true)]
async fn the_cursor_stays_where_reading_ended() {
    const START: i64 = 1_700_000_000;
    let house = house(r#"{"catch_up":{"every":"5m"}}"#);
    house.tell([dated(said("told"))]).await;
    // house: real time, because every test of this file has stopped the clock.
    sleep(Duration::from_secs(3_600)).await;
    house.is_torn.store(true, Ordering::Relaxed);
    house.missed.lock().unwrap().push(said("first page").at(UnixMillis((START + 100) * 1_000)));
    let mended = async {
        sleep(Duration::from_secs(150)).await;
        house.is_torn.store(false, Ordering::Relaxed);
        house.missed.lock().unwrap().push(said("second page").at(UnixMillis((START + 200) * 1_000)));
    };
    tokio::join!(house.run(700), mended);
    let asked = house.asked.lock().unwrap().clone();
    let since = asked.iter().filter(|asked| asked.cursor.is_none()).map(|asked| asked.since.0 / 1_000 - START);
    // As far as was heard; as far as the first page goes; a minute before the round that read everything.
    assert_eq!(since.collect::<Vec<_>>(), [0, 100, 3_900 - 60]);
    assert_eq!(house.texts(), ["re: told", "re: first page", "re: second page"]);
}
