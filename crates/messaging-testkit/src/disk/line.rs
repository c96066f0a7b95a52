use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use messaging_store::{Result, StoreError};
use tokio::time::{Instant, sleep_until};

/// How a line between a node and the store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineFault {
    /// Calls fail at once, and nothing is done.
    Cut,
    /// Calls wait, and are done when the line is there again.
    Stalled,
    /// Calls are done, and their answers are lost.
    Deaf,
}

/// The line between one node and the store. It works until it is broken, and heals by itself. Clones are the same line.
#[derive(Clone, Default)]
pub struct Line {
    fault: Arc<Mutex<Option<(LineFault, Instant)>>>,
}

impl Line {
    /// Breaks the line until a moment.
    pub fn fail(&self, fault: LineFault, until: Instant) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some((fault, until));
    }

    fn fault(&self) -> Option<(LineFault, Instant)> {
        let fault = *self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        fault.filter(|(_, until)| Instant::now() < *until)
    }

    /// The way to the store.
    pub(super) async fn there(&self) -> Result<()> {
        loop {
            match self.fault() {
                Some((LineFault::Cut, _)) => return Err(gone()),
                Some((LineFault::Stalled, until)) => sleep_until(until).await,
                Some((LineFault::Deaf, _)) | None => return Ok(()),
            }
        }
    }

    /// The way back.
    pub(super) fn back(&self) -> Result<()> {
        if matches!(self.fault(), Some((LineFault::Deaf, _))) { Err(gone()) } else { Ok(()) }
    }
}

fn gone() -> StoreError {
    StoreError::Unavailable("the line to the store is broken".into())
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").field("fault", &self.fault()).finish()
    }
}
