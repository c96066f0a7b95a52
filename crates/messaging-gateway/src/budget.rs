use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// When each channel may be edited for the eye again: everybody who writes there shares one budget.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    next: Mutex<BTreeMap<(String, String), Instant>>,
}

impl Budget {
    /// Takes the next place of a channel: now, if this returns none, or then.
    pub(crate) fn take(&self, account: &str, channel: String, interval: Duration) -> Option<Instant> {
        let now = Instant::now();
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        // What is in the past says nothing, so there are as many rows as channels that are written in right now.
        next.retain(|_, at| *at > now);
        let key = (account.to_owned(), channel);
        if let Some(at) = next.get(&key) {
            return Some(*at);
        }
        next.insert(key, now + interval);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_channel_is_edited_once_in_an_interval() {
        let (budget, interval) = (Budget::default(), Duration::from_secs(3));
        assert_eq!(budget.take("a", "C1".into(), interval), None);
        let next = budget.take("a", "C1".into(), interval).unwrap();
        assert_eq!(budget.take("a", "C2".into(), interval), None, "another channel");
        tokio::time::sleep_until(next).await;
        assert_eq!(budget.take("a", "C1".into(), interval), None);
        assert_eq!(budget.next.lock().unwrap().len(), 1, "what is over is forgotten");
    }
}
