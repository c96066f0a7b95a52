//! What people are told of a turn at work, by itself or in the agent's words, stands until it is over.

use std::time::Duration;

use messaging_agent::{Turn, Writer, from_stream};
use messaging_core::message::Progress;
use tokio::time::sleep;

use crate::house::{House, speaker, speech};

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

/// What people are told of turns that think for so long, half a second and ten seconds into them; how often it was set.
async fn told_of(numbers: &str, thought: Duration) -> (Option<String>, Option<String>, usize) {
    let agent = from_stream(move |_: Turn, writer: Writer| async move {
        sleep(thought).await;
        writer.delta("done").await;
        Ok(())
    });
    let house = House::with(agent, Duration::ZERO, serde_json::from_str(numbers).unwrap());
    let settings = house.slack.settings();
    let root = house.slack.write(&settings.user_id, &settings.channel, "@bot think", None).unwrap();
    let status = || house.slack.thread(&settings.channel, &root).and_then(|thread| thread.status);
    let told = house
        .run(async {
            sleep(Duration::from_millis(500)).await;
            let early = status();
            sleep(Duration::from_millis(9_500)).await;
            let late = status();
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead), (1, 0));
            assert_eq!(status(), None, "it is over");
            (early, late)
        })
        .await;
    assert_eq!(house.slack.warnings(), [""; 0]);
    (told.0, told.1, house.calls("assistant.threads.setStatus").len())
}

#[tokio::test(start_paused = true)]
async fn people_are_told_that_a_turn_is_at_work_until_its_answer_is_there() {
    let thinking = Some("is thinking…".to_owned());
    assert_eq!(told_of("{}", Duration::from_secs(20)).await, (thinking.clone(), thinking.clone(), 2));
    assert_eq!(told_of("{}", Duration::from_secs(5)).await, (thinking, None, 2));
    let grübelt = Some("grübelt".to_owned());
    let own = told_of(r#"{"streams":{"status":"grübelt"}}"#, Duration::from_secs(20)).await;
    assert_eq!(own, (grübelt.clone(), grübelt, 2));
}

#[tokio::test(start_paused = true)]
async fn an_answer_at_once_and_an_empty_text_need_no_status() {
    assert_eq!(told_of("{}", Duration::ZERO).await, (None, None, 0));
    assert_eq!(told_of(r#"{"streams":{"status":""}}"#, Duration::from_secs(20)).await, (None, None, 0));
}

#[tokio::test(start_paused = true)]
async fn a_long_turn_is_told_of_again_before_slack_forgets_it() {
    let agent = from_stream(|_: Turn, writer: Writer| async move {
        sleep(Duration::from_secs(400)).await;
        writer.delta("done").await;
        Ok(())
    });
    let house = House::new(agent);
    let settings = house.slack.settings();
    let root = house.slack.write(&settings.user_id, &settings.channel, "@bot think", None).unwrap();
    house
        .run(async {
            for _ in 0..39 {
                sleep(Duration::from_secs(10)).await;
                let thread = house.slack.thread(&settings.channel, &root);
                assert_eq!(thread.and_then(|thread| thread.status).as_deref(), Some("is thinking…"));
            }
            house.quiet().await;
        })
        .await;
    assert_eq!(house.calls("assistant.threads.setStatus").len(), 6);
}

#[tokio::test(start_paused = true)]
async fn where_slack_shows_no_status_none_is_asked_for() {
    let house = House::new(speaker(20, Duration::from_millis(500)));
    let settings = house.slack.settings();
    house.slack.write(&settings.user_id, &settings.dm_channel, "talk", None).unwrap();
    house.run(house.quiet()).await;
    assert_eq!(house.screen()[0].text.trim_end(), speech(20));
    assert_eq!(house.calls("assistant.threads.setStatus").len(), 0);
}
