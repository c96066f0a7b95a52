use std::{future::Future, sync::Arc};

use serde::Serialize;
use tokio::sync::watch;

/// Whether the gateway wants traffic, for everyone who has to know. Clones share one state.
#[derive(Clone, Debug)]
pub struct Readiness(Arc<watch::Sender<Ready>>);

/// The states of a [`Readiness`], in the order they come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ready {
    /// Accounts are still being checked: `/readyz` says 503.
    Starting,
    /// Traffic is welcome.
    Ready,
    /// On the way out: `/readyz` says 503 and event streams end, so that everybody moves on to another node.
    Draining,
}

impl Readiness {
    /// Begins as [`Ready::Starting`].
    #[must_use]
    pub fn starting() -> Self {
        Self(Arc::new(watch::Sender::new(Ready::Starting)))
    }

    /// Says that traffic is welcome. Does nothing once draining has begun.
    pub fn ready(&self) {
        self.advance(Ready::Ready);
    }

    /// Says that this node is on its way out.
    pub fn drain(&self) {
        self.advance(Ready::Draining);
    }

    /// Returns the state.
    #[must_use]
    pub fn state(&self) -> Ready {
        *self.0.borrow()
    }

    fn advance(&self, to: Ready) {
        self.0.send_if_modified(|state| {
            let later = to > *state;
            if later {
                *state = to;
            }
            later
        });
    }

    /// Ends once draining has begun.
    pub(crate) fn draining(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut states = self.0.subscribe();
        async move {
            // Nobody left to say it: then this node is gone, too.
            let _ = states.wait_for(|state| *state == Ready::Draining).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn there_is_no_way_back() {
        let readiness = Readiness::starting();
        assert_eq!(readiness.state(), Ready::Starting);
        readiness.ready();
        readiness.clone().drain();
        readiness.ready();
        assert_eq!(readiness.state(), Ready::Draining);
        readiness.draining().await;
    }
}
