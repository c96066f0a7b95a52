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

/// How long a commit may take before fewer deliveries are let in that come again: what waits in front of it waits as long
/// once more, and a platform is to hear within a quarter of a second.
const LAG: Duration = Duration::from_millis(100);

/// So many are always let in.
const LEAST: usize = 32;

/// For so long nothing that comes again is let in after the store had no room for it. What has room again by then is little
/// against what waits; and whoever hears it from the store has waited for it, which is to be one in a hundred at most.
const PAUSE: Duration = Duration::from_millis(50);

/// For so long nobody new is let in after that.
const LULL: Duration = Duration::from_secs(1);

/// How much is lost by a no, from nothing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Nothing is told yet: somebody would begin to.
    NewVisitor,
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
            Self::NewVisitor => tenths(5),
            Self::ToldAgain => tenths(7),
            Self::Noted => tenths(9),
            Self::ToldOnce => most,
        }
    }
}

/// The places of deliveries that are being stored: fewer while commits are slow or the store is full, one more with each
/// that is not.
///
/// To find out that the store is full costs as much as to store something, so that what comes again is not let in to find
/// it out at once.
#[derive(Debug)]
pub(crate) struct Room {
    /// Those there are while commits are as quick as they are.
    quick: Places,
    /// Those there are for what comes again while the store refuses as much of it as it does.
    free: Places,
    /// When the store last had no room for something that comes again.
    full: Mutex<Option<Instant>>,
}

impl Room {
    pub(crate) fn new(most: usize) -> Self {
        Self { quick: Places::new(most), free: Places::new(most), full: Mutex::default() }
    }

    /// How many places may be taken with one of a rank, of `most` in all.
    pub(crate) fn share(&self, rank: Rank, most: usize) -> usize {
        match rank {
            Rank::ToldOnce => rank.share(most),
            Rank::Noted => rank.share(self.quick.now().min(most)),
            Rank::NewVisitor if self.was_full_within(LULL) => 0,
            Rank::ToldAgain if self.was_full_within(PAUSE) => 0,
            Rank::NewVisitor | Rank::ToldAgain => rank.share(self.quick.now().min(self.free.now()).min(most)),
        }
    }

    fn was_full_within(&self, time: Duration) -> bool {
        let full = *self.full.lock().unwrap_or_else(PoisonError::into_inner);
        full.is_some_and(|full| full.elapsed() < time)
    }

    /// Learns how long a commit took that began at `begun`, and whether the store had no room for one of a rank.
    pub(crate) fn learn(&self, begun: Instant, most: usize, rank: Rank, is_full: bool) {
        self.quick.learn(begun, most, begun.elapsed() > LAG);
        // For what is told once there is more room.
        if rank <= Rank::ToldAgain {
            self.free.learn(begun, most, is_full);
            if is_full {
                *self.full.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            }
        }
    }
}

/// A number that falls by three tenths with bad news, and rises by one with good.
#[derive(Debug)]
struct Places {
    now: AtomicUsize,
    /// When there were last made fewer.
    fewer: Mutex<Option<Instant>>,
}

impl Places {
    fn new(most: usize) -> Self {
        Self { now: AtomicUsize::new(most), fewer: Mutex::default() }
    }

    fn now(&self) -> usize {
        self.now.load(Ordering::Relaxed)
    }

    fn learn(&self, begun: Instant, most: usize, is_bad: bool) {
        if !is_bad {
            let one_more = |places: usize| (places < most).then_some(places + 1);
            // Nothing to do where there are as many as there may be.
            let _ = self.now.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more);
            return;
        }
        let mut fewer = self.fewer.lock().unwrap_or_else(PoisonError::into_inner);
        // Once for all that waited together.
        if fewer.is_none_or(|fewer| fewer < begun) {
            *fewer = Some(Instant::now());
            self.now.store((self.now() / 10 * 7).max(LEAST.min(most)), Ordering::Relaxed);
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
        let learn = |begun| room.learn(begun, 1_000, Rank::ToldAgain, false);
        let begun = Instant::now();
        tokio::time::sleep(LAG + Duration::from_millis(1)).await;
        (0..50).for_each(|_| learn(begun));
        assert_eq!((share(Rank::ToldAgain), share(Rank::ToldOnce)), (490, 1_000), "all of one group count once");
        for _ in 0..20 {
            let begun = Instant::now();
            tokio::time::sleep(LAG + Duration::from_millis(1)).await;
            learn(begun);
        }
        assert_eq!(share(Rank::ToldAgain), 22, "so many are always let in");
        (0..5_000).for_each(|_| learn(Instant::now()));
        assert_eq!(share(Rank::ToldAgain), 700);
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_store_makes_less_room_for_what_comes_again_and_for_nothing_else() {
        let room = Room::new(1_000);
        let shares =
            || [Rank::NewVisitor, Rank::ToldAgain, Rank::Noted, Rank::ToldOnce].map(|rank| room.share(rank, 1_000));
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(1)).await;
            let begun = Instant::now();
            (0..10).for_each(|_| room.learn(begun, 1_000, Rank::ToldAgain, true));
        }
        assert_eq!(shares(), [0, 0, 900, 1_000], "nobody asks again at once");
        tokio::time::sleep(PAUSE).await;
        assert_eq!(shares(), [0, 22, 900, 1_000], "some find out whether there is room again");
        (0..1_000).for_each(|_| room.learn(Instant::now(), 1_000, Rank::ToldOnce, false));
        assert_eq!(shares(), [0, 22, 900, 1_000], "for what is told once there is room that others may not take");
        (0..1_000).for_each(|_| room.learn(Instant::now(), 1_000, Rank::ToldAgain, false));
        assert_eq!(shares(), [0, 700, 900, 1_000], "somebody new comes last");
        tokio::time::sleep(LULL).await;
        assert_eq!(shares(), [500, 700, 900, 1_000]);
    }

    #[test]
    fn three_tenths_are_kept_for_what_is_told_once() {
        let ranks = [Rank::NewVisitor, Rank::ToldAgain, Rank::Noted, Rank::ToldOnce];
        let shares = |most| ranks.map(|rank| rank.share(most));
        assert_eq!(shares(1_024), [512, 716, 921, 1_024]);
        assert_eq!(shares(10), [5, 7, 9, 10]);
        assert_eq!(shares(1), [1, 1, 1, 1]);
        assert_eq!(Rank::ToldOnce.share(usize::MAX), usize::MAX);
    }
}
