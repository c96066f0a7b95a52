use std::time::Duration;

use messaging_core::Clock;

use super::Limits;

/// How a [`MemoryStore`](super::MemoryStore) behaves.
#[derive(Clone, Debug)]
pub struct MemoryOptions {
    /// How long a gap in a lane's order is waited for, from the first event beyond it.
    pub hold_back: Duration,
    /// Most events that have not ended; one more is refused as [`Full`](crate::StoreError::Full). Three tenths are kept for
    /// what nobody tells again: [`Arrival::told_once`](crate::Arrival::told_once).
    pub max_in_flight: usize,
    /// Most ended and noted events that are remembered. This is the window in which a duplicate is told apart.
    pub max_ended: usize,
    /// Most records, over all lanes; the oldest go first.
    pub max_records: usize,
    /// Most things on each shelf, and most events that have ended of which more than the names is kept; the oldest go
    /// first.
    pub max_shelved: usize,
    /// Most people in the ledger of contacts, rows of spending and open bills; see [`Limits::contacts`].
    pub max_contacts: usize,
    /// What time it is.
    pub clock: Clock,
}

impl MemoryOptions {
    pub(super) fn limits(&self) -> Limits {
        Limits {
            in_flight: self.max_in_flight,
            ended: self.max_ended,
            records: self.max_records,
            shelved: self.max_shelved,
            contacts: self.max_contacts,
        }
    }
}

impl Default for MemoryOptions {
    /// Hold-back 2 s, the system's clock, and the bounds of [`Limits::default`].
    fn default() -> Self {
        let Limits { in_flight, ended, records, shelved, contacts } = Limits::default();
        Self {
            hold_back: Duration::from_secs(2),
            max_in_flight: in_flight,
            max_ended: ended,
            max_records: records,
            max_shelved: shelved,
            max_contacts: contacts,
            clock: Clock::system(),
        }
    }
}
