//! Who is told no first when too much comes in at once.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_core::{Event, InboundRetry};

use tokio::time::Instant;

use crate::account::Account;

/// How long a commit may take before fewer deliveries are let in that come again.
const LAG: Duration = Duration::from_millis(250);

/// So many are always let in.
const LEAST: usize = 32;

/// How much is lost by a no, from nothing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The platform tells it again.
    ToldAgain,
    /// Nobody tells it again, and nobody waits for an answer to it: how far a message of ours got.
    Noted,
    /// Nobody tells a person's message again.
    ToldOnce,
}

impl Rank {
    /// The rank of a delivery of several events: that of the most precious.
    pub(crate) fn of(account: &Account, events: &[Event]) -> Self {
        match Self::highest(account) {
            Self::ToldOnce if !events.iter().any(Event::wants_turn) => Self::Noted,
            rank => rank,
        }
    }

    /// The highest rank that anything of an account can have.
    pub(crate) fn highest(account: &Account) -> Self {
        match account.messenger.provider().descriptor().inbound_retry {
            InboundRetry::Schedule => Self::ToldAgain,
            _ => Self::ToldOnce,
        }
    }

    /// How much of `most` places may be taken with one of this rank: three tenths are kept for what is told once.
    pub(crate) fn share(self, most: usize) -> usize {
        let tenths = |tenths: usize| (most / 10 * tenths + most % 10 * tenths / 10).max(1);
        match self {
            Self::ToldAgain => tenths(7),
            Self::Noted => tenths(9),
            Self::ToldOnce => most,
        }
    }
}

/// The places of deliveries that are being stored: fewer while commits are slow, one more with each that is not.
#[derive(Debug)]
pub(crate) struct Room {
    /// How many there are for what comes again.
    places: AtomicUsize,
    /// When there were last made fewer.
    fewer: Mutex<Option<Instant>>,
}

impl Room {
    pub(crate) fn new(most: usize) -> Self {
        Self { places: AtomicUsize::new(most), fewer: Mutex::default() }
    }

    /// How many places may be taken with one of a rank, of `most` in all.
    pub(crate) fn share(&self, rank: Rank, most: usize) -> usize {
        match rank {
            Rank::ToldOnce => rank.share(most),
            rank => rank.share(self.places.load(Ordering::Relaxed).min(most)),
        }
    }

    /// Learns how long a commit took that began at `begun`.
    pub(crate) fn learn(&self, begun: Instant, most: usize) {
        if begun.elapsed() <= LAG {
            let one_more = |places: usize| (places < most).then_some(places + 1);
            // Nothing to do where there are as many as there may be.
            let _ = self.places.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more);
            return;
        }
        let mut fewer = self.fewer.lock().unwrap_or_else(PoisonError::into_inner);
        // Once for all that waited together.
        if fewer.is_none_or(|fewer| fewer < begun) {
            *fewer = Some(Instant::now());
            let places = self.places.load(Ordering::Relaxed);
            self.places.store((places / 10 * 7).max(LEAST.min(most)), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn slow_commits_make_less_room_and_quick_ones_more() {
        let room = Room::new(1_000);
        let share = |rank| room.share(rank, 1_000);
        let begun = Instant::now();
        tokio::time::sleep(Duration::from_millis(300)).await;
        (0..50).for_each(|_| room.learn(begun, 1_000));
        assert_eq!((share(Rank::ToldAgain), share(Rank::ToldOnce)), (490, 1_000), "all of one group count once");
        for _ in 0..20 {
            let begun = Instant::now();
            tokio::time::sleep(Duration::from_millis(300)).await;
            room.learn(begun, 1_000);
        }
        assert_eq!(share(Rank::ToldAgain), 22, "so many are always let in");
        (0..5_000).for_each(|_| room.learn(Instant::now(), 1_000));
        assert_eq!(share(Rank::ToldAgain), 700);
    }

    #[test]
    fn three_tenths_are_kept_for_what_is_told_once() {
        let shares = |most| [Rank::ToldAgain, Rank::Noted, Rank::ToldOnce].map(|rank| rank.share(most));
        assert_eq!(shares(1_024), [716, 921, 1_024]);
        assert_eq!(shares(10), [7, 9, 10]);
        assert_eq!(shares(1), [1, 1, 1]);
        assert_eq!(Rank::ToldOnce.share(usize::MAX), usize::MAX);
    }
}
