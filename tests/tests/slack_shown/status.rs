//! What an agent says that it does stands until its turn is over.

use std::time::Duration;

use messaging_agent::{Turn, Writer, from_stream};
use messaging_core::message::Progress;
use tokio::time::sleep;

use crate::house::House;

/// An agent that says what it does for ten seconds, and then `answer`, if that is anything.
async fn status_of_a_turn(answer: &'static str) {
    let house = House::new(from_stream(move |_: Turn, writer: Writer| async move {
        writer.progress(Progress::Status("is reading".into())).await;
        sleep(Duration::from_secs(10)).await;
        if !answer.is_empty() {
            writer.delta(answer).await;
        }
        Ok(())
    }));
    let settings = house.slack.settings();
    let root = house.slack.write(&settings.user_id, &settings.channel, "@bot read", None).unwrap();
    let status = || house.slack.thread(&settings.channel, &root).and_then(|thread| thread.status);
    house
        .run(async {
            sleep(Duration::from_secs(5)).await;
            assert_eq!(status().as_deref(), Some("is reading"));
            // Slack takes it away after two minutes: it is gone long before.
            sleep(Duration::from_secs(10)).await;
            assert_eq!(status(), None);
            house.quiet().await;
        })
        .await;
    assert_eq!(house.screen().len(), usize::from(!answer.is_empty()));
    assert_eq!(house.calls("assistant.threads.setStatus").len(), 2, "set, and taken away");
}

#[tokio::test(start_paused = true)]
async fn a_silent_turn_takes_its_status_away() {
    status_of_a_turn("").await;
}

#[tokio::test(start_paused = true)]
async fn an_answered_turn_takes_its_status_away() {
    status_of_a_turn("done").await;
}
