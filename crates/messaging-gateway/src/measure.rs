use std::time::Duration;

use messaging_core::Place;
use messaging_store::{Charge, Counts, Ending, Settled};
use messaging_telemetry::Census;
use tokio::time::timeout;

use crate::{Gateway, account::Account, receive::Told};

/// Longest wait for the store.
const PATIENCE: Duration = Duration::from_secs(2);

impl Gateway {
    /// Asks the store where every message is, and shows it in the metrics. Does nothing unless something is measured.
    ///
    /// A store that does not answer within 2 s must not hide everything else: what it said last stands, and the log says
    /// so.
    pub async fn measure(&self) {
        if !self.parts.meters.is_on() {
            return;
        }
        match timeout(PATIENCE, self.parts.store.counts()).await {
            Ok(Ok(counts)) => self.parts.meters.census(census(&counts)),
            Ok(Err(error)) => tracing::warn!(%error, "the store did not say where messages are"),
            Err(_) => tracing::warn!("the store did not say within {PATIENCE:?} where messages are"),
        }
    }

    /// A turn in `place` has ended.
    pub(crate) fn measure_turn(&self, account: &str, place: &Place, outcome: &'static str, took: Duration) {
        if let Some(account) = self.measured(account) {
            account.meters.turned(&account.channel(place), outcome, took);
        }
    }

    /// An attempt at a reply to `place` has ended.
    pub(crate) fn measure_send(&self, account: &str, place: &Place, outcome: &'static str) {
        if let Some(account) = self.measured(account) {
            account.meters.sent(&account.channel(place), outcome);
        }
    }

    fn measured(&self, account: &str) -> Option<&Account> {
        self.parts.accounts.get(account).filter(|account| account.meters.is_on())
    }
}

impl Account {
    /// What came in was stored.
    pub(crate) fn measure_stored(&self, told: &[Told]) {
        if self.meters.is_on() {
            for told in told.iter().filter(|told| told.wants_turn) {
                self.meters.accepted(&self.channel(told.lane.conversation.place()), told.duplicate);
            }
        }
    }

    /// A reply was let out.
    pub(crate) fn measure_charge(&self, charge: &Charge) {
        let cost = charge.cost.as_ref();
        let micros = cost.map(|cost| (u64::try_from(cost.amount.as_micros()).unwrap_or_default(), &*cost.currency));
        self.meters.spent(&charge.channel, charge.units.into(), micros);
    }

    fn channel(&self, place: &Place) -> std::borrow::Cow<'static, str> {
        self.messenger.provider().channel(place)
    }
}

/// How a turn ended, in a word.
pub(crate) fn of_turn(ending: &Ending) -> &'static str {
    match ending {
        Ending::Replied(drafts) if drafts.is_empty() => "silent",
        Ending::Replied(_) => "replied",
        Ending::Again { .. } => "again",
        Ending::Dead { .. } => "dead",
    }
}

/// How an attempt at a reply ended, in a word.
pub(crate) fn of_send(settled: &Settled) -> &'static str {
    match settled {
        Settled::Sent(_) => "sent",
        Settled::Again { .. } => "again",
        Settled::InDoubt { .. } => "doubted",
        Settled::Held { .. } => "held",
        Settled::Dead { .. } => "dead",
        Settled::Rejected { .. } => "rejected",
    }
}

fn census(counts: &Counts) -> Census {
    Census {
        accepted: counts.accepted,
        answered: counts.answered,
        silent: counts.silent,
        rejected: counts.rejected,
        dropped: counts.dropped,
        erased: counts.erased,
        dead: counts.dead,
        unknown: counts.held,
        in_flight: counts.in_flight,
    }
}
