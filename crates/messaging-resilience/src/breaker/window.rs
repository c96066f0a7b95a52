use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

/// Calls and failures of the last while, in ten steps.
#[derive(Debug)]
pub(crate) struct Window {
    begun: Instant,
    step: Duration,
    steps: VecDeque<Step>,
}

#[derive(Debug)]
struct Step {
    index: u128,
    calls: u32,
    failed: u32,
}

const STEPS: u128 = 10;

impl Window {
    pub(crate) fn new(length: Duration, now: Instant) -> Self {
        let step = (length / 10).max(Duration::from_nanos(1));
        Self { begun: now, step, steps: VecDeque::new() }
    }

    pub(crate) fn record(&mut self, failed: bool, now: Instant) {
        let index = now.saturating_duration_since(self.begun).as_nanos() / self.step.as_nanos().max(1);
        self.steps.retain(|step| step.index + STEPS > index);
        if self.steps.back().is_none_or(|step| step.index < index) {
            self.steps.push_back(Step { index, calls: 0, failed: 0 });
        }
        if let Some(step) = self.steps.back_mut() {
            step.calls = step.calls.saturating_add(1);
            step.failed = step.failed.saturating_add(u32::from(failed));
        }
    }

    /// Whether at least `calls` calls are remembered, and at least `percent` per cent of them failed.
    pub(crate) fn exceeds(&self, calls: u32, percent: u32) -> bool {
        let sum = |count: fn(&Step) -> u32| self.steps.iter().map(|step| u64::from(count(step))).sum::<u64>();
        let (all, failed) = (sum(|step| step.calls), sum(|step| step.failed));
        all >= u64::from(calls) && failed > 0 && failed * 100 >= all * u64::from(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_twenty_is_enough_and_nineteen_calls_are_not() {
        let start = Instant::now();
        let mut window = Window::new(Duration::from_secs(30), start);
        (0..19).for_each(|call| window.record(call % 2 == 0, start));
        assert!(!window.exceeds(20, 50), "10 of 19");
        window.record(false, start);
        assert!(window.exceeds(20, 50), "10 of 20");
        window.record(false, start);
        assert!(!window.exceeds(20, 50), "10 of 21");
    }

    #[test]
    fn what_is_older_than_the_window_is_forgotten() {
        let start = Instant::now();
        let mut window = Window::new(Duration::from_secs(30), start);
        (0..20).for_each(|_| window.record(true, start));
        window.record(false, start + Duration::from_secs(29));
        assert!(window.exceeds(20, 50));
        window.record(true, start + Duration::from_secs(30));
        assert!(!window.exceeds(20, 50));
        assert!(window.steps.len() <= 10);
    }
}
