use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    fmt,
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState},
    sync::Arc,
};

use messaging_core::id::EventKey;

use crate::{EventId, Lane};

/// Hashed, because a search by order looks at a dozen keys in a dozen places of memory. People choose some keys, so the
/// hash is one that nobody can guess. Nothing goes through a map in its own order: what is random about it is not seen.
#[derive(Default)]
struct ByKey(HashMap<Hashed, EventId, BuildHasherDefault<AsHashed>>);

impl fmt::Debug for ByKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.0.iter().map(|(hashed, event)| (&hashed.key, event)).collect::<BTreeMap<_, _>>())
            .finish()
    }
}

/// A key beside its hash: a map that grows hashes all it holds once more.
#[derive(PartialEq, Eq)]
struct Hashed {
    hash: u64,
    key: EventKey,
}

impl Hash for Hashed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

/// Takes the one number that it is given for the hash.
#[derive(Default)]
struct AsHashed(u64);

impl Hasher for AsHashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        debug_assert!(bytes.is_empty(), "only hashes are hashed");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Every key of every event that is remembered, apart for each account of each tenant.
#[derive(Default)]
pub(super) struct Keys {
    tenants: BTreeMap<Arc<str>, BTreeMap<Arc<str>, ByKey>>,
    random: RandomState,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("tenants", &self.tenants).finish_non_exhaustive()
    }
}

impl Keys {
    fn hashed(&self, key: &EventKey) -> Hashed {
        Hashed { hash: self.random.hash_one(key), key: key.clone() }
    }

    /// Finds the earliest event that has any of `keys`.
    pub(super) fn find(&self, lane: &Lane, keys: &[EventKey]) -> Option<EventId> {
        let known = &self.tenants.get(&lane.tenant)?.get(lane.conversation.account())?.0;
        keys.iter().filter_map(|key| known.get(&self.hashed(key))).min().copied()
    }

    /// Finds the newest event of whatever account that has this key.
    pub(super) fn find_anywhere(&self, key: &EventKey) -> Option<EventId> {
        let key = self.hashed(key);
        self.tenants.values().flat_map(BTreeMap::values).filter_map(|known| known.0.get(&key)).max().copied()
    }

    /// Makes `key` known as one of `event`'s, unless it is known already.
    pub(super) fn add(&mut self, lane: &Lane, key: &EventKey, event: EventId) -> bool {
        let hashed = self.hashed(key);
        let accounts = self.tenants.entry(Arc::clone(&lane.tenant)).or_default();
        let known = accounts.entry(lane.conversation.shared_account()).or_default();
        match known.0.entry(hashed) {
            Entry::Occupied(_) => false,
            Entry::Vacant(room) => {
                room.insert(event);
                true
            }
        }
    }

    /// Forgets `keys`.
    pub(super) fn remove(&mut self, lane: &Lane, keys: &[EventKey]) {
        let Self { tenants, random } = self;
        let known = tenants.get_mut(&lane.tenant).and_then(|known| known.get_mut(lane.conversation.account()));
        if let Some(known) = known {
            for key in keys {
                known.0.remove(&Hashed { hash: random.hash_one(key), key: key.clone() });
            }
        }
    }
}
