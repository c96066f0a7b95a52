//! Leases are taken, and used.

use std::{collections::BTreeSet, time::Duration};

use fastrand::Rng;
use tokio::time::Instant;

use super::{Held, NODES, Pair, side};
use crate::{Grant, Lease, Seek, Work};

impl Pair {
    pub(super) fn claim(&mut self, random: &mut Rng) {
        let node = random.usize(0..2);
        let stale = u64::from(random.u32(0..12) == 0);
        let seek = Seek {
            node: NODES[node].into(),
            life: self.lives[node].saturating_sub(stale),
            side: side(random),
            lanes: random.usize(0..4),
            turns: [0, 1, 2, 5][random.usize(0..4)],
            events: random.usize(0..6),
            suspect_after: random.u32(1..4),
            suspects: random.usize(0..3),
            lease: Duration::from_millis(random.u64(0..20_000)),
            window: Duration::from_millis(random.u64(0..4) / 3 * 1_000),
            held: crate::Held::default().at_most(random.usize(1..4)),
        };
        let claims = self.both(
            "claim",
            |tables, now| Ok((tables.claim(now, &seek)?, tables.take_ended())),
            |store| Ok((store.claim(&seek)?, store.take_ended()?)),
        );
        let (claims, _) = claims.unwrap_or_default();
        let lanes: BTreeSet<_> = claims.iter().map(|grant| &grant.lane).collect();
        self.beside += u32::from(lanes.len() < claims.len());
        for Grant { side, lane, fence, work, .. } in claims {
            let (events, intent) = match work {
                Work::Turn(queued) => (queued.iter().map(|queued| queued.id).collect(), None),
                Work::Send(intent) => {
                    self.doubts += u32::from(intent.doubt.is_some());
                    (Vec::new(), Some(intent.id))
                }
            };
            self.intents.extend(intent.clone());
            self.leases.push(Held { lease: Lease { side, lane, fence, until: Instant::now() }, events, intent });
        }
    }

    /// Some lease, mostly a recent one, and mostly used once.
    pub(super) fn lease(&mut self, random: &mut Rng) -> Option<Held> {
        let back = if random.u32(0..8) == 0 { random.usize(0..self.leases.len().max(1)) } else { 0 };
        let at = self.leases.len().checked_sub(1 + back)?;
        Some(if random.u32(0..8) == 0 { self.leases[at].clone() } else { self.leases.remove(at) })
    }
}
