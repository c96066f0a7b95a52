//! What the attempts to carry an intent may have left in the world.

use std::{collections::BTreeSet, time::Duration};

use messaging_core::{UnixMillis, id::MessageId};

use crate::Doubt;

/// Receipts settled up to this long before an intent was first claimed never prove it.
pub(crate) const KNOWN_BEFORE: Duration = Duration::from_secs(600);

/// What is known of the attempts so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attempts {
    pub(crate) trace: Trace,
    /// Attempts that provably carried nothing.
    pub(crate) tries: u32,
    /// When it was first claimed.
    pub(crate) first: Option<UnixMillis>,
    /// Of a doubt: when the last byte can have left.
    pub(crate) since: UnixMillis,
    /// Of a doubt: how often the provider's records were looked at.
    pub(crate) looks: u32,
}

/// What the last attempt left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Trace {
    /// Nothing.
    #[default]
    Fresh,
    /// A holder may be sending it right now, or may have died doing so.
    Exposed,
    /// An attempt ended without an answer.
    Doubted,
    /// All there will ever be.
    Final,
}

impl Attempts {
    /// A holder takes it; the one before it, if any, had its lease until `earlier`.
    pub(crate) fn claimed(&mut self, now: UnixMillis, earlier: UnixMillis) {
        self.first.get_or_insert(now);
        match self.trace {
            Trace::Fresh => self.trace = Trace::Exposed,
            // Nothing of that attempt can leave once the earlier lease has ended.
            Trace::Exposed => (self.trace, self.since, self.looks) = (Trace::Doubted, now.max(earlier), 0),
            Trace::Doubted | Trace::Final => {}
        }
    }

    /// The holder gives it back without having touched it.
    pub(crate) fn given_back(&mut self) {
        if self.trace == Trace::Exposed {
            self.trace = Trace::Fresh;
        }
    }

    /// Nobody will say what became of an attempt that was under way.
    pub(crate) fn outlived(&mut self, now: UnixMillis) {
        if self.trace == Trace::Exposed {
            self.doubted(now);
        }
    }

    /// A person has it tried again; in doubt if any attempt may have carried it.
    pub(crate) fn renew(&mut self, doubtful: bool) {
        (self.trace, self.tries, self.looks) = (if doubtful { Trace::Doubted } else { Trace::Fresh }, 0, 0);
    }

    /// It provably was not carried.
    pub(crate) fn failed(&mut self) {
        (self.trace, self.tries) = (Trace::Fresh, self.tries.saturating_add(1));
    }

    /// Nobody knows whether it was carried.
    pub(crate) fn doubted(&mut self, now: UnixMillis) {
        if self.trace == Trace::Doubted {
            self.looks = self.looks.saturating_add(1);
        } else {
            (self.trace, self.since, self.looks) = (Trace::Doubted, now, 0);
        }
    }

    /// Returns the doubt as it is handed out now, if there is one; `known` finds the receipts settled since a moment.
    pub(crate) fn doubt<E>(
        &self,
        now: UnixMillis,
        known: impl FnOnce(UnixMillis) -> Result<Vec<MessageId>, E>,
    ) -> Result<Option<Doubt>, E> {
        if self.trace != Trace::Doubted {
            return Ok(None);
        }
        let not_before = self.first.unwrap_or(self.since);
        let mut seen = BTreeSet::new();
        let mut known = known(not_before.minus(KNOWN_BEFORE))?;
        known.retain(|message| seen.insert(message.clone()));
        Ok(Some(Doubt { not_before, since: self.since, claimed: now, looks: self.looks, known }))
    }
}
