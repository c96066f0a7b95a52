//! A newer message supersedes a turn whose answer people see grow.

use std::time::Duration;

use messaging_agent::{Turn, Writer, from_stream};
use messaging_gateway::{Settings, TurnPolicy};
use tokio::time::sleep;

use crate::house::{House, speech};

const WORDS: usize = 240;

/// Writes twice, the second time while the answer to the first grows; what was on the screen then, and in the end.
async fn superseded(direct: bool, numbers: &str) -> (String, Vec<String>) {
    let mut settings: Settings = serde_json::from_str(numbers).unwrap();
    settings.turns.policy = TurnPolicy::Supersede;
    let agent = from_stream(|turn: Turn, writer: Writer| async move {
        if turn.messages.len() == 2 {
            writer.delta("to both".to_owned()).await;
            return Ok(());
        }
        for number in 0..WORDS {
            writer.delta(format!("w{number:04} ")).await;
            sleep(Duration::from_millis(250)).await;
        }
        Ok(())
    });
    let house = House::with(agent, Duration::ZERO, settings);
    let settings = house.slack.settings();
    let (channel, words) = if direct { (&settings.dm_channel, "talk") } else { (&settings.channel, "@bot talk") };
    let root = house.slack.write(&settings.user_id, channel, words, None).unwrap();
    let thread = (!direct).then_some(root.as_str());
    let said = || house.screen().iter().map(|shown| shown.text.trim_end().to_owned()).collect::<Vec<_>>();
    house
        .run(async {
            sleep(Duration::from_secs(20)).await;
            let before = said();
            assert_eq!(before.len(), 1, "{before:?}");
            assert!(before[0].contains("w0010"), "it grows: {before:?}");
            house.slack.write(&settings.user_id, channel, "@bot and that", thread).unwrap();
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead, counts.held), (2, 0, 0));
            assert_eq!(house.slack.warnings(), [""; 0]);
            (before[0].clone(), said())
        })
        .await
}

#[tokio::test(start_paused = true)]
async fn what_was_shown_of_a_superseded_answer_stays_and_is_marked() {
    for direct in [false, true] {
        let (before, after) = superseded(direct, "{}").await;
        assert_eq!(after.len(), 2, "{after:?}");
        let kept = after[0].strip_suffix(" … (stopped)").expect("it is marked");
        assert!(kept.starts_with(&before) && speech(WORDS).starts_with(kept), "{before:?} became {kept:?}");
        assert_eq!(after[1], "to both");
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_mark_it_stays_as_it_was() {
    let (before, after) = superseded(false, r#"{"streams":{"stopped":""}}"#).await;
    assert!(after[0].starts_with(&before) && speech(WORDS).starts_with(&after[0]), "{before:?} became {after:?}");
    assert_eq!(after[1..], ["to both"]);
}
