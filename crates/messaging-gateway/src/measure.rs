use std::time::Duration;

use messaging_agent::{TurnBill, Usage};
use messaging_core::{ConversationRef, Place};
use messaging_store::{Charge, Counts, Depth, Ending, Settled, StoreError, Tally, Waits};
use messaging_telemetry::{AccountMeters, Census, Spent, Tokens};
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
        let store = &self.parts.store;
        let asked = async { Ok::<_, StoreError>((store.tally().await?, store.waits().await?)) };
        match timeout(PATIENCE, asked).await {
            Ok(Ok((tally, waits))) => {
                self.measure_tally(&tally);
                self.parts.meters.unknown_for(waits.held);
                self.measure_accounts(&waits);
            }
            Ok(Err(error)) => tracing::warn!(%error, "the store did not say where messages are"),
            Err(_) => tracing::warn!("the store did not say within {PATIENCE:?} where messages are"),
        }
    }

    /// Returns what an account is measured with; measures nothing if there is no such account, or it is not measured.
    #[must_use]
    pub fn meters_of(&self, account: &str) -> AccountMeters {
        self.parts.accounts.get(account).map(|account| account.meters.clone()).unwrap_or_default()
    }

    /// Shows where the messages of every account that is measured are, by channel, and where all others are.
    fn measure_tally(&self, tally: &Tally) {
        let measured: Vec<_> = self.parts.accounts.iter().filter(|(_, account)| account.meters.is_on()).collect();
        let counted = measured.iter().flat_map(|(name, account)| {
            let channels = tally.channels.get(name.as_str());
            let besides = tally.besides(name);
            // Also an account that was told nothing yet is seen to be there.
            let besides = (channels.is_none() || besides != Counts::default()).then_some((None, besides));
            let channels = channels.into_iter().flatten().map(|(channel, counts)| (Some(&**channel), *counts));
            channels.chain(besides).map(|(channel, counts)| (&account.meters, channel, census(&counts)))
        });
        self.parts.meters.census(counted, census(&tally.without(measured.iter().map(|(name, _)| name.as_str()))));
    }

    /// Shows how every account is, and what is in its lanes.
    fn measure_accounts(&self, waits: &Waits) {
        for (name, account) in &self.parts.accounts {
            if let Some(is_well) = account.is_well() {
                account.meters.checked(is_well);
            }
            let depths = waits.accounts.get(name.as_str()).copied().unwrap_or_default();
            for (side, Depth { lanes, queued, age }) in [("turns", depths.turns), ("sends", depths.sends)] {
                account.meters.waiting(side, messaging_telemetry::Waits { lanes, depth: queued, age });
            }
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

    /// An agent was asked; counts what it has said that took, whatever becomes of the answer.
    pub(crate) fn measure_tokens(&self, conversation: &ConversationRef, bill: &TurnBill) {
        let told = bill.take();
        if let Some(account) = self.measured(conversation.account()).filter(|_| !told.is_empty()) {
            let channel = account.channel(conversation.place());
            for Usage { input_tokens, output_tokens, model, provider, .. } in &told {
                let (model, provider) = (model.as_deref(), provider.as_deref());
                account
                    .meters
                    .used(&channel, &Tokens { input: *input_tokens, output: *output_tokens, model, provider });
            }
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
            for told in told {
                if told.wants_turn {
                    self.meters.accepted(&self.channel(told.lane.conversation.place()), told.duplicate);
                }
                if let Some(charge) = told.charge.as_ref().filter(|_| !told.duplicate) {
                    self.measure_charge("inbound", charge);
                }
            }
        }
    }

    /// A message took so much: a reply that was let out, or one that came in.
    pub(crate) fn measure_charge(&self, direction: &'static str, charge: &Charge) {
        let cost = charge.cost.as_ref();
        let micros = cost.map(|cost| (u64::try_from(cost.amount.as_micros()).unwrap_or_default(), &*cost.currency));
        self.meters.spent(&charge.channel, direction, Spent { units: charge.units.into(), micros });
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
