use std::{collections::BTreeMap, sync::Arc};

use messaging_core::UnixMillis;

use crate::{Lane, Side};

/// Since when a lane's head can be claimed, and which head: the longest-waiting first, then the earliest.
pub(super) type Since = (UnixMillis, u64);

/// The lanes that have something to do.
#[derive(Debug, Default)]
pub(super) struct Due {
    turns: Tenants,
    sends: Tenants,
}

/// One side of them: by tenant, and of each by since when.
#[derive(Debug, Default)]
struct Tenants {
    lanes: BTreeMap<Arc<str>, BTreeMap<Since, Lane>>,
    /// The last claim of a tenant's lane: who has waited longest for one comes first.
    served: BTreeMap<Arc<str>, u64>,
}

impl Due {
    fn of(&mut self, side: Side) -> &mut Tenants {
        match side {
            Side::Turns => &mut self.turns,
            Side::Sends => &mut self.sends,
        }
    }

    /// Every lane of a side that has something to do, or under way.
    pub(super) fn lanes(&self, side: Side) -> impl Iterator<Item = &Lane> {
        let tenants = match side {
            Side::Turns => &self.turns,
            Side::Sends => &self.sends,
        };
        tenants.lanes.values().flat_map(BTreeMap::values)
    }

    /// Moves a lane from `was` to `is`.
    pub(super) fn set(&mut self, side: Side, lane: &Lane, was: Option<Since>, is: Option<Since>) {
        if was == is {
            return;
        }
        let tenants = self.of(side);
        let lanes = tenants.lanes.entry(Arc::clone(&lane.tenant)).or_default();
        if let Some(was) = was {
            lanes.remove(&was);
        }
        if let Some(is) = is {
            lanes.insert(is, lane.clone());
        }
        if lanes.is_empty() {
            tenants.lanes.remove(&lane.tenant);
            tenants.served.remove(&lane.tenant);
        }
    }

    /// Notes that a lane was claimed: the other tenants come first now.
    pub(super) fn serve(&mut self, side: Side, tenant: &Arc<str>, fence: u64) {
        let tenants = self.of(side);
        if tenants.lanes.contains_key(tenant) {
            tenants.served.insert(Arc::clone(tenant), fence);
        }
    }

    /// The lane that comes next, if any can be claimed `now`: of the tenant that was served least recently, the one that
    /// has waited longest. `full` tenants and lanes that are `left_out` do not count.
    pub(super) fn next(
        &self,
        side: Side,
        now: UnixMillis,
        full: impl Fn(&str) -> bool,
        left_out: impl Fn(&Lane) -> bool,
    ) -> Option<Lane> {
        let tenants = match side {
            Side::Turns => &self.turns,
            Side::Sends => &self.sends,
        };
        let waiting = tenants.lanes.iter().filter_map(|(tenant, lanes)| {
            let (since, _) = lanes.first_key_value().filter(|(since, _)| since.0 <= now && !full(tenant))?;
            Some((tenants.served.get(tenant).copied().unwrap_or(0), since.0, lanes))
        });
        let mut order: Vec<_> = waiting.collect();
        // The names of tenants, in whose order they are, decide between equals.
        order.sort_by_key(|(served, since, _)| (*served, *since));
        order.into_iter().find_map(|(_, _, lanes)| {
            let mut lanes = lanes.iter().take_while(|(since, _)| since.0 <= now).map(|(_, lane)| lane);
            lanes.find(|lane| !left_out(lane)).cloned()
        })
    }
}
