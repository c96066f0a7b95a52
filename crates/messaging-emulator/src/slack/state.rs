use super::{
    directory::Directory,
    grant::Grant,
    room::{Kind, Room},
    settings::SlackSettings,
    team::{SlackTeam, Team},
};

/// Every workspace as it stands, and who may act in it.
#[derive(Debug)]
pub(crate) struct State {
    app_id: String,
    /// The first one is the one of the settings.
    teams: Vec<Team>,
    grants: Vec<Grant>,
}

impl State {
    pub(crate) fn new(settings: &SlackSettings, now: u64) -> Self {
        let mut state = Self { app_id: settings.app_id.clone(), teams: Vec::new(), grants: Vec::new() };
        state.add(&settings.first_team(), now);
        if let Some(first) = state.teams.first_mut() {
            let bot = &settings.bot_user_id;
            let mut other = Room::new(settings.other_channel.clone(), Kind::Public, "random", bot.clone(), now);
            other.members = first.directory.people().map(|user| user.id.clone()).collect();
            first.rooms.push(other);
            first.direct(&settings.user_id, now, || settings.dm_channel.clone());
        }
        for team in &settings.teams {
            state.add(team, now);
        }
        state
    }

    /// Adds a workspace, and the token that the app has there.
    pub(crate) fn add(&mut self, settings: &SlackTeam, now: u64) {
        let mut team = Team::new(Directory::new(&self.app_id, settings));
        for (id, name) in &settings.channels {
            team = team.with_channel(id, name, now);
        }
        self.teams.push(team);
        if let Some(token) = &settings.bot_token {
            self.grant(Grant::bot(token, settings));
        }
    }

    /// Lets a token in.
    pub(crate) fn grant(&mut self, grant: Grant) {
        self.grants.push(grant);
    }

    /// What a token may do.
    pub(crate) fn granted(&self, token: &str) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.token == token)
    }

    /// What a token may do, to be changed.
    pub(crate) fn granted_mut(&mut self, token: &str) -> Option<&mut Grant> {
        self.grants.iter_mut().find(|grant| grant.token == token)
    }

    /// Ends every token of a workspace; returns whom they acted as, none if it is not known.
    pub(crate) fn revoke(&mut self, team: &str) -> Option<String> {
        let bot = self.team(team)?.directory.bot_user_id.clone();
        for grant in self.grants.iter_mut().filter(|grant| grant.team_id == team) {
            grant.revoked = true;
        }
        Some(bot)
    }

    pub(crate) fn teams(&self) -> &[Team] {
        &self.teams
    }

    pub(crate) fn teams_mut(&mut self) -> &mut [Team] {
        &mut self.teams
    }

    pub(crate) fn team(&self, id: &str) -> Option<&Team> {
        self.teams.iter().find(|team| team.directory.team_id == id)
    }

    pub(crate) fn team_mut(&mut self, id: &str) -> Option<&mut Team> {
        self.teams.iter_mut().find(|team| team.directory.team_id == id)
    }

    /// A channel, whatever its workspace.
    pub(crate) fn room(&self, id: &str) -> Option<&Room> {
        self.teams.iter().find_map(|team| team.room(id))
    }

    /// A channel, whatever its workspace, to be changed.
    pub(crate) fn room_mut(&mut self, id: &str) -> Option<&mut Room> {
        self.teams.iter_mut().find_map(|team| team.room_mut(id))
    }

    /// The workspace that a channel belongs to.
    pub(crate) fn team_of(&self, room: &str) -> Option<&Team> {
        self.teams.iter().find(|team| team.room(room).is_some())
    }
}
