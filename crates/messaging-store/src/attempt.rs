use messaging_core::UnixMillis;
use serde::{Deserialize, Serialize};

/// Most attempts that are remembered of one event or send: the newest.
pub(crate) const REMEMBERED: usize = 20;

/// Longest error that is kept, in characters.
const LONGEST: usize = 1_000;

/// What a holder leaves that was never heard of again.
pub(crate) const CRASHED: &str = "the process ended, or lost its lease, before the turn did";

/// One attempt that failed: an error of the chain that led to a dead letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attempt {
    /// When that was written down. Of a crash: when it was noticed.
    pub at: UnixMillis,
    /// Which node was at it.
    pub node: String,
    /// In which of its lives.
    pub life: u64,
    /// What went wrong; at most 1,000 characters.
    pub error: String,
}

impl Attempt {
    pub(crate) fn new(at: UnixMillis, node: &str, life: u64, error: &str) -> Self {
        Self { at, node: node.to_owned(), life, error: error.chars().take(LONGEST).collect() }
    }
}

/// Adds an attempt, and forgets the oldest beyond the bound.
pub(crate) fn remember(attempts: &mut Vec<Attempt>, attempt: Attempt) {
    attempts.push(attempt);
    let excess = attempts.len().saturating_sub(REMEMBERED);
    attempts.drain(..excess);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_attempts_are_remembered_and_no_error_is_long() {
        let mut attempts = Vec::new();
        for number in 0..30 {
            remember(&mut attempts, Attempt::new(UnixMillis(number), "n", 1, &"x".repeat(2_000)));
        }
        assert_eq!((attempts.len(), attempts[0].at, attempts[0].error.len()), (REMEMBERED, UnixMillis(10), LONGEST));
    }
}
