use super::{
    directory::Directory,
    grant::{Grant, TokenKind},
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

    /// Every token that there is or was, the newest first.
    pub(crate) fn grants(&self) -> impl Iterator<Item = &Grant> + Clone {
        self.grants.iter().rev()
    }

    /// Ends every token of a workspace, or of an organization; returns the people whose tokens ended.
    pub(crate) fn revoke(&mut self, place: &str) -> Vec<String> {
        let mut people = Vec::new();
        for grant in self.grants.iter_mut().filter(|grant| grant.place() == place && !grant.revoked) {
            grant.revoked = true;
            if grant.kind == TokenKind::User {
                people.push(grant.user_id.clone());
            }
        }
        people
    }

    /// The organization through which the app is, or was last, installed in a workspace; none if the workspace has, or
    /// had, it by itself.
    pub(crate) fn installed_by(&self, directory: &Directory) -> Option<&str> {
        let mut bots = self.grants().filter(|grant| grant.kind == TokenKind::Bot && grant.covers(directory));
        let last = bots.clone().next();
        bots.find(|grant| !grant.revoked).or(last)?.enterprise.as_deref()
    }

    /// The first workspace of an organization, `E…`, or a workspace itself.
    pub(crate) fn home(&self, place: &str) -> Option<&Team> {
        let is_in = |team: &&Team| team.directory.enterprise_id.as_deref() == Some(place);
        self.team(place).or_else(|| self.teams.iter().find(is_in))
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
