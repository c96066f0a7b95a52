use std::time::{Duration, SystemTime};

/// How long a group MMS takes to be set up.
const SET_UP: Duration = Duration::from_millis(700);

/// How long a conversation may be idle before it becomes inactive, and before it is closed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timers {
    pub(crate) inactive: Option<Duration>,
    pub(crate) closed: Option<Duration>,
    /// When it was last touched, as the emulator's age.
    pub(crate) since: Duration,
    /// The same by the clock on the wall.
    pub(crate) since_wall: SystemTime,
}

impl Timers {
    /// Starts to count again.
    pub(crate) fn restart(&mut self, now: Duration, wall: SystemTime) {
        (self.since, self.since_wall) = (now, wall);
    }

    /// What comes next for a conversation in this state, and at what age of the emulator.
    pub(crate) fn next(&self, state: &str) -> Option<(Duration, &'static str)> {
        let after = |wait: Option<Duration>, next| wait.map(|wait| (self.since.saturating_add(wait), next));
        match state {
            "initializing" => after(Some(SET_UP), "active"),
            "active" => {
                let both = after(self.inactive, "inactive").into_iter().chain(after(self.closed, "closed"));
                both.min_by_key(|(at, _)| *at)
            }
            "inactive" => after(self.closed, "closed"),
            _ => None,
        }
    }
}
