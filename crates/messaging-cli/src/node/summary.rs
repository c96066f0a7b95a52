use std::fmt::Write;

use messaging::{gateway::Gateway, store::Counts};

/// One line on where everything is that ever came in.
pub(super) async fn of(gateway: &Gateway) -> String {
    match gateway.counts().await {
        Ok(counts) => words(&counts),
        Err(error) => format!("the store does not say what became of the messages: {error}"),
    }
}

fn words(counts: &Counts) -> String {
    let Counts { accepted, answered, silent, held, dead, in_flight, .. } = counts;
    let mut words = format!("in {accepted} · answered {answered} · dead {dead} · unknown {held}");
    for (count, word) in [(silent, "without an answer on purpose"), (in_flight, "left for the next start")] {
        if *count > 0 {
            // Writing to a string does not fail.
            let _ = write!(words, " · {count} {word}");
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_out_of_the_balance() {
        let counts =
            Counts { accepted: 9, answered: 3, silent: 1, held: 1, dead: 2, in_flight: 2, ..Counts::default() };
        assert!(counts.balance());
        let expected =
            "in 9 · answered 3 · dead 2 · unknown 1 · 1 without an answer on purpose · 2 left for the next start";
        assert_eq!(words(&counts), expected);
        assert_eq!(words(&Counts::default()), "in 0 · answered 0 · dead 0 · unknown 0");
    }
}
