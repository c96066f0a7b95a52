use std::{collections::BTreeMap, sync::Arc, time::Duration};

use serde::Serialize;

/// What waits, or is under way, and for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Waits {
    /// The lanes of every account in which there is something.
    pub accounts: BTreeMap<Arc<str>, Depths>,
    /// How long the first of the sends that nobody can tell the outcome of has waited for a person; zero if there is none.
    pub held: Duration,
}

/// The lanes of one account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Depths {
    /// What is to be answered.
    pub turns: Depth,
    /// What is to be carried.
    pub sends: Depth,
}

/// One side of the lanes of an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Depth {
    /// Lanes in which there is something.
    pub lanes: u64,
    /// Events or sends in them, those under way included.
    pub queued: u64,
    /// How long the one that came first has been there; zero if there is none.
    pub age: Duration,
}

impl Depth {
    /// Both together.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        let (lanes, queued) = (self.lanes + other.lanes, self.queued + other.queued);
        Self { lanes, queued, age: self.age.max(other.age) }
    }
}
