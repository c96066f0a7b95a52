use super::{settings::SlackSettings, team::SlackTeam};

/// What every organization is called.
pub(crate) const ENTERPRISE_NAME: &str = "Emulated Org";

/// Who a workspace is and who is in it.
#[derive(Clone, Debug)]
pub(crate) struct Directory {
    pub(crate) team_id: String,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) enterprise_id: Option<String>,
    pub(crate) app_id: String,
    pub(crate) bot_user_id: String,
    pub(crate) bot_id: String,
    /// Everybody, the app's user included.
    pub(crate) users: Vec<User>,
}

/// A person, or the app as a user.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) is_bot: bool,
    pub(crate) deleted: bool,
}

impl User {
    /// The address that `users.lookupByEmail` finds them by.
    pub(crate) fn email(&self) -> String {
        format!("{}@example.test", self.name)
    }
}

impl Directory {
    /// The directory of a workspace in which the app `app_id` is at home.
    pub(crate) fn new(app_id: &str, team: &SlackTeam) -> Self {
        let user =
            |id: &str, name: &str, is_bot| User { id: id.to_owned(), name: name.to_owned(), is_bot, deleted: false };
        let bot = user(&team.bot_user_id, SlackSettings::BOT_NAME, true);
        let people = team.users.iter().map(|(id, name)| user(id, name, false));
        Self {
            team_id: team.team_id.clone(),
            name: team.name.clone(),
            domain: team.domain.clone(),
            enterprise_id: team.enterprise_id.clone(),
            app_id: app_id.to_owned(),
            bot_user_id: team.bot_user_id.clone(),
            bot_id: team.bot_id.clone(),
            users: [bot].into_iter().chain(people).collect(),
        }
    }

    /// A user, the app's included.
    pub(crate) fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The name of a user, the app's included.
    pub(crate) fn name_of(&self, id: &str) -> Option<&str> {
        self.user(id).map(|user| user.name.as_str())
    }

    /// Everybody but the app.
    pub(crate) fn people(&self) -> impl Iterator<Item = &User> {
        self.users.iter().filter(|user| !user.is_bot)
    }

    /// Whether this is a person here.
    pub(crate) fn is_person(&self, id: &str) -> bool {
        self.people().any(|user| user.id == id)
    }
}

#[cfg(test)]
pub(crate) fn generated(seed: u64) -> Directory {
    let settings = SlackSettings::generated(seed);
    Directory::new(&settings.app_id, &settings.first_team())
}
