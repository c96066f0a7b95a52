use std::collections::{BTreeMap, BTreeSet};

use messaging_core::id::IntentId;
use messaging_store::{Arrival, Claim, Lane, Lease, Settled, Side, Work};

/// Deliberate defects, so that whoever checks a store or a gateway can be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sabotage {
    /// None.
    #[default]
    None,
    /// Every event is new.
    NoDedup,
    /// Late writers are believed.
    NoFence,
    /// Answers come before the disk has synced.
    AnswerBeforeSync,
    /// An intent that a dead holder may have sent looks fresh.
    ForgetExposure,
    /// Events are queued as they come, gaps or not.
    NoHoldBack,
    /// Signs of life are not heard.
    NoHeartbeat,
    /// What people agreed to is forgotten.
    NoConsent,
}

/// What a saboteur keeps in mind to do its work around sound tables.
#[derive(Debug, Default)]
pub(super) struct Memory {
    fences: BTreeMap<(Side, Lane), u64>,
    doubted: BTreeSet<IntentId>,
    told: u64,
}

impl Memory {
    /// Spoils a batch on its way in.
    pub(super) fn spoil_batch(&mut self, sabotage: Sabotage, batch: &mut [Arrival]) {
        for arrival in batch {
            match sabotage {
                Sabotage::NoDedup => {
                    self.told += 1;
                    arrival.event.keys = vec![format!("told {}", self.told).into()];
                }
                Sabotage::NoHoldBack => arrival.event.sequence = None,
                Sabotage::NoConsent => arrival.sender = None,
                _ => {}
            }
        }
    }

    /// Spoils claims on their way out.
    pub(super) fn spoil_claims(&mut self, sabotage: Sabotage, claims: &mut [Claim]) {
        for claim in claims {
            self.fences.insert((claim.lease.side, claim.lease.lane.clone()), claim.lease.fence);
            if let (Sabotage::ForgetExposure, Work::Send(intent)) = (sabotage, &mut claim.work)
                && !self.doubted.contains(&intent.id)
            {
                intent.doubt = None;
            }
        }
    }

    /// Spoils a lease that is shown.
    pub(super) fn spoil_lease(&self, sabotage: Sabotage, lease: &mut Lease) {
        if sabotage == Sabotage::NoFence
            && let Some(newest) = self.fences.get(&(lease.side, lease.lane.clone()))
        {
            lease.fence = *newest;
        }
    }

    /// Remembers a doubt that somebody stated, which is not a forgotten one.
    pub(super) fn note(&mut self, intent: &IntentId, settled: &Settled) {
        if matches!(settled, Settled::InDoubt { .. }) {
            self.doubted.insert(intent.clone());
        }
    }
}
