use std::time::Duration;

use super::SlackEmulator;

/// How long a status stands unless it is set again.
const STATUS_LIFE: Duration = Duration::from_secs(120);

/// What people see around a thread with an agent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlackThread {
    /// "is thinking…"; none after two minutes, and after the app's next message in the thread.
    pub status: Option<String>,
    /// What is shown in turn while it works.
    pub loading_messages: Vec<String>,
    /// What the thread is called.
    pub title: Option<String>,
    /// What a person may ask with one click, as (title, message).
    pub prompts: Vec<(String, String)>,
    /// `active`, `processing`, `suspended` or `closed`, if it is an agent's session.
    pub session: Option<String>,
}

/// What is kept of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptThread {
    pub(crate) shown: SlackThread,
    /// When the status was set, in time since the emulator's start.
    pub(crate) since: Duration,
}

impl SlackEmulator {
    /// What people see around a thread now; `thread_ts` is empty for what is not about one thread. None if nothing was
    /// ever said about it.
    #[must_use]
    pub fn thread(&self, channel: &str, thread_ts: &str) -> Option<SlackThread> {
        let now = self.desk().now();
        let state = self.state();
        let kept = state.team_of(channel)?.threads.get(&(channel.to_owned(), thread_ts.to_owned()))?;
        let mut shown = kept.shown.clone();
        if now.saturating_sub(kept.since) >= STATUS_LIFE {
            shown.status = None;
            shown.loading_messages.clear();
        }
        Some(shown)
    }

    /// Takes the status away: the app answered.
    pub(crate) fn clear_status(&self, team: &str, channel: &str, thread_ts: &str) {
        let mut state = self.state();
        let threads = state.team_mut(team).map(|team| &mut team.threads);
        if let Some(kept) = threads.and_then(|threads| threads.get_mut(&(channel.to_owned(), thread_ts.to_owned()))) {
            kept.shown.status = None;
            kept.shown.loading_messages.clear();
        }
    }
}
