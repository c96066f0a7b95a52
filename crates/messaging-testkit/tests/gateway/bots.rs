use messaging_core::{
    Descriptor, Event, EventKind,
    message::{Author, Message},
};

use crate::plain::{House, echo, house_with, place, said};

fn by_a_bot(text: &str) -> Event {
    let message = Message::new(text, Author::new("B1").as_bot(), text);
    Event::new(text, place(), EventKind::MessageAdded(message))
}

fn house(cap: u32) -> House {
    house_with(Descriptor::new("plain"), echo, |builder| {
        builder.settings(serde_json::from_str(&format!(r#"{{"turns":{{"bots":{cap}}}}}"#)).unwrap())
    })
}

async fn bots(house: &House, name: &str, times: usize) {
    for time in 0..times {
        house.tell([by_a_bot(&format!("{name}{time}"))]).await;
        house.run(1).await;
    }
}

#[tokio::test(start_paused = true)]
async fn bots_are_answered_so_often_in_a_row_and_told_why_it_ends() {
    let house = house(3);
    bots(&house, "a", 7).await;
    let texts = house.texts();
    assert_eq!((texts.len(), &texts[2][..], &texts[3][..24]), (4, "re: a2", "I have answered bots 3 t"), "{texts:?}");
    house.tell([said("a person")]).await;
    house.run(1).await;
    assert_eq!(house.texts()[4], "re: a person");
    bots(&house, "b", 5).await;
    assert_eq!(house.texts().len(), 5 + 4, "the count starts again");
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.silent, counts.dead, counts.in_flight), (3 + 1, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_cap_of_zero_answers_no_bot() {
    let house = house(0);
    bots(&house, "a", 2).await;
    assert_eq!(house.texts(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn long_talk_of_ours_between_them_does_not_hide_bots() {
    let house = house_with(
        Descriptor::new("plain"),
        |turn| async move { (0..60).map(|part| format!("{} {part}", turn.text()).into()).collect() },
        |builder| builder.settings(serde_json::from_str(r#"{"turns":{"bots":3}}"#).unwrap()),
    );
    for time in 0..5 {
        house.tell([by_a_bot(&format!("a{time}"))]).await;
        house.run(5).await;
    }
    assert_eq!(house.texts().len(), 3 * 60 + 1);
}
