//! Webhooks whose platform waits for the turn's replies inside the answer.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use messaging_core::{
    capability::{self, InlineWording},
    id::EventKey,
};
use messaging_store::Lane;
use tokio::{
    sync::oneshot,
    time::{Instant, timeout_at},
};

/// Which event a webhook waits for.
type Name = (Lane, EventKey);

/// The webhooks that wait, by the event they told.
#[derive(Default)]
pub(crate) struct Waiters {
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    born: u64,
    by_event: BTreeMap<Name, Waiter>,
}

/// A webhook that waits for the end of a turn.
pub(crate) struct Waiter {
    id: u64,
    until: Instant,
    /// How long the platform waits, from the beginning.
    pub(crate) patience: Duration,
    pub(crate) word: InlineWording,
    pub(crate) told: oneshot::Sender<()>,
}

/// A place among the webhooks that wait; given back on drop.
pub(crate) struct Seat<'g> {
    waiters: &'g Waiters,
    name: Name,
    id: u64,
    until: Instant,
    end: oneshot::Receiver<()>,
}

impl Waiters {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place for whoever told an event; none if `most` wait already, or somebody waits for that event.
    pub(crate) fn sit(
        &self,
        most: usize,
        name: Name,
        started: Instant,
        inline: capability::Inline,
    ) -> Option<Seat<'_>> {
        let mut waiting = self.lock();
        let taken = waiting.by_event.get(&name).is_some_and(|waiter| !waiter.told.is_closed());
        if taken || waiting.by_event.len() >= most {
            return None;
        }
        waiting.born += 1;
        let (id, patience) = (waiting.born, inline.deadline);
        let until = started.checked_add(patience)?;
        let (told, end) = oneshot::channel();
        waiting.by_event.insert(name.clone(), Waiter { id, until, patience, word: inline.word, told });
        Some(Seat { waiters: self, name, id, until, end })
    }

    /// Takes whoever waits for an event and still has time.
    pub(crate) fn take(&self, lane: &Lane, keys: &[EventKey]) -> Option<Waiter> {
        let mut waiting = self.lock();
        let waiter = keys.iter().find_map(|key| waiting.by_event.remove(&(lane.clone(), key.clone())))?;
        (waiter.until > Instant::now() && !waiter.told.is_closed()).then_some(waiter)
    }
}

impl Seat<'_> {
    /// Waits until the turn has ended with an answer; false if it did not in time.
    pub(crate) async fn wait(mut self) -> bool {
        let until = self.until;
        timeout_at(until, &mut self.end).await.is_ok_and(|told| told.is_ok())
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let mut waiting = self.waiters.lock();
        if waiting.by_event.get(&self.name).is_some_and(|waiter| waiter.id == self.id) {
            waiting.by_event.remove(&self.name);
        }
    }
}

impl fmt::Debug for Waiters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiters").field("waiting", &self.lock().by_event.len()).finish()
    }
}
