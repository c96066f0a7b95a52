use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use governor::{Quota, RateLimiter, clock::Clock, middleware::NoOpMiddleware, state::keyed::DashMapStateStore};
use tokio::time::Instant;

use super::{Key, line::Line};
use crate::{
    clock::{Tick, TokioClock},
    waited::Waited,
};

type Cells = RateLimiter<Key, DashMapStateStore<Key>, TokioClock, NoOpMiddleware<Tick>>;

/// The limits of all keys.
pub(crate) struct Limiter {
    cells: Cells,
    interval: Duration,
    lines: Mutex<Lines>,
}

/// Only keys that someone waits for, or that are paused; the others are governor's.
#[derive(Debug, Default)]
struct Lines {
    of: HashMap<Key, Line>,
    arrivals: u32,
}

/// What keeps a command from going now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TooLong {
    pub(crate) wait: Duration,
    /// The provider said so, and not our own quota.
    pub(crate) paused: bool,
}

/// Forgetting what is over costs a walk, so it happens once in this many arrivals.
const SWEEP: u32 = 1_024;

/// Most keys paused at once. Beyond it the provider has to say "too many requests" again.
const MOST_PAUSED: usize = 16_384;

/// Longest pause, whatever a provider says.
const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

impl Limiter {
    pub(crate) fn new(quota: Quota) -> Self {
        let cells = RateLimiter::new(quota, DashMapStateStore::default(), TokioClock);
        Self { cells, interval: quota.replenish_interval(), lines: Mutex::default() }
    }

    /// Waits for the turn of `key`, or says at once that it would take too long.
    pub(crate) async fn pass(&self, key: &Key, waited: &Waited, max_wait: Duration) -> Result<(), TooLong> {
        let Some(mut place) = self.arrive(key, waited, max_wait)? else { return Ok(()) };
        loop {
            tokio::time::sleep_until(place.slot).await;
            let Some(slot) = self.knock(&place) else { return Ok(()) };
            let now = Instant::now();
            let wait = slot.saturating_duration_since(now);
            place.slot = slot;
            if !waited.has_room(wait, max_wait) {
                return Err(TooLong { wait, paused: self.is_paused(key, now) });
            }
            waited.add(wait);
        }
    }

    /// Stays away from `key` for `wait`, because the provider asked for it.
    pub(crate) fn pause(&self, key: Key, wait: Duration) {
        let now = Instant::now();
        let Some(until) = now.checked_add(wait.min(LONGEST_PAUSE)) else { return };
        let mut lines = self.lines();
        if lines.of.len() >= MOST_PAUSED {
            lines.of.retain(|_, line| line.is_busy(now));
        }
        if lines.of.len() < MOST_PAUSED || lines.of.contains_key(&key) {
            lines.of.entry(key).or_default().pause(until);
        } else {
            tracing::warn!(paused = lines.of.len(), "too many keys are paused: not pausing another");
        }
    }

    /// How many keys are remembered.
    pub(crate) fn len(&self) -> usize {
        self.cells.len() + self.lines().of.len()
    }

    /// Goes right through, or joins the line.
    fn arrive<'l>(&'l self, key: &'l Key, waited: &Waited, max: Duration) -> Result<Option<Place<'l>>, TooLong> {
        let now = Instant::now();
        let mut lines = self.lines();
        lines.arrivals = lines.arrivals.wrapping_add(1);
        if lines.arrivals.is_multiple_of(SWEEP) {
            lines.of.retain(|_, line| line.is_busy(now));
            self.cells.retain_recent();
        }
        let busy = lines.of.get(key).filter(|line| line.is_busy(now));
        let paused = busy.is_some_and(|line| line.is_paused(now));
        let slot = match busy {
            Some(line) => line.next(now, self.interval),
            None => match self.cells.check_key(key) {
                Ok(()) => return Ok(None),
                Err(early) => now + early.wait_time_from(TokioClock.now()),
            },
        };
        let wait = slot.saturating_duration_since(now);
        if !waited.has_room(wait, max) {
            return Err(TooLong { wait, paused });
        }
        waited.add(wait);
        lines.of.entry(key.clone()).or_default().join(slot);
        Ok(Some(Place { limiter: self, key, slot }))
    }

    /// Asks at the promised time; says when to ask again if a pause or the quota took the turn away.
    fn knock(&self, place: &Place<'_>) -> Option<Instant> {
        let now = Instant::now();
        let mut lines = self.lines();
        if let Some(line) = lines.of.get_mut(place.key).filter(|line| line.is_paused(now)) {
            return Some(line.rejoin(now, self.interval));
        }
        let early = self.cells.check_key(place.key).err()?;
        Some(now + early.wait_time_from(TokioClock.now()))
    }

    fn is_paused(&self, key: &Key, now: Instant) -> bool {
        self.lines().of.get(key).is_some_and(|line| line.is_paused(now))
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter").field("interval", &self.interval).field("keys", &self.len()).finish_non_exhaustive()
    }
}

/// A place in a line, given up when served or dropped.
struct Place<'l> {
    limiter: &'l Limiter,
    key: &'l Key,
    slot: Instant,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let now = Instant::now();
        let mut lines = self.limiter.lines();
        let Some(line) = lines.of.get_mut(self.key) else { return };
        line.leave(self.slot, self.limiter.interval);
        if !line.is_busy(now) {
            lines.of.remove(self.key);
        }
    }
}

/// A limiter shared by the clones of a service.
pub(crate) type Shared = Arc<Limiter>;
