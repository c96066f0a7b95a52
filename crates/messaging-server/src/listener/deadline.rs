use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::time::{Instant, Sleep, sleep_until};

/// A moment that can be waited for. Costs no timer until somebody has to wait.
#[derive(Debug, Default)]
pub(super) struct Deadline {
    at: Option<Instant>,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Deadline {
    pub(super) fn after(wait: Duration) -> Self {
        let mut deadline = Self::default();
        deadline.arm(wait);
        deadline
    }

    pub(super) fn arm(&mut self, wait: Duration) {
        let at = Instant::now() + wait;
        self.at = Some(at);
        if let Some(sleep) = &mut self.sleep {
            sleep.as_mut().reset(at);
        }
    }

    pub(super) fn clear(&mut self) {
        (self.at, self.sleep) = (None, None);
    }

    pub(super) fn is_armed(&self) -> bool {
        self.at.is_some()
    }

    /// Whether it has passed; wakes the caller once it has. One that is not armed never passes.
    pub(super) fn poll_passed(&mut self, cx: &mut Context<'_>) -> bool {
        let Some(at) = self.at else { return false };
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep_until(at)));
        matches!(sleep.as_mut().poll(cx), Poll::Ready(()))
    }
}
