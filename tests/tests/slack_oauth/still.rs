use std::sync::mpsc::{Sender, channel};

/// Keeps tokio's paused clock from running on by itself while the disk is at work: it moves when a test says so.
pub(crate) struct Still {
    _held: Sender<()>,
}

impl Still {
    pub(crate) fn stand() -> Self {
        let (held, released) = channel::<()>();
        // The clock does not run on while a blocking task is under way.
        tokio::task::spawn_blocking(move || {
            // It ends when the other end is dropped.
            let _ = released.recv();
        });
        Self { _held: held }
    }
}
