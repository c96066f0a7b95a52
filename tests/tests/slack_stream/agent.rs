use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use fastrand::Rng;
use messaging_agent::{Agent, Turn, Writer, from_stream};
use messaging_core::message::{Progress, Step, StepState};
use tokio::time::sleep;

/// Everything the agent has ever set out to say, a text for each time it was asked.
pub(crate) type Told = Arc<Mutex<Vec<String>>>;

/// How long an answer is, in characters.
const LENGTH: usize = 20_000;

/// Writes a long answer in pieces. Like a language model, it says something else each time.
pub(crate) fn novelist(seed: u64, told: Told) -> impl Agent {
    from_stream(move |_: Turn, writer: Writer| {
        let told = Arc::clone(&told);
        async move {
            let (mut rng, text) = {
                let mut told = told.lock().unwrap();
                let attempt = told.len();
                let rng = Rng::with_seed(seed ^ (attempt as u64) << 32);
                told.push(novel(attempt));
                (rng, told[attempt].clone())
            };
            // Between some seconds and twelve minutes: some outlive every stream.
            let pause = Duration::from_millis(if rng.bool() { rng.u64(20..500) } else { rng.u64(500..2_500) });
            if rng.bool() {
                let step = Step::new("1", "Remember the words").in_state(StepState::InProgress);
                writer.progress(Progress::Step(step)).await;
            }
            let mut rest = text.as_str();
            while !rest.is_empty() {
                let cut = rng.usize(1..150).min(rest.len());
                let (piece, after) = rest.split_at(cut);
                writer.delta(piece).await;
                rest = after;
                sleep(pause.mul_f64(rng.f64() * 2.0)).await;
            }
            Ok(())
        }
    })
}

/// No two words of all novels are the same, so what is there twice is seen.
fn novel(attempt: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        let word = format!("a{attempt}w{number:05}");
        if text.len() + word.len() + 1 > LENGTH {
            break;
        }
        text.push_str(&word);
        text.push_str(if number % 120 == 119 {
            ".\n\n"
        } else if number % 12 == 11 {
            ". "
        } else {
            " "
        });
    }
    text.truncate(text.trim_end().len());
    text
}
