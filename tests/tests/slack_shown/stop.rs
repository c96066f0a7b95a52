//! A person presses stop while an answer is being written.

use std::time::Duration;

use fastrand::Rng;
use messaging_emulator::slack::StopError;
use tokio::time::{Instant, sleep};

use crate::house::{House, speaker, speech};

const WORDS: usize = 240;

/// Has somebody press stop so long after they asked; what was on the screen then, and what is there in the end.
async fn pressed_after(wait: Duration, way: Duration) -> (String, String) {
    let house = House::far(speaker(WORDS, Duration::from_millis(250)), way);
    let settings = house.slack.settings();
    let (person, channel) = (&settings.user_id, &settings.channel);
    let root = house.slack.write(person, channel, "@bot talk", None).unwrap();
    let said = || house.screen().iter().map(|shown| shown.text.trim_end().to_owned()).collect::<Vec<_>>();
    house
        .run(async {
            sleep(wait).await;
            let before = said();
            assert_eq!(before.len(), 1, "{before:?}");
            house.slack.press_stop(person, channel, &root).unwrap();
            let pressed = Instant::now();
            let counts = house.quiet().await;
            assert_eq!((counts.answered, counts.silent, counts.dead), (1, 0, 0), "it ends as answered");
            let after = said();
            assert_eq!(after.len(), 1, "nothing is posted after it: {after:?}");
            let late = pressed + Duration::from_secs(5);
            let writes: Vec<_> = house.writes().into_iter().filter(|(at, _)| *at > late).collect();
            assert_eq!(writes, [], "the turn goes on");
            assert!(house.calls("chat.postMessage").is_empty() && house.calls("chat.startStream").len() == 1);
            assert_eq!(house.slack.press_stop(person, channel, &root), Err(StopError::NothingStreams));
            (before[0].clone(), after[0].clone())
        })
        .await
}

fn check(before: &str, after: &str) {
    let whole = speech(WORDS);
    assert!(after.starts_with(before), "what was shown stays: {before:?} became {after:?}");
    assert!(whole.starts_with(after) && after.len() < whole.len(), "{after:?}");
}

#[tokio::test(start_paused = true)]
async fn what_is_shown_stays_and_nothing_follows() {
    let (before, after) = pressed_after(Duration::from_secs(20), Duration::ZERO).await;
    check(&before, &after);
    assert_eq!(before, after, "nothing was on its way");
}

#[tokio::test(start_paused = true)]
async fn whenever_it_is_pressed_what_is_shown_stays() {
    // So pieces are often shown of which nobody has heard yet.
    let (mut rng, way) = (Rng::with_seed(11), Duration::from_millis(400));
    let (mut same, presses) = (0, 60);
    for _ in 0..presses {
        let wait = Duration::from_millis(rng.u64(3_000..50_000));
        let (before, after) = pressed_after(wait, way).await;
        check(&before, &after);
        same += u32::from(before == after);
    }
    println!("{same} of {presses} answers were left exactly as they were");
    assert!(same >= presses * 8 / 10, "{same}");
}
