//! One conversation waits for ten minutes because its platform says so.

use std::time::Duration;

use messaging_core::{
    Descriptor, Event, EventKind, Place,
    message::{Author, Message},
};
use messaging_gateway::Settings;
use tokio::time::{Instant, sleep, timeout};

use crate::plain::{echo, house_with};

const LANES: usize = 200;

fn place(number: usize) -> Place {
    Place::new("room", [format!("c{number}")])
}

#[tokio::test(start_paused = true)]
async fn a_send_that_waits_holds_up_nobody() {
    // One lane at work at a time: whatever waited in it would hold up all the others.
    let mut settings = Settings::default();
    settings.limits.lanes = 1;
    let house = house_with(Descriptor::new("plain"), echo, |builder| builder.settings(settings));
    let began = Instant::now();
    *house.limited.lock().unwrap() = Some((place(7), began + Duration::from_secs(600)));
    for number in 0..LANES {
        let text = format!("m{number}");
        let message = Message::new(text.as_str(), Author::new("ada"), text.as_str());
        house.tell([Event::new(text.as_str(), place(number), EventKind::MessageAdded(message))]).await;
    }
    let all_but_one = async {
        while house.sent.lock().unwrap().len() < LANES - 1 {
            sleep(Duration::from_millis(100)).await;
        }
        began.elapsed()
    };
    let took = tokio::select! {
        took = all_but_one => took,
        () = house.gateway.run(std::future::pending()) => unreachable!("nobody stops it"),
    };
    println!("{} lanes were answered within {took:?} beside one that waits", LANES - 1);
    assert!(took < Duration::from_secs(60), "{took:?}");
    // The process ends in the middle of the wait, and again.
    for _ in 0..2 {
        let working = house.gateway.run(std::future::pending());
        assert!(timeout(Duration::from_secs(150), working).await.is_err());
        assert_eq!(house.sent.lock().unwrap().len(), LANES - 1, "it still waits");
    }
    house.run(400).await;
    let mut texts = house.texts();
    assert_eq!((texts.len(), texts.last().map(String::as_str)), (LANES, Some("re: m7")));
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), LANES, "nothing was said twice");
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.in_flight), (u64::try_from(LANES).unwrap(), 0));
    let refused = *house.refused.lock().unwrap();
    println!("the platform was asked {refused} times in vain within ten minutes");
    assert!((1..=6).contains(&refused), "{refused}");
}
