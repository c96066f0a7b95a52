use messaging_core::TraceContext;
use messaging_store::Arrival;

use super::Begun;

/// A delivery that is being taken in: the root of the traces of what is new in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Delivered {
    pub(crate) begun: Begun,
    /// None where nobody is to follow messages.
    pub(crate) root: Option<TraceContext>,
}

impl Delivered {
    /// Has the store follow what is new.
    pub(crate) fn follow(&self, arrival: Arrival) -> Arrival {
        match self.root {
            Some(root) => arrival.told_in(root, self.begun.at),
            None => arrival,
        }
    }
}
