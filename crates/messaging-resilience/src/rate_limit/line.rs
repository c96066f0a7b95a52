use std::time::Duration;

use tokio::time::Instant;

/// Who waits for one key, and whether the provider told it to stay away.
#[derive(Debug, Default)]
pub(crate) struct Line {
    waiting: usize,
    /// When the last in line may go.
    last: Option<Instant>,
    paused_until: Option<Instant>,
}

impl Line {
    /// Whether a newcomer must join: overtaking would take the turn of someone who was promised it.
    pub(crate) fn is_busy(&self, now: Instant) -> bool {
        self.waiting > 0 || self.is_paused(now)
    }

    /// Whether the provider's own "too many requests" still holds.
    pub(crate) fn is_paused(&self, now: Instant) -> bool {
        self.paused_until.is_some_and(|until| until > now)
    }

    /// When someone who joins now may go, one `interval` after the last in line.
    pub(crate) fn next(&self, now: Instant, interval: Duration) -> Instant {
        let pause_ends = self.paused_until.map_or(now, |until| until.max(now));
        match self.last.filter(|_| self.waiting > 0).and_then(|last| last.checked_add(interval)) {
            Some(behind) => pause_ends.max(behind),
            None => pause_ends,
        }
    }

    /// Joins with a turn at `slot`.
    pub(crate) fn join(&mut self, slot: Instant) {
        self.waiting += 1;
        self.last = Some(slot);
    }

    /// Moves someone who has waited for a turn that a pause took away to the end.
    pub(crate) fn rejoin(&mut self, now: Instant, interval: Duration) -> Instant {
        let slot = self.next(now, interval);
        self.last = Some(slot);
        slot
    }

    /// Leaves, served or not. The last in line leaves no gap behind.
    pub(crate) fn leave(&mut self, slot: Instant, interval: Duration) {
        self.waiting = self.waiting.saturating_sub(1);
        if self.last == Some(slot) {
            self.last = slot.checked_sub(interval);
        }
    }

    /// Stays away until `until`, or longer if told so before.
    pub(crate) fn pause(&mut self, until: Instant) {
        self.paused_until = self.paused_until.max(Some(until));
    }
}
