use std::future::Future;

use messaging::{
    UnixMillis,
    gateway::{Gateway, Hop, Stage},
};
use tokio::sync::broadcast::error::RecvError;

use crate::{output, paint::Paint};

/// Prints a line for every hop of every message, for as long as it is polled.
pub(crate) fn watch(gateway: &Gateway, paint: Paint) -> impl Future<Output = ()> + Send + 'static {
    let mut hops = gateway.hops();
    async move {
        loop {
            match hops.recv().await {
                Ok(hop) => output::line(&line(&hop, paint)),
                Err(RecvError::Lagged(missed)) => output::line(&format!("… {missed} lines were too fast to print")),
                Err(RecvError::Closed) => return,
            }
        }
    }
}

fn line(hop: &Hop, paint: Paint) -> String {
    let stage = match hop.stage {
        Stage::Webhook => "in",
        Stage::Turn => "agent",
        Stage::Send => "out",
        Stage::Look => "look up",
        Stage::Decision => "decided",
        Stage::Replay => "replay",
        _ => "",
    };
    let ms = hop.took.as_secs_f64() * 1_000.0;
    format!(
        "{} {:<8} {stage:<7} {ms:>7.1} ms  {:<20} {}",
        paint.dim(&clock(hop.at)),
        hop.account,
        outcome(&hop.outcome),
        paint.dim(&tame(hop.conversation.as_deref().unwrap_or_default()))
    )
}

/// An outcome on one line.
fn outcome(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().map(|word| short(&tame(word))).collect();
    words.join(" ")
}

/// Without what a terminal would obey: an outcome may quote an agent's or a vendor's answer.
fn tame(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

/// A long id by both its ends, as people tell ids apart. Words that are no id stay whole.
fn short(word: &str) -> String {
    let count = word.chars().count();
    let is_id = word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if count <= 20 || !is_id {
        return word.to_owned();
    }
    let (first, last): (String, String) = (word.chars().take(6).collect(), word.chars().skip(count - 4).collect());
    format!("{first}…{last}")
}

/// The time of day, UTC: `12:01:04.118`.
fn clock(at: UnixMillis) -> String {
    let ms = at.0.rem_euclid(86_400_000);
    format!("{:02}:{:02}:{:02}.{:03}", ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_id_is_shown_by_its_ends() {
        assert_eq!(short("SMf1d82154334b7203fa7ed1a4ebf44dff"), "SMf1d8…4dff");
        assert_eq!(short("1795219712.773632"), "1795219712.773632");
        for reason in ["https://example.com/a/long/picture.png", "{\"messages\":[{\"text\":…}]}"] {
            assert_eq!(short(reason), reason);
        }
    }

    #[test]
    fn what_an_agent_answered_cannot_write_to_the_terminal() {
        let line = outcome("dead: the agent answered 422: \u{1b}[2Jevil\r\n00:00:00.000 twilio");
        assert_eq!(line, "dead: the agent answered 422: \u{fffd}[2Jevil 00:00:00.000 twilio");
    }

    #[test]
    fn the_time_of_day_is_read_off_the_moment() {
        assert_eq!(clock(UnixMillis(0)), "00:00:00.000");
        assert_eq!(clock(UnixMillis(1_795_176_064_118)), "12:01:04.118");
        assert_eq!(clock(UnixMillis(-1)), "23:59:59.999");
    }
}
