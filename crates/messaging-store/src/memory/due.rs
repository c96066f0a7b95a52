use std::collections::BTreeMap;

use messaging_core::UnixMillis;

use crate::{Lane, Side};

/// Since when a lane's head can be claimed, and which head: the longest-waiting first, then the earliest.
pub(super) type Since = (UnixMillis, u64);

/// The lanes that have something to do, by since when.
#[derive(Debug, Default)]
pub(super) struct Due {
    turns: BTreeMap<Since, Lane>,
    sends: BTreeMap<Since, Lane>,
}

impl Due {
    fn of(&mut self, side: Side) -> &mut BTreeMap<Since, Lane> {
        match side {
            Side::Turns => &mut self.turns,
            Side::Sends => &mut self.sends,
        }
    }

    /// Moves a lane from `was` to `is`.
    pub(super) fn set(&mut self, side: Side, lane: &Lane, was: Option<Since>, is: Option<Since>) {
        if was == is {
            return;
        }
        if let Some(was) = was {
            self.of(side).remove(&was);
        }
        if let Some(is) = is {
            self.of(side).insert(is, lane.clone());
        }
    }

    /// The lane that has waited longest, if any can be claimed `now`.
    pub(super) fn longest(&mut self, side: Side, now: UnixMillis) -> Option<Lane> {
        let (since, lane) = self.of(side).first_key_value()?;
        (since.0 <= now).then(|| lane.clone())
    }
}
