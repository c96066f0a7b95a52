use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use messaging_http::Transport;

use super::{
    api::Rates, app::AppState, settings::SlackSettings, state::State, team::SlackTeam, throttled::SlackThrottled,
};
use crate::{FaultPlan, Journal, Truth, desk::Desk};

/// A Slack in this process: an app, the workspaces that it is installed in, and people who write. Cheap to clone; clones are the same Slack.
///
/// It works in tasks of its own and so wants a tokio runtime around it; whoever hangs up does not undo what they asked.
#[derive(Clone)]
pub struct SlackEmulator {
    parts: Arc<Parts>,
}

struct Parts {
    settings: SlackSettings,
    desk: Desk,
    state: Mutex<State>,
    app: Mutex<AppState>,
    rates: Mutex<Rates>,
    throttled: Mutex<VecDeque<SlackThrottled>>,
}

impl SlackEmulator {
    /// A Slack that errs as `plan` says; identifiers and faults follow from `seed`, times from `journal`.
    #[must_use]
    pub fn new(settings: SlackSettings, plan: FaultPlan, seed: u64, journal: Journal) -> Self {
        let desk = Desk::new(journal, plan, seed);
        let state = Mutex::new(State::new(&settings, desk.unix_millis() / 1_000));
        let (rates, throttled) = (Mutex::default(), Mutex::default());
        Self { parts: Arc::new(Parts { settings, desk, state, app: Mutex::default(), rates, throttled }) }
    }

    /// Says how events travel to [`events_url`](SlackSettings::events_url).
    pub fn connect(&self, application: Transport) {
        self.parts.desk.connect(application);
    }

    /// Adds a workspace while it runs.
    pub fn add_team(&self, team: &SlackTeam) {
        let now = self.unix_seconds();
        self.state().add(team, now);
    }

    /// What the clocks on the walls say, in seconds since 1970.
    pub(crate) fn unix_seconds(&self) -> u64 {
        self.parts.desk.unix_millis() / 1_000
    }

    /// The settings it was made with.
    #[must_use]
    pub fn settings(&self) -> &SlackSettings {
        &self.parts.settings
    }

    /// A copy of the truth so far.
    #[must_use]
    pub fn truth(&self) -> Truth {
        self.parts.desk.truth().clone()
    }

    /// What the real Slack would have ignored in silence, such as undocumented arguments.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.parts.desk.warnings()
    }

    /// The calls that came too fast, oldest first.
    #[must_use]
    pub fn throttled(&self) -> Vec<SlackThrottled> {
        lock(&self.parts.throttled).iter().cloned().collect()
    }

    pub(crate) fn keep_throttled(&self, throttled: SlackThrottled) {
        const MOST_KEPT: usize = 10_000;
        let mut kept = lock(&self.parts.throttled);
        if kept.len() >= MOST_KEPT {
            kept.pop_front();
        }
        kept.push_back(throttled);
    }

    /// What is remembered for the app; never held across an await, nor while the workspace is.
    pub(crate) fn app(&self) -> MutexGuard<'_, AppState> {
        lock(&self.parts.app)
    }

    /// How often was called; never held across an await.
    pub(crate) fn rates(&self) -> MutexGuard<'_, Rates> {
        lock(&self.parts.rates)
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.parts.desk
    }

    /// The workspace as it stands; never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.parts.state)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for SlackEmulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &self.parts;
        f.debug_struct("SlackEmulator").field("settings", &parts.settings).field("desk", &parts.desk).finish()
    }
}
