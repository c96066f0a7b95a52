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

    /// The lane that has waited longest of those that are not left out, if any can be claimed `now`.
    pub(super) fn longest(&self, side: Side, now: UnixMillis, left_out: impl Fn(&Lane) -> bool) -> Option<Lane> {
        let lanes = match side {
            Side::Turns => &self.turns,
            Side::Sends => &self.sends,
        };
        let mut waiting = lanes.iter().take_while(|(since, _)| since.0 <= now).map(|(_, lane)| lane);
        waiting.find(|lane| !left_out(lane)).cloned()
    }
}
