use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use messaging_core::{Keyword, UnixMillis};

use super::Tables;
use crate::{
    Arrival, Direction, EventId, Exported, Lane, OptedOut, Result, Settled, StoreError,
    attempts::Trace,
    contact::{Consent, THEY_ARE_OUT, THEY_SAID_SO, cancelled},
    erasure::ERASED_OUT,
    known::said_at,
};

/// A person as an account of a tenant reaches them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    tenant: Arc<str>,
    account: Arc<str>,
    address: String,
}

impl Key {
    fn new(lane: &Lane, address: &str) -> Self {
        let account = lane.conversation.account().into();
        Self { tenant: Arc::clone(&lane.tenant), account, address: address.to_owned() }
    }
}

#[derive(Debug, Default)]
struct Contact {
    consent: Consent,
    /// The event by which they were last heard of.
    touched: EventId,
    /// Where they are reached and nobody else is.
    lanes: BTreeSet<Lane>,
}

/// Who agreed to what, and when they last wrote. Whoever has opted out is never forgotten.
#[derive(Debug)]
pub(super) struct Contacts {
    rows: BTreeMap<Key, Contact>,
    /// Who alone is reached in a lane.
    alone: BTreeMap<Lane, Key>,
    /// Who may be forgotten, the one heard of longest ago first.
    quiet: BTreeMap<EventId, Key>,
    limit: usize,
}

impl Contacts {
    pub(super) fn new(limit: usize) -> Self {
        Self { rows: BTreeMap::new(), alone: BTreeMap::new(), quiet: BTreeMap::new(), limit }
    }

    fn change(&mut self, key: &Key, event: EventId, change: impl FnOnce(&mut Contact)) {
        let row = self.rows.entry(key.clone()).or_default();
        self.quiet.remove(&row.touched);
        row.touched = event;
        change(row);
        if row.consent.opted_out.is_none() {
            self.quiet.insert(event, key.clone());
        }
        while self.rows.len() > self.limit {
            let Some((_, oldest)) = self.quiet.pop_first() else { return };
            for lane in self.rows.remove(&oldest).into_iter().flat_map(|row| row.lanes) {
                self.alone.remove(&lane);
            }
        }
    }

    /// Notes that `lane` reaches this person and nobody else.
    fn reach(&mut self, key: &Key, lane: &Lane) {
        if self.alone.get(lane) == Some(key) && self.rows.get(key).is_some_and(|row| row.lanes.contains(lane)) {
            return;
        }
        let earlier = self.alone.insert(lane.clone(), key.clone()).filter(|earlier| earlier != key);
        if let Some(row) = earlier.and_then(|earlier| self.rows.get_mut(&earlier)) {
            row.lanes.remove(lane);
        }
        if let Some(row) = self.rows.get_mut(key) {
            row.lanes.insert(lane.clone());
        }
    }

    /// Every lane that reaches one person and nobody else.
    pub(super) fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.alone.keys()
    }

    /// Who alone is reached in a lane.
    pub(super) fn contact_of(&self, lane: &Lane) -> Option<&str> {
        self.alone.get(lane).map(|key| key.address.as_str())
    }

    /// Forgets whom a lane reaches; returns who is reached nowhere else.
    pub(super) fn leave(&mut self, lane: &Lane) -> Option<String> {
        let key = self.alone.remove(lane)?;
        let row = self.rows.get_mut(&key)?;
        row.lanes.remove(lane);
        row.lanes.is_empty().then_some(key.address)
    }

    /// The rows of somebody, in whatever account if none is given.
    fn keys_of(&self, tenant: &str, account: Option<&str>, address: &str) -> Vec<Key> {
        let is_theirs = |key: &&Key| {
            *key.tenant == *tenant && account.is_none_or(|account| *key.account == *account) && key.address == address
        };
        self.rows.keys().filter(is_theirs).cloned().collect()
    }

    /// Shows what is kept of somebody.
    pub(super) fn export(&self, tenant: &str, account: Option<&str>, address: &str) -> Vec<Exported> {
        let rows = self.keys_of(tenant, account, address).into_iter();
        let shown = rows.filter_map(|key| {
            let consent = &self.rows.get(&key)?.consent;
            let opted_out = consent.opted_out.as_ref().map(|(at, _)| *at);
            let Key { account, address, .. } = key;
            let account = account.to_string();
            Some(Exported::Contact { account, address, opted_out, last_inbound: consent.last_inbound })
        });
        shown.collect()
    }

    /// Forgets somebody; an opt-out is kept under `sealed`. Returns how many are.
    pub(super) fn erase(&mut self, tenant: &str, account: Option<&str>, address: &str, sealed: &str) -> u64 {
        let mut kept = 0;
        for key in self.keys_of(tenant, account, address) {
            let Some(row) = self.rows.remove(&key) else { continue };
            self.quiet.remove(&row.touched);
            if let Some((at, _)) = row.consent.opted_out {
                kept += 1;
                let key = Key { address: sealed.to_owned(), ..key };
                let row = self.rows.entry(key).or_default();
                row.consent.opted_out.get_or_insert_with(|| (at, ERASED_OUT.to_owned()));
            }
        }
        kept
    }

    /// Refuses one more who opts out where everybody has: nobody of them may be forgotten.
    pub(super) fn check_room(&self, batch: &[Arrival]) -> Result<()> {
        let stops = batch.iter().filter(|arrival| arrival.event.keyword == Some(Keyword::Stop)).count();
        let out = self.rows.len() - self.quiet.len();
        if stops > 0 && out + stops > self.limit {
            return Err(StoreError::Full(format!("{out} people have opted out, and memory has no room for more")));
        }
        Ok(())
    }
}

