use futures_util::{Stream, stream};
use messaging_core::ConversationRef;
use tokio::sync::broadcast::{self, error::RecvError};

use crate::{Delta, Gateway};

impl Gateway {
    /// Watches what is being written from now on, in every conversation of this process. A watcher that is too slow misses
    /// the oldest pieces.
    #[must_use]
    pub fn deltas(&self) -> broadcast::Receiver<Delta> {
        self.parts.deltas.subscribe()
    }

    /// Streams what is being written in one conversation from now on. A reader that is too slow misses some of it.
    pub fn deltas_of(&self, reference: &ConversationRef) -> impl Stream<Item = Delta> + Send + 'static {
        let (reference, deltas) = (reference.clone(), self.deltas());
        stream::unfold((reference, deltas), |(reference, mut deltas)| async move {
            loop {
                match deltas.recv().await {
                    Ok(delta) if delta.is_in(&reference) => return Some((delta, (reference, deltas))),
                    Ok(_) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return None,
                }
            }
        })
    }

    /// Tells whoever watches, if anybody does.
    pub(super) fn tell_delta(&self, delta: impl FnOnce() -> Delta) {
        if self.parts.deltas.receiver_count() > 0 {
            // Whoever has gone meanwhile does not mind.
            let _ = self.parts.deltas.send(delta());
        }
    }
}
