use std::time::Duration;

use fastrand::Rng;

use crate::SocketSettings;

/// No wait that a platform asks for is longer.
const LONGEST: Duration = Duration::from_secs(600);

/// Why a connection did not come into use.
#[derive(Debug)]
pub(super) struct Failure {
    /// For people; names no address.
    pub(super) reason: String,
    /// Whether somebody has to change something before it can work.
    pub(super) refused: bool,
    /// How long the platform wants to be left alone.
    pub(super) wait: Option<Duration>,
}

impl Failure {
    /// A failure that may pass.
    pub(super) fn passing(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), refused: false, wait: None }
    }

    /// How long to wait after this one, the `failures`th in a row, counted from 1.
    pub(super) fn wait(&self, failures: u32, settings: &SocketSettings, rng: &mut Rng) -> Duration {
        let ours = if self.refused { settings.retry_most } else { jitter(failures, settings, rng) };
        ours.max(self.wait.unwrap_or_default().min(LONGEST))
    }
}

/// Full jitter: any wait between nothing and one that doubles, so that a crowd does not come back as a crowd.
pub(super) fn jitter(failures: u32, settings: &SocketSettings, rng: &mut Rng) -> Duration {
    let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
    settings.retry.saturating_mul(doubled).min(settings.retry_most).mul_f64(rng.f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_the_longest_and_fill_their_range() {
        let (settings, mut rng) = (SocketSettings::default(), Rng::with_seed(7));
        for (failures, most) in [(1, 250), (2, 500), (5, 4_000), (8, 30_000), (u32::MAX, 30_000)] {
            let most = Duration::from_millis(most);
            let waits: Vec<_> = (0..1_000).map(|_| jitter(failures, &settings, &mut rng)).collect();
            assert!(waits.iter().all(|wait| *wait < most), "{failures}");
            assert!(waits.iter().any(|wait| *wait < most / 20) && waits.iter().any(|wait| *wait > most * 19 / 20));
        }
    }

    #[test]
    fn a_refusal_waits_long_and_a_wish_is_granted_within_reason() {
        let (settings, mut rng) = (SocketSettings::default(), Rng::with_seed(7));
        let mut wait = |refused, wait: Option<u64>| {
            let wait = wait.map(Duration::from_secs);
            Failure { reason: String::new(), refused, wait }.wait(1, &settings, &mut rng).as_secs()
        };
        assert_eq!((wait(true, None), wait(false, Some(42)), wait(false, Some(100_000))), (30, 42, 600));
    }
}
