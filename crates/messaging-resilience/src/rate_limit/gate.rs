use std::{collections::VecDeque, time::Duration};

use messaging_core::command::Priority;
use tokio::{sync::oneshot, time::Instant};

use super::quota::Quota;

/// One key: when the next may start, who is about to, and who waits behind.
///
/// `T` is what is handed to whoever may start next.
#[derive(Debug)]
pub(super) struct Gate<T> {
    /// When the next would start if all were evenly spaced (the theoretical arrival time of GCRA).
    due: Option<Instant>,
    paused_until: Option<Instant>,
    /// Somebody has the turn.
    pub(super) taken: bool,
    answers: VecDeque<oneshot::Sender<T>>,
    progress: VecDeque<oneshot::Sender<T>>,
}

impl<T> Default for Gate<T> {
    fn default() -> Self {
        let (answers, progress) = (VecDeque::new(), VecDeque::new());
        Self { due: None, paused_until: None, taken: false, answers, progress }
    }
}

impl<T> Gate<T> {
    /// Whether there is anything to remember.
    pub(super) fn is_busy(&self, now: Instant) -> bool {
        self.taken || self.is_paused(now) || self.due.is_some_and(|due| due > now)
    }

    /// Whether the provider's own "too many requests" still holds.
    pub(super) fn is_paused(&self, now: Instant) -> bool {
        self.paused_until(now).is_some()
    }

    /// When the provider's own "too many requests" is over, if it still holds.
    pub(super) fn paused_until(&self, now: Instant) -> Option<Instant> {
        self.paused_until.filter(|until| *until > now)
    }

    /// Stays away until `until`, or longer if told so before.
    pub(super) fn pause(&mut self, until: Instant) {
        self.paused_until = self.paused_until.max(Some(until));
    }

    /// How long whoever has the turn must still wait.
    pub(super) fn closed_for(&self, quota: Quota, now: Instant) -> Duration {
        self.expected(quota, now, 0)
    }

    /// How long someone who comes now will wait, as far as can be told.
    pub(super) fn expected_for(&self, priority: Priority, quota: Quota, now: Instant) -> Duration {
        let alive = |line: &VecDeque<oneshot::Sender<T>>| line.iter().filter(|waiting| !waiting.is_closed()).count();
        let behind = if priority == Priority::Answer { 0 } else { alive(&self.progress) };
        self.expected(quota, now, usize::from(self.taken) + alive(&self.answers) + behind)
    }

    fn expected(&self, quota: Quota, now: Instant, ahead: usize) -> Duration {
        let opens = self.paused_until.map_or(now, |until| until.max(now));
        let ahead = quota.period.saturating_mul(u32::try_from(ahead).unwrap_or(u32::MAX));
        let due = self.due.map_or(opens, |due| due.max(opens)).checked_add(ahead);
        let earliest = due.and_then(|due| due.checked_sub(quota.tolerance())).map_or(opens, |due| due.max(opens));
        earliest.saturating_duration_since(now)
    }

    /// Counts a start; returns how many more may start now.
    pub(super) fn start(&mut self, quota: Quota, now: Instant) -> u64 {
        self.due = self.due.map_or(now, |due| due.max(now)).checked_add(quota.period);
        let ahead = self.due.map_or(Duration::MAX, |due| due.saturating_duration_since(now));
        let taken = u64::try_from(ahead.as_nanos().div_ceil(quota.period.as_nanos().max(1))).unwrap_or(u64::MAX);
        u64::from(quota.burst.get()).saturating_sub(taken)
    }

    /// Joins the line of its priority; someone who gave a turn back stands first in it.
    pub(super) fn join(&mut self, priority: Priority, waiting: oneshot::Sender<T>, gave_back: bool) {
        let line = if priority == Priority::Answer { &mut self.answers } else { &mut self.progress };
        if gave_back { line.push_front(waiting) } else { line.push_back(waiting) }
    }

    /// Whether an answer waits.
    pub(super) fn has_answers(&self) -> bool {
        self.answers.iter().any(|waiting| !waiting.is_closed())
    }

    /// Takes whoever is next out of the line: answers before progress.
    pub(super) fn next(&mut self) -> Option<oneshot::Sender<T>> {
        self.answers.pop_front().or_else(|| self.progress.pop_front())
    }
}
