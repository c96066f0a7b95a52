use messaging_core::{Event, EventKind, UnixMillis};

use crate::Lane;

/// A lane in which people were heard, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Known {
    /// Which.
    pub lane: Lane,
    /// Up to this moment nothing is missing, as far as anybody has looked.
    pub complete: UnixMillis,
    /// When somebody last wrote, as the provider dates it.
    pub heard: UnixMillis,
}

/// When a person wrote, if that is what happened.
pub(crate) fn heard_at(event: &Event) -> Option<UnixMillis> {
    match &event.kind {
        EventKind::MessageAdded(message) => event.occurred_at.or(message.sent_at),
        _ => None,
    }
}

/// When somebody said something, as the provider dates it; what it does not date, or dates after now, was said now.
pub(crate) fn said_at(event: &Event, now: UnixMillis) -> UnixMillis {
    heard_at(event).or(event.occurred_at).map_or(now, |at| at.min(now))
}
