use messaging_core::UnixMillis;
use messaging_store::Queued;

use crate::TurnSettings;

/// What earlier turns about the same messages came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Past {
    /// How many there were, as the agent is told.
    pub(crate) attempt: u32,
    /// How many of them failed.
    pub(crate) tries: u32,
    crashes: u32,
    /// Since when they fail.
    pub(crate) failing: Option<UnixMillis>,
}

/// Which of its messages a turn deals with for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dealt {
    /// All of them.
    All,
    /// Those about which so many turns had failed before.
    Tried(u32),
    /// Those that so many processes had ended with before.
    Crashed(u32),
}

impl Dealt {
    /// Whether a message is among them.
    pub(crate) fn includes(self, tries: u32, crashes: u32) -> bool {
        match self {
            Self::All => true,
            Self::Tried(least) => tries >= least,
            Self::Crashed(least) => crashes >= least,
        }
    }
}

impl Past {
    pub(crate) fn of(queued: &[Queued]) -> Self {
        let most = |of: fn(&Queued) -> u32| queued.iter().map(of).max().unwrap_or_default();
        Self {
            attempt: most(|event| event.tries.saturating_add(event.crashes)),
            tries: most(|event| event.tries),
            crashes: most(|event| event.crashes),
            failing: queued.iter().filter_map(|event| event.failing).min(),
        }
    }

    /// Whether there is to be no further turn, and why; and about which messages.
    pub(crate) fn verdict(&self, settings: &TurnSettings) -> Option<(String, Dealt)> {
        let &TurnSettings { tries, crashes, .. } = settings;
        if self.crashes >= crashes {
            let times = self.crashes;
            let reason = format!(
                "crashed the process {times} times: each time it ended, or lost its lease, before the turn did"
            );
            return Some((reason, Dealt::Crashed(crashes)));
        }
        // Only if fewer tries are allowed than were when it failed.
        (self.tries >= tries).then(|| (format!("{} turns failed", self.tries), Dealt::Tried(tries)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crashes_and_failures_are_counted_apart() {
        let past = |tries, crashes| Past { attempt: tries + crashes, tries, crashes, failing: None };
        let settings = TurnSettings::default();
        for (tries, crashes) in [(0, 0), (4, 2), (4, 0), (0, 2)] {
            assert_eq!(past(tries, crashes).verdict(&settings), None, "{tries} {crashes}");
        }
        let (reason, dealt) = past(0, 3).verdict(&settings).unwrap();
        assert!(reason.starts_with("crashed the process 3 times"), "{reason}");
        assert!(dealt.includes(0, 3) && !dealt.includes(4, 2));
        let (_, dealt) = past(5, 0).verdict(&settings).unwrap();
        assert!(dealt.includes(5, 0) && !dealt.includes(4, 2));
    }
}
