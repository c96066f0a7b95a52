//! Outside of threads Slack has no streams: a message is edited while it grows.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::house::{House, speaker, speech};

/// The gateway's usual least time between two edits in a channel.
const BETWEEN: Duration = Duration::from_secs(3);

#[tokio::test(start_paused = true)]
async fn an_answer_in_direct_messages_grows_by_edits_and_is_there_once() {
    const WORDS: usize = 80;
    let house = House::new(speaker(WORDS, Duration::from_millis(500)));
    let settings = house.slack.settings();
    house.slack.write(&settings.user_id, &settings.dm_channel, "talk", None).unwrap();
    let whole = speech(WORDS);
    let (mut seen, asked) = (Vec::new(), Instant::now());
    house
        .run(async {
            while asked.elapsed() < Duration::from_secs(60) {
                sleep(Duration::from_millis(200)).await;
                match &*house.screen() {
                    [] => {}
                    [one] => {
                        assert!(whole.starts_with(one.text.trim_end()), "{}", one.text);
                        assert_eq!((&one.place, &one.thread), (&settings.dm_channel, &None));
                        if seen.last() != Some(&one.text) {
                            seen.push(one.text.clone());
                        }
                    }
                    more => panic!("{more:?}"),
                }
            }
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.dead), (1, 0));
        })
        .await;
    let screen = house.screen();
    assert_eq!(screen.iter().map(|shown| shown.text.trim_end()).collect::<Vec<_>>(), [whole.as_str()]);
    assert!(seen.is_sorted_by_key(String::len), "it only grows");
    let (posts, edits) = (house.calls("chat.postMessage"), house.calls("chat.update"));
    println!(
        "{} posts, {} edits in {:?}, {} texts seen",
        posts.len(),
        edits.len(),
        edits[edits.len() - 1] - posts[0],
        seen.len()
    );
    assert_eq!((posts.len(), house.calls("chat.startStream").len()), (1, 0));
    assert!(edits.len() >= 8 && seen.len() >= 8, "people see it grow: {}", edits.len());
    // The last edit is the answer itself, which waits for nothing.
    let for_the_eye = &edits[..edits.len() - 1];
    assert!(for_the_eye.windows(2).all(|two| two[1] - two[0] >= BETWEEN), "{for_the_eye:?}");
    assert_eq!(house.slack.throttled(), []);
    assert_eq!(house.slack.warnings(), [""; 0]);
}
