//! How many were answered with what.

use std::{collections::BTreeMap, fmt};

use crate::{door::Door, verdict::Kind};

/// Answers by door, by what was done, and by status.
#[derive(Debug, Default)]
pub(crate) struct Tally(BTreeMap<(Door, Kind), BTreeMap<u16, u64>>);

impl Tally {
    pub(crate) fn count(&mut self, door: Door, kind: Kind, status: u16) {
        *self.0.entry((door, kind)).or_default().entry(status).or_default() += 1;
    }

    /// How many of a kind were answered with a status of these.
    pub(crate) fn of(&self, door: Door, kind: Kind, statuses: std::ops::Range<u16>) -> u64 {
        self.0
            .get(&(door, kind))
            .into_iter()
            .flatten()
            .filter(|(status, _)| statuses.contains(status))
            .map(|(_, n)| n)
            .sum()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((door, kind), statuses) in &self.0 {
            let statuses: Vec<_> = statuses.iter().map(|(status, count)| format!("{status} × {count}")).collect();
            writeln!(f, "{:20} {:7} {}", format!("{door:?}"), format!("{kind:?}"), statuses.join(", "))?;
        }
        Ok(())
    }
}
