use std::sync::Arc;

use super::{SlackEmulator, directory::Directory, id::fresh};

impl SlackEmulator {
    /// The directory of the workspace that a channel belongs to.
    pub(crate) fn home_of(&self, channel: &str) -> Option<Arc<Directory>> {
        self.state().team_of(channel).map(|team| team.directory.clone())
    }

    /// The directory of the workspace that a person works in.
    pub(crate) fn workplace_of(&self, person: &str) -> Option<Arc<Directory>> {
        let state = self.state();
        state.teams().iter().find(|team| team.directory.is_person(person)).map(|team| team.directory.clone())
    }

    /// The direct messages between a person and the app, opened if there are none yet.
    pub(crate) fn direct_with(&self, person: &str) -> Option<String> {
        let (now, directory) = (self.unix_seconds(), self.workplace_of(person)?);
        let mut state = self.state();
        let team = state.team_mut(&directory.team_id)?;
        Some(team.direct(person, now, || self.desk().dice(|rng| fresh(rng, "D", 10))))
    }
}
