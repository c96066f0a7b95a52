//! Two answers in one conversation that people see grow beside each other.

use std::time::Duration;

use messaging_agent::{Turn, Writer, from_stream};
use messaging_gateway::{Settings, TurnPolicy};
use tokio::time::sleep;

use crate::house::{House, speech};

const WORDS: usize = 120;

/// Writes twice, the second time while the answer to the first grows; what was on the screen then, and in the end.
async fn beside(direct: bool) -> (Vec<String>, Vec<String>) {
    let mut settings = Settings::default();
    settings.turns.policy = TurnPolicy::Concurrent;
    let agent = from_stream(|turn: Turn, writer: Writer| async move {
        // Both begin alike: nobody may take one for the other.
        for word in speech(WORDS).split(' ') {
            writer.delta(format!("{word} ")).await;
            sleep(Duration::from_millis(250)).await;
        }
        writer.delta(format!("to {}", turn.text().split(' ').next_back().unwrap_or_default())).await;
        Ok(())
    });
    let house = House::with(agent, Duration::ZERO, settings);
    let settings = house.slack.settings();
    let (channel, first, second) =
        if direct { (&settings.dm_channel, "one", "two") } else { (&settings.channel, "@bot one", "@bot two") };
    let root = house.slack.write(&settings.user_id, channel, first, None).unwrap();
    let thread = (!direct).then_some(root.as_str());
    let said = || house.screen().iter().map(|shown| shown.text.trim_end().to_owned()).collect::<Vec<_>>();
    house
        .run(async {
            sleep(Duration::from_secs(5)).await;
            house.slack.write(&settings.user_id, channel, second, thread).unwrap();
            sleep(Duration::from_secs(15)).await;
            let growing = said();
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead, counts.held), (2, 0, 0));
            assert_eq!(house.slack.warnings(), [""; 0]);
            (growing, said())
        })
        .await
}

#[tokio::test(start_paused = true)]
async fn two_answers_grow_beside_each_other_and_each_is_whole_in_the_end() {
    for direct in [false, true] {
        let (growing, after) = beside(direct).await;
        assert_eq!(growing.len(), 2, "{growing:?}");
        // Edits of a channel are few, and both answers share them: the second may wait for the first there.
        let least = if direct { "w0001" } else { "w0010" };
        assert!(growing.iter().all(|text| text.contains(least) && !text.contains("to")), "{direct}: {growing:?}");
        assert!(growing[0].len() > growing[1].len(), "{growing:?}");
        assert_eq!(after, ["one", "two"].map(|name| format!("{} to {name}", speech(WORDS))));
    }
}
