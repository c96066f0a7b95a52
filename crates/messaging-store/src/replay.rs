use messaging_core::{Event, id::EventKey};

use crate::{EventId, Lane};

/// What the key of a replayed event begins with. No provider names anything so.
const PREFIX: &str = "replay:";

/// An event that is kept, ended or not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kept {
    /// The store's name for it.
    pub id: EventId,
    /// Whose lane it was in.
    pub lane: Lane,
    /// What happened.
    pub event: Event,
}

impl Kept {
    pub(crate) fn new(id: EventId, lane: Lane, event: Event) -> Self {
        Self { id, lane, event }
    }

    /// The same event under a name of its own, which says what it replays: `replay:{number}:{key}`. It is not counted
    /// by the provider, and asks for no consent.
    ///
    /// `number` tells replays of one event apart.
    #[must_use]
    pub fn anew(&self, number: u128) -> Event {
        let mut event = self.event.clone();
        let of =
            self.event.keys.iter().find(|key| !key.as_str().starts_with(PREFIX)).or_else(|| self.event.keys.first());
        let of = of.map(EventKey::as_str).unwrap_or_default();
        event.keys = vec![format!("{PREFIX}{number:032x}:{of}").into()];
        event.sequence = None;
        event.keyword = None;
        event
    }
}

/// Whether an event replays another one: a person said it once, and not again.
#[must_use]
pub fn is_replay(event: &Event) -> bool {
    event.keys.first().is_some_and(|key| key.as_str().starts_with(PREFIX))
}
