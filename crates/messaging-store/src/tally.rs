use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use crate::Counts;

/// Channels of an account that are counted apart; what comes by another is in the account alone.
pub(crate) const MOST_CHANNELS: usize = 1_000;

/// Where everything is that was ever accepted, and where everything of each account and channel is, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All together.
    pub whole: Counts,
    /// By account, of whatever tenant. Notes and duplicates are counted in the whole alone, and so is what had been
    /// forgotten already when a store began to count by account.
    pub accounts: BTreeMap<Arc<str>, Counts>,
    /// By account, and by [channel](crate::Arrival::channel) within it: what was told without one is in the account alone.
    pub channels: BTreeMap<Arc<str>, BTreeMap<Arc<str>, Counts>>,
}

impl Tally {
    /// Counts something of an account and channel, and in the whole.
    pub(crate) fn change(&mut self, account: &str, channel: Option<&Arc<str>>, change: impl Fn(&mut Counts)) {
        change(&mut self.whole);
        self.change_account(account, &change);
        if let Some(channel) = channel {
            self.change_channel(account, channel, change);
        }
    }

    /// Counts something of an account alone.
    pub(crate) fn change_account(&mut self, account: &str, change: impl Fn(&mut Counts)) {
        with(&mut self.accounts, account, change);
    }

    /// Counts something of a channel of an account alone.
    pub(crate) fn change_channel(&mut self, account: &str, channel: &Arc<str>, change: impl Fn(&mut Counts)) {
        with(&mut self.channels, account, |channels| change(channels.entry(Arc::clone(channel)).or_default()));
    }

    /// Returns the name of a channel as it is held already, or a new one; none if there are as many as may be.
    pub(crate) fn channel(&self, account: &str, channel: &str) -> Option<Arc<str>> {
        let Some(channels) = self.channels.get(account) else { return Some(channel.into()) };
        let known = channels.get_key_value(channel).map(|(name, _)| Arc::clone(name));
        known.or_else(|| (channels.len() < MOST_CHANNELS).then(|| channel.into()))
    }

    /// Returns what an account has besides its channels.
    #[must_use]
    pub fn besides(&self, account: &str) -> Counts {
        let channels = self.channels.get(account).into_iter().flat_map(BTreeMap::values);
        channels.fold(self.accounts.get(account).copied().unwrap_or_default(), Counts::less)
    }

    /// Whether every accepted event is in exactly one place, as a whole and in each account and channel.
    #[must_use]
    pub fn balance(&self) -> bool {
        let channels = self.channels.values().flat_map(BTreeMap::values);
        self.accounts.values().chain(channels).chain([&self.whole]).all(Counts::balance)
    }

    /// Returns the whole without these accounts.
    #[must_use]
    pub fn without<'a>(&self, accounts: impl IntoIterator<Item = &'a str>) -> Counts {
        let known = accounts.into_iter().filter_map(|account| self.accounts.get(account));
        known.fold(self.whole, Counts::less)
    }
}

/// Changes the value of a key, which is copied if it is new.
fn with<T: Default>(of: &mut BTreeMap<Arc<str>, T>, key: &str, change: impl FnOnce(&mut T)) {
    match of.get_mut(key) {
        Some(value) => change(value),
        None => change(of.entry(key.into()).or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_no_account_that_is_named_is_left() {
        let counts = |accepted, answered| Counts { accepted, answered, ..Counts::default() };
        let accounts = [("a", counts(3, 1)), ("b", counts(2, 2))].map(|(name, counts)| (name.into(), counts));
        let tally = Tally { whole: Counts { noted: 4, ..counts(6, 4) }, accounts: accounts.into(), ..Tally::default() };
        assert_eq!(tally.without(["a", "c"]), Counts { noted: 4, ..counts(3, 3) });
        assert_eq!(tally.without([]), tally.whole);
    }

    #[test]
    fn what_came_by_no_channel_is_what_an_account_has_besides() {
        let mut tally = Tally::default();
        let sms = tally.channel("a", "sms").unwrap();
        for (account, channel) in [("a", Some(&sms)), ("a", Some(&sms)), ("a", None), ("b", None)] {
            tally.change(account, channel, |counts| counts.accepted += 1);
        }
        assert_eq!(tally.channels["a"]["sms"].accepted, 2);
        assert_eq!(["a", "b", "c"].map(|account| tally.besides(account).accepted), [1, 1, 0]);
        assert!(Arc::ptr_eq(&sms, &tally.channel("a", "sms").unwrap()));
        assert!(!tally.balance(), "none of them is anywhere");
    }
}
