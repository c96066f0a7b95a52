//! Who is told no first when too much comes in at once.

use std::sync::atomic::Ordering;

use messaging_core::{Event, InboundRetry};

use crate::{Gateway, account::Account};

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
    fn highest(account: &Account) -> Self {
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

impl Gateway {
    /// Whether a delivery of an account may find a place now; true where there is no such account, which is told so.
    pub(crate) fn has_room(&self, account: &str) -> bool {
        let Some(account) = self.parts.accounts.get(account) else { return true };
        let taken = self.parts.accepting.load(Ordering::Relaxed);
        taken < Rank::highest(account).share(self.parts.settings.limits.accepting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_tenths_are_kept_for_what_is_told_once() {
        let shares = |most| [Rank::ToldAgain, Rank::Noted, Rank::ToldOnce].map(|rank| rank.share(most));
        assert_eq!(shares(1_024), [716, 921, 1_024]);
        assert_eq!(shares(10), [7, 9, 10]);
        assert_eq!(shares(1), [1, 1, 1]);
        assert_eq!(Rank::ToldOnce.share(usize::MAX), usize::MAX);
    }
}
