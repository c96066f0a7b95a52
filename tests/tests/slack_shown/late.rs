//! A call whose answer nobody heard takes effect when the answer is complete: the whole answer is there all the same.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_agent::{AgentError, Turn, Writer, from_stream};
use tokio::time::sleep;

use crate::house::{House, speaker, speech};

/// Later than the answer is complete, and before all is quiet.
const LATE: Duration = Duration::from_secs(40);

/// What is on the screen once everything that was under way has taken effect.
async fn in_the_end(house: &House, direct: bool) -> Vec<String> {
    let settings = house.slack.settings();
    let (channel, words) = if direct { (&settings.dm_channel, "talk") } else { (&settings.channel, "@bot talk") };
    house.slack.write(&settings.user_id, channel, words, None).unwrap();
    let counts = house.run(house.quiet()).await;
    assert_eq!((counts.answered, counts.dead), (1, 0));
    house.screen().into_iter().map(|shown| shown.text.trim_end().to_owned()).collect()
}

/// An agent that fails after ten words, and then says `second`, one word each `pause`.
fn failing_once(second: usize, pause: Duration) -> impl messaging_agent::Agent {
    let asked = Arc::new(AtomicUsize::new(0));
    from_stream(move |_: Turn, writer: Writer| {
        let attempt = asked.fetch_add(1, Ordering::Relaxed);
        async move {
            let (words, pause) = if attempt == 0 { (10, Duration::from_millis(700)) } else { (second, pause) };
            for number in 0..words {
                writer.delta(format!("w{number:04} ")).await;
                sleep(pause).await;
            }
            if attempt == 0 { Err(AgentError::retry("the model went away")) } else { Ok(()) }
        }
    })
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_not_shown_where_a_late_deletion_would_take_it() {
    let house = House::unheard(failing_once(20, Duration::from_millis(200)), &[("chat.delete", LATE)]);
    assert_eq!(in_the_end(&house, true).await, [speech(20)]);
    assert!(!house.calls("chat.delete").is_empty(), "it was tried");
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_not_shown_where_a_late_edit_would_undo_it() {
    let house = House::unheard(
        speaker(60, Duration::from_millis(300)),
        &[("chat.appendStream", Duration::ZERO), ("chat.update", LATE)],
    );
    assert_eq!(in_the_end(&house, false).await.join(" "), speech(60));
    assert!(!house.calls("chat.update").is_empty(), "a stream was to be mended");
}

#[tokio::test(start_paused = true)]
async fn a_second_answer_is_not_shown_where_a_late_edit_of_the_first_would_undo_it() {
    let house = House::unheard(failing_once(20, Duration::ZERO), &[("chat.update", LATE)]);
    assert_eq!(in_the_end(&house, true).await, [speech(20)]);
}
