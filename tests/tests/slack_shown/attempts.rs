//! An agent fails in the middle of its answer and is asked again: the next answer grows on the screen, too, and nothing
//! of the first one stays beside it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_agent::{AgentError, Turn, Writer, from_stream};
use tokio::time::{Instant, sleep};

use crate::house::House;

const WORDS: usize = 60;

fn word(attempt: usize, number: usize) -> String {
    format!("a{attempt}w{number:03}")
}

async fn asked_again(direct: bool) {
    let asked = Arc::new(AtomicUsize::new(0));
    let house = House::new(from_stream(move |_: Turn, writer: Writer| {
        let attempt = asked.fetch_add(1, Ordering::Relaxed);
        async move {
            for number in 0..WORDS {
                writer.delta(format!("{} ", word(attempt, number))).await;
                sleep(Duration::from_millis(300)).await;
                if attempt == 0 && number == WORDS / 2 {
                    return Err(AgentError::retry("the model went away"));
                }
            }
            Ok(())
        }
    }));
    let settings = house.slack.settings();
    let (channel, words) = if direct { (&settings.dm_channel, "talk") } else { (&settings.channel, "@bot talk") };
    house.slack.write(&settings.user_id, channel, words, None).unwrap();
    let (mut partial, started) = (0, Instant::now());
    let whole: Vec<_> = (0..WORDS).map(|number| word(1, number)).collect();
    let whole = whole.join(" ");
    house
        .run(async {
            while started.elapsed() < Duration::from_secs(60) {
                sleep(Duration::from_millis(100)).await;
                let text: Vec<_> = house.screen().into_iter().map(|shown| shown.text).collect();
                assert!(text.len() <= 1, "{text:?}");
                let Some(text) = text.first() else { continue };
                assert!(!(text.contains("a0w") && text.contains("a1w")), "{text}");
                partial += usize::from(text.contains("a1w") && text.trim_end() != whole);
            }
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead), (1, 0));
        })
        .await;
    let screen: Vec<_> = house.screen().into_iter().map(|shown| shown.text.trim_end().to_owned()).collect();
    assert_eq!(screen, [whole]);
    assert!(partial > 50, "the second answer is seen growing: {partial}");
    assert_eq!(house.slack.warnings(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn a_second_attempt_is_streamed_in_place_of_the_first() {
    asked_again(false).await;
}

#[tokio::test(start_paused = true)]
async fn a_second_attempt_is_edited_in_place_of_the_first() {
    asked_again(true).await;
}
