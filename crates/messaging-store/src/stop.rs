//! What a person's stop is about.

use messaging_core::{Event, EventKind, event::Stop, id::MessageId};

use crate::EventId;

/// An event that waits, and about which a turn has begun.
#[derive(Clone, Debug)]
pub(crate) struct Begun {
    pub(crate) id: EventId,
    /// The claim it is part of; 0 if that has ended.
    pub(crate) fence: u64,
    /// The message it tells.
    pub(crate) message: Option<MessageId>,
}

/// The stop that an event tells.
pub(crate) fn stop(event: &Event) -> Option<&Stop> {
    match &event.kind {
        EventKind::Stopped(stop) => Some(stop),
        _ => None,
    }
}

/// The message that an event tells.
pub(crate) fn message_of(event: &Event) -> Option<MessageId> {
    match &event.kind {
        EventKind::MessageAdded(message) => Some(message.id.clone()),
        _ => None,
    }
}

/// Which of a lane's begun events a stop ends: those whose answer it names, and whatever shares a turn with them.
pub(crate) fn meant(stop: &Stop, begun: &[Begun]) -> Vec<EventId> {
    let named = |one: &&Begun| stop.answer_to.as_ref().is_none_or(|message| one.message.as_ref() == Some(message));
    let fences: Vec<_> = begun.iter().filter(named).map(|one| one.fence).filter(|fence| *fence != 0).collect();
    begun.iter().filter(|one| named(one) || fences.contains(&one.fence)).map(|one| one.id).collect()
}
