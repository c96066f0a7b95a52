use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    fmt,
};

use crate::Lane;

/// Something of each lane. Hashed, because a search by order compares the names of a dozen lanes.
///
/// It is looked at as a whole in the order of lanes only: what is random about it is not seen.
pub(super) struct Lanes<T>(HashMap<Lane, T>);

impl<T> Default for Lanes<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: fmt::Debug> fmt::Debug for Lanes<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<T> Lanes<T> {
    pub(super) fn get(&self, lane: &Lane) -> Option<&T> {
        self.0.get(lane)
    }

    pub(super) fn get_mut(&mut self, lane: &Lane) -> Option<&mut T> {
        self.0.get_mut(lane)
    }

    pub(super) fn entry(&mut self, lane: Lane) -> Entry<'_, Lane, T> {
        self.0.entry(lane)
    }

    pub(super) fn remove(&mut self, lane: &Lane) -> Option<T> {
        self.0.remove(lane)
    }

    /// Every lane, in no order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Lane> {
        self.0.keys()
    }

    /// Everything, in the order of lanes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Lane, &T)> {
        self.0.iter().collect::<BTreeMap<_, _>>().into_iter()
    }
}
