//! When a provider is asked what a message cost.

use std::time::Duration;

/// From the last word on a delivery to the first question.
pub(crate) const FIRST: Duration = Duration::from_secs(60);

/// From the send to the first question, where nobody ever says what became of it.
pub(crate) const SILENCE: Duration = Duration::from_secs(24 * 3_600);

/// From each question to the next.
const PAUSES: [Duration; 3] =
    [Duration::from_secs(10 * 60), Duration::from_secs(3_600), Duration::from_secs(6 * 3_600)];

/// From the last question to giving up, if whoever asked never says what came of it.
const GRACE: Duration = Duration::from_secs(3_600);

/// What happens when a question is due that was asked so often before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// It is asked; unless it is the last one, again after a while.
    Ask { next: Duration, last: bool },
    /// Nobody will know.
    GiveUp,
}

pub(crate) fn due(asked: u32) -> Due {
    let asked = usize::try_from(asked).unwrap_or(usize::MAX);
    match PAUSES.get(asked) {
        Some(next) => Due::Ask { next: *next, last: false },
        None if asked == PAUSES.len() => Due::Ask { next: GRACE, last: true },
        None => Due::GiveUp,
    }
}
