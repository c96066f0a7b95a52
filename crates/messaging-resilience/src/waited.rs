use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use messaging_core::Command;

/// How long one command has slept in this process, all layers and tries together.
///
/// It travels in the command's extensions, because tries are clones and `max_wait` is a promise about the whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waited(Arc<AtomicU64>);

impl Waited {
    /// The record of `command`, begun here if no outer layer has.
    pub(crate) fn of(command: &mut Command) -> Self {
        command.context.extensions.get_or_insert_default::<Self>().clone()
    }

    /// Whether `wait` more would keep the whole within `max`.
    pub(crate) fn has_room(&self, wait: Duration, max: Duration) -> bool {
        self.total().saturating_add(wait) <= max
    }

    /// How much more would keep the whole within `max`.
    pub(crate) fn room(&self, max: Duration) -> Duration {
        max.saturating_sub(self.total())
    }

    /// Counts `wait`.
    pub(crate) fn add(&self, wait: Duration) {
        let nanos = u64::try_from(wait.as_nanos()).unwrap_or(u64::MAX);
        // The tries of one command follow each other, so nothing is lost between the load and the store.
        self.0.store(self.0.load(Ordering::Relaxed).saturating_add(nanos), Ordering::Relaxed);
    }

    /// How long it has slept so far.
    pub(crate) fn total(&self) -> Duration {
        Duration::from_nanos(self.0.load(Ordering::Relaxed))
    }
}
