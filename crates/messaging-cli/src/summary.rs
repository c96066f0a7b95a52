//! The last line: where everything is that ever came in.

use std::fmt::Write;

use messaging::store::{Counts, Result};

use crate::config::StorePlace;

/// The line, from what the store says at the end.
pub(crate) fn line(counts: &Result<Counts>, place: &StorePlace) -> String {
    let Counts { accepted, answered, silent, held, dead, dropped, erased, rejected, in_flight, .. } = match counts {
        Ok(counts) => counts,
        Err(error) => return format!("stopped: the store does not say what became of the messages: {error}"),
    };
    let mut line = format!("stopped: in {accepted} · answered {answered} · dead {dead} · unknown {held}");
    let left = match place {
        StorePlace::Memory => "not finished, gone with the memory",
        StorePlace::Sqlite(_) => "left for the next start",
    };
    let more = [
        (silent, "without an answer on purpose"),
        (dropped, "dropped by a person"),
        (erased, "erased"),
        (rejected, "rejected before anything was billed"),
        (in_flight, left),
    ];
    for (count, what) in more {
        if *count > 0 {
            // Writing to a string does not fail.
            let _ = write!(line, " · {count} {what}");
        }
    }
    let _ = write!(line, " · store: {place}");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_out_of_the_balance() {
        let counts = Counts {
            accepted: 12,
            answered: 3,
            silent: 1,
            held: 1,
            dead: 2,
            dropped: 1,
            rejected: 2,
            in_flight: 2,
            ..Counts::default()
        };
        assert!(counts.balance());
        let kept = line(&Ok(counts), &StorePlace::Sqlite("x.db".into()));
        let expected = "stopped: in 12 · answered 3 · dead 2 · unknown 1 · 1 without an answer on purpose · \
                        1 dropped by a person · 2 rejected before anything was billed · \
                        2 left for the next start · store: x.db";
        assert_eq!(kept, expected);
        assert!(line(&Ok(counts), &StorePlace::Memory).contains(" · 2 not finished, gone with the memory · "));
        let idle = line(&Ok(Counts::default()), &StorePlace::Memory);
        assert_eq!(idle, "stopped: in 0 · answered 0 · dead 0 · unknown 0 · store: in memory, gone when this ends");
    }
}
