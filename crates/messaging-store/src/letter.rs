use messaging_core::{Event, SendMessage};
use serde::Serialize;

use crate::{Attempt, Decision, EventId, Shelf, Shelved};

/// Something that waits for a person, with everything that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Letter {
    /// What the shelf says of it.
    #[serde(flatten)]
    pub shelved: Shelved,
    /// Which shelf it is on.
    pub shelf: Shelf,
    /// Of an event: what came in, the provider's own payload included; none if nobody can read it any more.
    pub event: Option<Event>,
    /// Of a send: what was to be sent.
    pub message: Option<SendMessage>,
    /// Of a send: whether any attempt may have carried it.
    pub may_have_been_carried: bool,
    /// Of a send: the events that it answers.
    pub answers: Vec<EventId>,
    /// What went wrong, oldest first: the last 20 attempts.
    pub attempts: Vec<Attempt>,
    /// What can be decided about it.
    pub choices: Vec<Decision>,
}
