use std::collections::{BTreeMap, VecDeque};

/// A map that forgets the oldest of its keys beyond a bound.
#[derive(Debug)]
pub(super) struct Bounded<K, V> {
    rows: BTreeMap<K, V>,
    order: VecDeque<K>,
    limit: usize,
}

impl<K: Ord + Clone, V> Bounded<K, V> {
    pub(super) fn new(limit: usize) -> Self {
        Self { rows: BTreeMap::new(), order: VecDeque::new(), limit }
    }

    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.rows.get(key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.rows.iter()
    }

    /// Forgets what is not to be kept.
    pub(super) fn retain(&mut self, keep: impl Fn(&K, &V) -> bool) {
        let Self { rows, order, .. } = self;
        rows.retain(|key, value| keep(key, value));
        order.retain(|key| rows.contains_key(key));
    }

    pub(super) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.rows.get_mut(key)
    }

    /// Returns the value of `key`, made if there is none yet.
    pub(super) fn put(&mut self, key: K, value: V) {
        if self.rows.insert(key.clone(), value).is_none() {
            self.order.push_back(key);
        }
        while self.order.len() > self.limit {
            let Some(oldest) = self.order.pop_front() else { return };
            self.rows.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_key_goes_first() {
        let mut map = Bounded::new(2);
        for (key, value) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            map.put(key, value);
        }
        assert_eq!((map.get(&"a"), map.get(&"b"), map.get(&"c")), (None, Some(&2), Some(&4)));
    }
}
