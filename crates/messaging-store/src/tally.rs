use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use crate::Counts;

/// Where everything is that was ever accepted, and where everything of each account is, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All together.
    pub whole: Counts,
    /// By account, of whatever tenant. Notes and duplicates are counted in the whole alone, and so is what had been
    /// forgotten already when a store began to count by account.
    pub accounts: BTreeMap<Arc<str>, Counts>,
}

impl Tally {
    /// Counts something of an account, and in the whole.
    pub(crate) fn change(&mut self, account: &str, change: impl Fn(&mut Counts)) {
        change(&mut self.whole);
        self.change_account(account, change);
    }

    /// Counts something of an account alone.
    pub(crate) fn change_account(&mut self, account: &str, change: impl Fn(&mut Counts)) {
        match self.accounts.get_mut(account) {
            Some(counts) => change(counts),
            None => change(self.accounts.entry(account.into()).or_default()),
        }
    }

    /// Whether every accepted event is in exactly one place, as a whole and in each account.
    #[must_use]
    pub fn balance(&self) -> bool {
        self.accounts.values().chain([&self.whole]).all(Counts::balance)
    }

    /// Returns the whole without these accounts.
    #[must_use]
    pub fn without<'a>(&self, accounts: impl IntoIterator<Item = &'a str>) -> Counts {
        let known = accounts.into_iter().filter_map(|account| self.accounts.get(account));
        known.fold(self.whole, Counts::less)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_no_account_that_is_named_is_left() {
        let counts = |accepted, answered| Counts { accepted, answered, ..Counts::default() };
        let accounts = [("a", counts(3, 1)), ("b", counts(2, 2))].map(|(name, counts)| (name.into(), counts));
        let tally = Tally { whole: Counts { noted: 4, ..counts(6, 4) }, accounts: accounts.into() };
        assert_eq!(tally.without(["a", "c"]), Counts { noted: 4, ..counts(3, 3) });
        assert_eq!(tally.without([]), tally.whole);
    }
}
