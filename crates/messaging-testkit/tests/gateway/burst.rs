//! A turn waits until nothing more is written.

use std::time::Duration;

use messaging_core::Descriptor;
use messaging_gateway::{Settings, TurnPolicy};
use tokio::time::sleep;

use crate::plain::{House, echo, house_with, said};

fn patient() -> House {
    let mut settings = Settings::default();
    settings.turns.policy = TurnPolicy::Burst;
    house_with(Descriptor::new("plain"), echo, |builder| builder.settings(settings))
}

/// Writes these, each so many milliseconds after the one before, while the gateway works for a minute.
async fn written(house: &House, told: &[(&str, u64)]) {
    let writing = async {
        for (text, after) in told {
            sleep(Duration::from_millis(*after)).await;
            assert_eq!(house.tell([said(text)]).await.0, 200);
        }
    };
    tokio::join!(house.run(60), writing);
}

#[tokio::test(start_paused = true)]
async fn what_is_written_in_a_row_is_one_turn() {
    let house = patient();
    written(&house, &[("one", 0), ("two", 1_500), ("three", 1_900), ("later", 5_000)]).await;
    let heard = |turn: &messaging_agent::Turn| turn.messages.iter().map(|m| m.content.text.clone()).collect::<Vec<_>>();
    let turns: Vec<_> = house.turns.lock().unwrap().iter().map(heard).collect();
    assert_eq!(turns, [vec!["one", "two", "three"], vec!["later"]]);
    assert_eq!(house.texts().len(), 2);
    assert_eq!(house.gateway.counts().await.unwrap().answered, 4);
}
