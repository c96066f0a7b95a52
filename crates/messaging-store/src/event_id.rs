/// The store's own name for an event.
pub type EventId = u64;
