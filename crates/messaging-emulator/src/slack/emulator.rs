use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use messaging_http::Transport;

use super::{app::AppState, settings::SlackSettings, state::State};
use crate::{FaultPlan, Journal, Truth, desk::Desk};

/// A Slack in this process: one workspace, one app, and people who write. Cheap to clone; clones are the same Slack.
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
}

impl SlackEmulator {
    /// A Slack that errs as `plan` says; identifiers and faults follow from `seed`, times from `journal`.
    #[must_use]
    pub fn new(settings: SlackSettings, plan: FaultPlan, seed: u64, journal: Journal) -> Self {
        let (state, desk) = (Mutex::new(State::new(&settings)), Desk::new(journal, plan, seed));
        Self { parts: Arc::new(Parts { settings, desk, state, app: Mutex::default() }) }
    }

    /// Says how events travel to [`events_url`](SlackSettings::events_url).
    pub fn connect(&self, application: Transport) {
        self.parts.desk.connect(application);
    }

    /// The workspace it was made with.
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

    pub(crate) fn desk(&self) -> &Desk {
        &self.parts.desk
    }

    /// The workspace as it stands; never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.parts.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is remembered for the app; never held across an await, nor while the workspace is.
    pub(crate) fn app(&self) -> MutexGuard<'_, AppState> {
        self.parts.app.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SlackEmulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &self.parts;
        f.debug_struct("SlackEmulator").field("settings", &parts.settings).field("desk", &parts.desk).finish()
    }
}
