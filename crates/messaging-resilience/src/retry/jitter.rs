use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use fastrand::Rng;

/// Full jitter: any wait between nothing and the scheduled one, so that a crowd does not come back as a crowd.
///
/// See <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>. Clones draw from one generator.
#[derive(Clone, Debug)]
pub(crate) struct Jitter(Arc<Mutex<Rng>>);

impl Jitter {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(Rng::with_seed(seed))))
    }

    pub(crate) fn random() -> Self {
        Self(Arc::new(Mutex::new(Rng::new())))
    }

    /// Draws from `[0, wait)`.
    pub(crate) fn draw(&self, wait: Duration) -> Duration {
        wait.mul_f64(self.0.lock().unwrap_or_else(PoisonError::into_inner).f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_fill_the_whole_range_and_never_leave_it() {
        let (jitter, wait) = (Jitter::seeded(7), Duration::from_secs(1));
        let draws: Vec<Duration> = (0..1_000).map(|_| jitter.draw(wait)).collect();
        assert!(draws.iter().all(|draw| *draw < wait));
        assert!(draws.iter().any(|draw| *draw < Duration::from_millis(20)));
        assert!(draws.iter().any(|draw| *draw > Duration::from_millis(980)));
    }

    #[test]
    fn a_seed_replays_and_another_does_not() {
        let run = |seed| {
            let jitter = Jitter::seeded(seed);
            [(); 8].map(|()| jitter.draw(Duration::from_secs(60)))
        };
        assert_eq!(run(1), run(1));
        assert_ne!(run(1), run(2));
    }
}
