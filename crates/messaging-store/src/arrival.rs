use messaging_core::Event;

use crate::Lane;

/// An event on its way into the store, and the lane it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Whose lane. Its tenant and account are part of every key: two accounts never share a duplicate.
    pub lane: Lane,
    /// What happened.
    pub event: Event,
}
