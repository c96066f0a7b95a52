/// How much tables hold. Beyond it the oldest of what has ended goes; nothing in flight ever does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most events that have not ended; one more is refused as [`Full`](crate::StoreError::Full). Three tenths are kept for
    /// what nobody tells again: [`Arrival::told_once`](crate::Arrival::told_once).
    pub in_flight: usize,
    /// Most ended and noted events that are remembered: an event told again after so many others is new again.
    pub ended: usize,
    /// Most records, and most receipts.
    pub records: usize,
    /// Most things on each shelf, and most events that have ended of which more than the names is kept.
    pub shelved: usize,
    /// Most people in the ledger of contacts, most rows of spending, and most messages whose price is still asked for.
    /// Whoever has opted out is never forgotten: one more than this is refused as [`Full`](crate::StoreError::Full).
    pub contacts: usize,
}

impl Default for Limits {
    /// 100,000 of each, 10,000 on each shelf.
    fn default() -> Self {
        Self { in_flight: 100_000, ended: 100_000, records: 100_000, shelved: 10_000, contacts: 100_000 }
    }
}
