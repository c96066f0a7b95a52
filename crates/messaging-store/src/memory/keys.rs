use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    fmt,
    sync::Arc,
};

use messaging_core::id::EventKey;

use crate::{EventId, Lane};

/// Hashed, because a search by order looks at a dozen keys in a dozen places of memory. People choose some keys, so the
/// hash is one that nobody can guess. Nothing goes through a map in its own order: what is random about it is not seen.
#[derive(Default)]
struct ByKey(HashMap<EventKey, EventId>);

impl fmt::Debug for ByKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().collect::<BTreeMap<_, _>>()).finish()
    }
}

/// Every key of every event that is remembered, apart for each account of each tenant.
#[derive(Debug, Default)]
pub(super) struct Keys {
    tenants: BTreeMap<Arc<str>, BTreeMap<Arc<str>, ByKey>>,
}

impl Keys {
    fn account(&self, lane: &Lane) -> Option<&HashMap<EventKey, EventId>> {
        self.tenants.get(&lane.tenant)?.get(lane.conversation.account()).map(|known| &known.0)
    }

    /// Finds the earliest event that has any of `keys`.
    pub(super) fn find(&self, lane: &Lane, keys: &[EventKey]) -> Option<EventId> {
        let known = self.account(lane)?;
        keys.iter().filter_map(|key| known.get(key)).min().copied()
    }

    /// Finds the newest event of whatever account that has this key.
    pub(super) fn find_anywhere(&self, key: &EventKey) -> Option<EventId> {
        self.tenants.values().flat_map(BTreeMap::values).filter_map(|known| known.0.get(key)).max().copied()
    }

    /// Makes `key` known as one of `event`'s, unless it is known already.
    pub(super) fn add(&mut self, lane: &Lane, key: &EventKey, event: EventId) -> bool {
        let accounts = self.tenants.entry(Arc::clone(&lane.tenant)).or_default();
        let account = lane.conversation.account();
        if !accounts.contains_key(account) {
            accounts.insert(account.into(), ByKey::default());
        }
        let Some(known) = accounts.get_mut(account) else { return false };
        match known.0.entry(key.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(room) => {
                room.insert(event);
                true
            }
        }
    }

    /// Forgets `keys`.
    pub(super) fn remove(&mut self, lane: &Lane, keys: &[EventKey]) {
        let account = self.tenants.get_mut(&lane.tenant).and_then(|known| known.get_mut(lane.conversation.account()));
        if let Some(known) = account {
            for key in keys {
                known.0.remove(key);
            }
        }
    }
}
