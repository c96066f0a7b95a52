use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use messaging_core::ErrorKind;

/// How long to wait before which repeat: doubling, before jitter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    tries: u32,
}

/// The longest first wait.
const FIRST: Duration = Duration::from_millis(250);

/// The longest first wait after "too many requests", when the provider does not say how long.
const FIRST_LIMITED: Duration = Duration::from_secs(1);

/// No scheduled wait is longer.
const CAP: Duration = Duration::from_secs(60);

impl Schedule {
    /// At most `tries` tries, the first included.
    pub(crate) const fn new(tries: u32) -> Self {
        Self { tries }
    }

    /// The longest wait before repeat `index`, counted from 0; none if there is no such repeat.
    pub(crate) fn wait(self, kind: ErrorKind, index: u32) -> Option<Duration> {
        let first = if kind == ErrorKind::RateLimited { FIRST_LIMITED } else { FIRST };
        // The seed keeps backon away from the thread's own generator; the jitter is drawn elsewhere.
        let delays = ExponentialBuilder::new().with_min_delay(first).with_max_delay(CAP).with_jitter_seed(0);
        let repeats = self.tries.saturating_sub(1) as usize;
        delays.with_max_times(repeats).build().nth(index as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(schedule: Schedule, kind: ErrorKind) -> Vec<u128> {
        (0..20).map_while(|index| schedule.wait(kind, index)).map(|wait| wait.as_millis()).collect()
    }

    #[test]
    fn waits_double_from_a_quarter_second_or_from_one_second_when_limited() {
        let schedule = Schedule::new(8);
        assert_eq!(waits(schedule, ErrorKind::Unavailable), [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000]);
        assert_eq!(waits(schedule, ErrorKind::RateLimited), [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000]);
    }

    #[test]
    fn one_try_has_no_repeat() {
        for tries in [0, 1] {
            assert_eq!(waits(Schedule::new(tries), ErrorKind::Timeout), [0; 0]);
        }
    }
}
