use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use messaging_core::command::Priority;
use tokio::{
    sync::oneshot,
    time::{Instant, timeout},
};

use super::{Key, gate::Gate, quota::Quota};
use crate::waited::Waited;

/// The limits of all keys that share a quota.
pub(super) struct Limiter {
    quota: Quota,
    gates: Mutex<Gates>,
}

/// A limiter shared by the clones of a service.
pub(super) type Shared = Arc<Limiter>;

#[derive(Debug, Default)]
struct Gates {
    of: HashMap<Key, Gate<Turn>>,
    arrivals: u32,
    /// As many as may be are paused at least until then.
    full_until: Option<Instant>,
}

/// What keeps a command from going now.
#[derive(Clone, Copy, Debug)]
pub(super) struct TooLong {
    pub(super) wait: Duration,
    /// The provider said so, and not our own quota.
    pub(super) paused: bool,
}

/// Who asks for a turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asker<'a> {
    pub(super) priority: Priority,
    /// Had a turn, and gave it back to an answer.
    pub(super) gave_back: bool,
    pub(super) waited: &'a Waited,
    pub(super) max_wait: Duration,
}

/// Forgetting what is over costs a walk, so it happens once in this many arrivals.
const SWEEP: u32 = 1_024;

/// Most keys paused at once. Beyond it the provider has to say "too many requests" again.
const MOST_PAUSED: usize = 16_384;

/// Longest pause, whatever a provider says.
const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

impl Limiter {
    pub(super) fn new(quota: Quota) -> Self {
        Self { quota, gates: Mutex::default() }
    }

    /// Waits until nobody is before us at `key`, or says at once that it would take too long.
    pub(super) async fn turn(self: &Arc<Self>, key: &Key, asker: Asker<'_>) -> Result<Turn, TooLong> {
        let waiting = match self.arrive(key, asker)? {
            Ok(turn) => return Ok(turn),
            Err(waiting) => waiting,
        };
        let since = Instant::now();
        let handed = timeout(asker.waited.room(asker.max_wait), waiting).await;
        asker.waited.add(since.elapsed());
        // The sender goes away with the limiter only, which this borrows.
        handed.ok().and_then(Result::ok).ok_or_else(|| self.too_long(key, asker.priority))
    }

    /// Takes the turn if it is free, otherwise joins the line.
    fn arrive(self: &Arc<Self>, key: &Key, asker: Asker<'_>) -> Result<Result<Turn, oneshot::Receiver<Turn>>, TooLong> {
        let now = Instant::now();
        let mut gates = self.gates();
        gates.arrivals = gates.arrivals.wrapping_add(1);
        if gates.arrivals.is_multiple_of(SWEEP) {
            gates.of.retain(|_, gate| gate.is_busy(now));
        }
        if let Some(gate) = gates.of.get(key) {
            let wait = gate.expected_for(asker.priority, self.quota, now);
            if !asker.waited.has_room(wait, asker.max_wait) {
                return Err(TooLong { wait, paused: gate.is_paused(now) });
            }
        }
        let gate = gates.of.entry(key.clone()).or_default();
        if !gate.taken {
            gate.taken = true;
            return Ok(Ok(Turn::new(Arc::clone(self), key.clone())));
        }
        let (sender, receiver) = oneshot::channel();
        gate.join(asker.priority, sender, asker.gave_back);
        Ok(Err(receiver))
    }

    /// Gives the turn at `key` to whoever is next.
    pub(super) fn hand_on(limiter: &Arc<Self>, key: &Key) {
        loop {
            let next = {
                let mut gates = limiter.gates();
                let Some(gate) = gates.of.get_mut(key) else { return };
                let next = gate.next();
                gate.taken = next.is_some();
                next
            };
            // Handed over outside the lock: who does not take it drops it, and dropping locks.
            match next.map(|waiting| waiting.send(Turn::new(Arc::clone(limiter), key.clone()))) {
                Some(Err(turn)) => turn.forget(),
                Some(Ok(())) | None => return,
            }
        }
    }

    /// How long whoever has the turn at `key` must still wait; zero if it may start.
    pub(super) fn closed(&self, key: &Key) -> TooLong {
        let now = Instant::now();
        let gates = self.gates();
        let Some(gate) = gates.of.get(key) else { return TooLong { wait: Duration::ZERO, paused: false } };
        TooLong { wait: gate.closed_for(self.quota, now), paused: gate.is_paused(now) }
    }

    /// Whether an answer waits at `key`.
    pub(super) fn has_answers(&self, key: &Key) -> bool {
        self.gates().of.get(key).is_some_and(Gate::has_answers)
    }

    /// Counts a start at `key`; returns how many more may start now.
    pub(super) fn start(&self, key: &Key) -> u64 {
        self.gates().of.get_mut(key).map_or(0, |gate| gate.start(self.quota, Instant::now()))
    }

    /// Stays away from `key` for `wait`, because the provider asked for it.
    pub(super) fn pause(&self, key: Key, wait: Duration) {
        let now = Instant::now();
        let Some(until) = now.checked_add(wait.min(LONGEST_PAUSE)) else { return };
        let mut gates = self.gates();
        if gates.full_until.is_some_and(|full| full > now) {
            return;
        }
        if gates.of.len() >= MOST_PAUSED {
            gates.of.retain(|_, gate| gate.is_busy(now));
            let ends = || gates.of.values().filter_map(|gate| gate.paused_until(now));
            let paused = ends().count();
            if paused >= MOST_PAUSED {
                tracing::warn!(paused, "too many keys are paused: not pausing another");
                gates.full_until = ends().min();
                return;
            }
        }
        gates.of.entry(key).or_default().pause(until);
    }

    /// How many keys are remembered.
    pub(super) fn len(&self) -> usize {
        self.gates().of.len()
    }

    fn too_long(&self, key: &Key, priority: Priority) -> TooLong {
        let now = Instant::now();
        let gates = self.gates();
        let Some(gate) = gates.of.get(key) else { return TooLong { wait: self.quota.period, paused: false } };
        let wait = gate.expected_for(priority, self.quota, now).max(self.quota.period);
        TooLong { wait, paused: gate.is_paused(now) }
    }

    fn gates(&self) -> MutexGuard<'_, Gates> {
        self.gates.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter").field("quota", &self.quota).field("keys", &self.len()).finish_non_exhaustive()
    }
}

/// The right to start next at one key: handed on when dropped, used or not.
pub(super) struct Turn {
    pub(super) limiter: Shared,
    pub(super) key: Key,
    /// Cleared where nobody was there to take it.
    held: bool,
}

impl Turn {
    pub(super) fn new(limiter: Shared, key: Key) -> Self {
        Self { limiter, key, held: true }
    }

    /// Lets go without handing on.
    pub(super) fn forget(mut self) {
        self.held = false;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.held {
            Limiter::hand_on(&self.limiter, &self.key);
        }
    }
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").field("key", &self.key).finish_non_exhaustive()
    }
}
