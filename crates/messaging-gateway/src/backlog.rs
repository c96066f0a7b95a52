use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use messaging_core::{Place, UnixMillis};

/// Where to look for what was missed, and since when.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    pub(crate) place: Place,
    pub(crate) since: UnixMillis,
}

/// Where one round did not look any more: the next one does.
#[derive(Debug, Default)]
pub(crate) struct Backlog(Mutex<VecDeque<Look>>);

impl Backlog {
    /// Takes everything out.
    pub(crate) fn take(&self) -> VecDeque<Look> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Leaves the rest of a round.
    pub(crate) fn leave(&self, rest: VecDeque<Look>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = rest;
    }
}