impl Tables {
    /// Notes what a new event says of its sender: that they are there, and what they agreed to.
    pub(super) fn hear(&mut self, now: UnixMillis, arrival: &Arrival, id: EventId) {
        let Arrival { lane, event, sender, charge, .. } = arrival;
        let wrote = event.said().is_some();
        if let Some(charge) = charge.as_ref().filter(|_| wrote) {
            self.spending.reserve(now, lane, Direction::Inbound, charge);
        }
        let Some(sender) = sender.as_ref().filter(|_| wrote || event.keyword.is_some()) else { return };
        let key = Key::new(lane, &sender.address);
        let (at, is_start) = (said_at(event, now), matches!(event.keyword, Some(Keyword::Start | Keyword::Yes)));
        self.contacts.change(&key, id, |row| {
            if wrote {
                row.consent.last_inbound = Some(now);
            }
            row.consent.opted_out.take_if(|(since, _)| is_start && at >= *since);
            if let (Some(Keyword::Stop), Some((since, _))) = (event.keyword, &mut row.consent.opted_out) {
                *since = at.max(*since);
            }
        });
        if let Some(seal) = self.seal().filter(|_| is_start) {
            let sealed = Key::new(lane, &seal.address(&sender.address));
            let out = self.contacts.rows.get(&sealed).and_then(|row| row.consent.opted_out.as_ref());
            if out.is_none_or(|(since, _)| at >= *since) {
                self.contacts.rows.remove(&sealed);
            }
        }
        if sender.alone {
            self.contacts.reach(&key, lane);
        }
        if event.keyword == Some(Keyword::Stop) {
            let why = if wrote { THEY_SAID_SO } else { THEY_ARE_OUT };
            self.withdraw(now, &key, id, (at, why));
        }
    }

    /// Writes down that somebody wants nothing from us, as [`Store::opt_out`](crate::Store::opt_out).
    pub fn opt_out(&mut self, now: UnixMillis, lane: &Lane, address: &str, why: &str) {
        self.written = true;
        let id = self.next_cursor();
        self.withdraw(now, &Key::new(lane, address), id, (now, why));
    }

    /// Takes a person's consent back, and cancels what waits for them untouched.
    fn withdraw(&mut self, now: UnixMillis, key: &Key, id: EventId, (at, why): (UnixMillis, &str)) {
        self.contacts.change(key, id, |row| {
            row.consent.opted_out.get_or_insert_with(|| (at, why.to_owned()));
        });
        let lanes: Vec<_> = self.contacts.rows.get(key).into_iter().flat_map(|row| row.lanes.clone()).collect();
        for lane in &lanes {
            self.forget_answers(lane);
        }
        let mut waiting = BTreeMap::new();
        for lane in self.contacts.rows.get(key).into_iter().flat_map(|row| &row.lanes) {
            let queued = self.sends.get(lane).into_iter().flat_map(|row| &row.queue);
            let untouched = queued
                .filter(|(_, (_, id))| self.intents.get(id).is_some_and(|row| row.attempts.trace == Trace::Fresh));
            waiting.extend(untouched.map(|(place, (_, id))| (*place, id.clone())));
        }
        for intent in waiting.into_values() {
            self.conclude(now, &intent, &Settled::Rejected { reason: cancelled(why) });
        }
    }

    /// Finds what is known of somebody.
    pub(super) fn consent(&self, lane: &Lane, address: &str) -> Consent {
        let row = self.contacts.rows.get(&Key::new(lane, address));
        let mut consent = row.map(|row| row.consent.clone()).unwrap_or_default();
        if let (None, Some(seal)) = (&consent.opted_out, self.seal()) {
            let sealed = self.contacts.rows.get(&Key::new(lane, &seal.address(address)));
            consent.opted_out = sealed.and_then(|row| row.consent.opted_out.clone());
        }
        consent
    }

    /// Lists who has opted out, newest first.
    #[must_use]
    pub fn opted_out(&self, limit: usize) -> Vec<OptedOut> {
        let mut found: Vec<_> =
            self.contacts.rows.iter().filter_map(|(key, row)| Some((key, row.consent.opted_out.as_ref()?))).collect();
        found.sort_by(|(one, (first, _)), (other, (second, _))| second.cmp(first).then_with(|| one.cmp(other)));
        let listed = found.into_iter().take(limit).map(|(key, (at, why))| {
            let Key { tenant, account, address } = key.clone();
            OptedOut { tenant, account, address, at: *at, why: why.clone() }
        });
        listed.collect()
    }
}
