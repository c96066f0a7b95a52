use std::time::Duration;

use messaging_core::Clock;

/// How a [`SqliteStore`](super::SqliteStore) behaves.
#[derive(Clone, Debug)]
pub struct SqliteOptions {
    /// How long a gap in a lane's order is waited for, from the first event beyond it.
    pub hold_back: Duration,
    /// Most events that have not ended; one more is refused as [`Full`](crate::StoreError::Full). Three tenths are kept for
    /// what nobody tells again: [`Arrival::told_once`](crate::Arrival::told_once).
    pub max_in_flight: usize,
    /// Most calls that may wait for the disk; one more is refused as [`Full`](crate::StoreError::Full). The last
    /// quarter is kept for work under way: new events are refused first.
    pub max_waiting: usize,
    /// How long ended events, records and receipts are kept. This is the window in which a duplicate is told apart.
    pub keep: Duration,
    /// What time it is.
    pub clock: Clock,
}

impl Default for SqliteOptions {
    /// Hold-back 2 s, 100,000 events in flight, 8,192 calls waiting, kept for 7 days, the system's clock.
    fn default() -> Self {
        Self {
            hold_back: Duration::from_secs(2),
            max_in_flight: 100_000,
            max_waiting: 8_192,
            keep: Duration::from_secs(7 * 24 * 3_600),
            clock: Clock::system(),
        }
    }
}
