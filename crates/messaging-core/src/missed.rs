use crate::{Event, Place, UnixMillis};

/// List what was said in one conversation since a moment, by people and by us.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ListMissed {
    /// Where.
    pub conversation: Place,
    /// Nothing said before this moment.
    pub since: UnixMillis,
    /// [`Missed::next`] of the page before; none for the first page.
    pub cursor: Option<String>,
}

impl ListMissed {
    /// What was said in `conversation` since `since`.
    #[must_use]
    pub fn of(conversation: Place, since: UnixMillis) -> Self {
        Self { conversation, since, cursor: None }
    }
}

/// One page of what was said: pages go forward in time.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Missed {
    /// The events, oldest first.
    pub events: Vec<Event>,
    /// Where more may have been said that this conversation does not list, such as a thread of it.
    pub places: Vec<Place>,
    /// The cursor of the next page; none on the last.
    pub next: Option<String>,
}

impl Missed {
    /// One page.
    #[must_use]
    pub fn new(events: Vec<Event>, places: Vec<Place>, next: Option<String>) -> Self {
        Self { events, places, next }
    }
}
