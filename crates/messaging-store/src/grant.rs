use std::time::Duration;

use messaging_core::UnixMillis;
use tokio::time::Instant;

use crate::{Claim, Lane, Lease, Seek, Side, Work};

/// A claim as tables write it down: its end is a stored moment, not yet one on this process's clock.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Which side.
    pub side: Side,
    /// Whose lane.
    pub lane: Lane,
    /// Grows with every claim of the whole store.
    pub fence: u64,
    /// When it ends, as stored.
    pub until: UnixMillis,
    /// The work.
    pub work: Work,
}

impl Grant {
    /// Whether it holds an event that is suspected of ending processes.
    pub(crate) fn is_suspect(&self, seek: &Seek) -> bool {
        match &self.work {
            Work::Turn(queued) => queued.iter().any(|queued| queued.crashes >= seek.suspect_after),
            Work::Send(_) => false,
        }
    }

    /// Turns it into a claim of `length`, counted from `asked`: a moment before the tables were asked.
    ///
    /// So the holder's own clock always runs out before the stored lease does.
    #[must_use]
    pub fn asked_at(self, asked: Instant, length: Duration) -> Claim {
        // A length beyond the end of the clock is no lease at all.
        let until = asked.checked_add(length).unwrap_or(asked);
        Claim { lease: Lease { side: self.side, lane: self.lane, fence: self.fence, until }, work: self.work }
    }
}
