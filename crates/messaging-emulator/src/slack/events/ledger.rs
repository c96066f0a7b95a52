use std::collections::BTreeMap;

/// How many minutes Slack looks back.
const WINDOW: u64 = 60;
/// Apps with fewer events in an hour are never switched off.
const FEWEST: usize = 1_000;
/// Out of a hundred attempts, how many may fail.
const MOST_FAILED: usize = 95;

/// How often the app was told in the last hour, and how that went.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    minutes: BTreeMap<u64, Minute>,
    is_disabled: bool,
    /// The minute in which each workspace was last said to be limited.
    limited: BTreeMap<String, u64>,
}

#[derive(Debug, Default)]
struct Minute {
    events: BTreeMap<String, usize>,
    attempts: usize,
    failures: usize,
}

/// Whether an event may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    Fine,
    /// There were too many in this hour; once a minute the app is told that.
    Limited {
        tell: bool,
    },
    /// Too many failed.
    Disabled,
}

impl Ledger {
    /// Counts an event of a workspace.
    pub(super) fn admit(&mut self, team: &str, minute: u64, most: usize) -> Admission {
        if self.is_disabled {
            return Admission::Disabled;
        }
        self.minute(minute);
        let so_far: usize = self.minutes.values().filter_map(|minute| minute.events.get(team)).sum();
        if so_far >= most {
            let tell = self.limited.insert(team.to_owned(), minute) != Some(minute);
            return Admission::Limited { tell };
        }
        *self.minute(minute).events.entry(team.to_owned()).or_default() += 1;
        Admission::Fine
    }

    /// Counts an attempt; whether the app is switched off by it.
    pub(super) fn count(&mut self, minute: u64, failed: bool) -> bool {
        let now = self.minute(minute);
        now.attempts += 1;
        now.failures += usize::from(failed);
        let events: usize = self.minutes.values().flat_map(|minute| minute.events.values()).sum();
        let attempts: usize = self.minutes.values().map(|minute| minute.attempts).sum();
        let failures: usize = self.minutes.values().map(|minute| minute.failures).sum();
        let is_bad = events >= FEWEST && failures * 100 > attempts * MOST_FAILED;
        let is_new = is_bad && !self.is_disabled;
        self.is_disabled |= is_bad;
        is_new
    }

    pub(super) fn is_disabled(&self) -> bool {
        self.is_disabled
    }

    /// Begins again.
    pub(super) fn enable(&mut self) {
        *self = Self::default();
    }

    fn minute(&mut self, at: u64) -> &mut Minute {
        self.minutes = self.minutes.split_off(&(at + 1).saturating_sub(WINDOW));
        self.minutes.entry(at).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_has_so_many_an_hour() {
        let mut ledger = Ledger::default();
        assert_eq!(ledger.admit("T1", 0, 2), Admission::Fine);
        assert_eq!(ledger.admit("T1", 30, 2), Admission::Fine);
        assert_eq!(ledger.admit("T1", 31, 2), Admission::Limited { tell: true });
        assert_eq!(ledger.admit("T1", 31, 2), Admission::Limited { tell: false });
        assert_eq!(ledger.admit("T1", 32, 2), Admission::Limited { tell: true });
        assert_eq!(ledger.admit("T2", 32, 2), Admission::Fine);
        assert_eq!(ledger.admit("T1", 60, 2), Admission::Fine, "the first one is an hour ago");
    }

    #[test]
    fn failures_switch_a_busy_app_off() {
        let mut quiet = Ledger::default();
        quiet.admit("T1", 0, 9_999);
        assert!(!quiet.count(0, true), "a quiet app may fail");
        let mut busy = Ledger::default();
        for _ in 0..1_000 {
            busy.admit("T1", 0, 9_999);
        }
        for _ in 0..5 {
            assert!(!busy.count(0, false));
        }
        let failed = (0..200).take_while(|_| !busy.count(0, true)).count();
        assert_eq!(failed + 1, 96, "96 of 101 are more than 95 %");
        assert!(busy.is_disabled());
        assert_eq!(busy.admit("T1", 1, 9_999), Admission::Disabled);
        busy.enable();
        assert_eq!(busy.admit("T1", 1, 9_999), Admission::Fine);
    }
}
