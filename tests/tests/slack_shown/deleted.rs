//! Somebody deletes what shows an answer before it is complete: the whole answer is there in the end all the same.

use std::time::Duration;

use messaging_agent::{Turn, Writer, from_stream};
use tokio::time::sleep;

use crate::house::{House, speaker, speech};

/// Where it is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    InThread,
    Directly,
}

/// Has the first message of the app's deleted `after` so long; what is on the screen in the end.
async fn deleted_after(house: &House, asked: Asked, after: Duration) -> Vec<String> {
    let settings = house.slack.settings();
    let (channel, words) = match asked {
        Asked::InThread => (&settings.channel, "@bot talk"),
        Asked::Directly => (&settings.dm_channel, "talk"),
    };
    house.slack.write(&settings.user_id, channel, words, None).unwrap();
    house
        .run(async {
            sleep(after).await;
            let shown = house.screen();
            assert_eq!(shown.len(), 1, "{shown:?}");
            house.delete(channel, &shown[0].id).await;
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead, counts.held), (1, 0, 0));
        })
        .await;
    assert_eq!(house.slack.warnings(), [""; 0]);
    house.screen().into_iter().map(|shown| shown.text.trim_end().to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_is_deleted_while_it_grows_grows_again_whole() {
    let house = House::new(speaker(80, Duration::from_millis(250)));
    assert_eq!(deleted_after(&house, Asked::InThread, Duration::from_secs(8)).await, [speech(80)]);
    assert_eq!(house.calls("chat.startStream").len(), 2);
    assert_eq!(house.calls("chat.postMessage").len(), 0);
}

#[tokio::test(start_paused = true)]
async fn an_edited_message_that_is_deleted_while_it_grows_grows_again_whole() {
    let house = House::new(speaker(80, Duration::from_millis(250)));
    assert_eq!(deleted_after(&house, Asked::Directly, Duration::from_secs(8)).await, [speech(80)]);
    assert_eq!(house.calls("chat.postMessage").len(), 2);
}

/// Says everything at once, and thinks about the end for a minute.
fn thinker(words: usize) -> House {
    House::new(from_stream(move |_: Turn, writer: Writer| async move {
        writer.delta(speech(words)).await;
        sleep(Duration::from_secs(60)).await;
        Ok(())
    }))
}

#[tokio::test(start_paused = true)]
async fn what_is_gone_when_it_is_finished_is_posted_anew() {
    for asked in [Asked::InThread, Asked::Directly] {
        let house = thinker(80);
        assert_eq!(deleted_after(&house, asked, Duration::from_secs(20)).await, [speech(80)]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_answer_that_is_gone_is_posted_anew_in_parts() {
    let house = thinker(1_300);
    let screen = deleted_after(&house, Asked::InThread, Duration::from_secs(20)).await;
    let words: Vec<_> = screen.iter().flat_map(|text| text.split_whitespace()).collect();
    assert_eq!(words.join(" "), speech(1_300));
    assert!(screen.len() > 1, "{}", screen.len());
}

#[tokio::test(start_paused = true)]
async fn a_text_that_one_message_will_not_show_is_posted_in_parts() {
    // What would call somebody is broken by invisible characters, which Slack counts: 1,700 words are 11,900 characters
    // then, and all of them more than the 12,000 that one message shows.
    let words = |count: usize| "<@U0 <@U1 <@U2 <@U3 <@U4 <@U5 <@U6 <@U7 <@U8 <@U9 ".repeat(count / 10);
    let (beginning, end) = (words(1_700), words(290));
    let text = format!("{beginning}{end}").trim_end().to_owned();
    let house = House::new(from_stream(move |_: Turn, writer: Writer| {
        let (beginning, end) = (beginning.clone(), end.clone());
        async move {
            writer.delta(beginning).await;
            sleep(Duration::from_secs(10)).await;
            writer.delta(end).await;
            Ok(())
        }
    }));
    let settings = house.slack.settings();
    house.slack.write(&settings.user_id, &settings.channel, "@bot talk", None).unwrap();
    house
        .run(async {
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead, counts.held), (1, 0, 0));
        })
        .await;
    let shown: Vec<_> = house.screen().into_iter().map(|shown| shown.text.replace('\u{200B}', "")).collect();
    let words: Vec<_> = shown.iter().flat_map(|text| text.split_whitespace()).collect();
    assert_eq!(words.join(" "), text, "{} messages", shown.len());
    assert_eq!((house.calls("chat.startStream").len(), house.calls("chat.delete").len()), (1, 1), "it was shown first");
}
