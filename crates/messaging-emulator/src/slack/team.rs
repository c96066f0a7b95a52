use std::{collections::BTreeMap, fmt, sync::Arc};

use fastrand::Rng;

use super::{
    directory::Directory,
    file::File,
    id::fresh,
    room::{Kind, Room},
    scheduled::Scheduled,
    settings::SlackSettings,
    thread::KeptThread,
};

/// A workspace, to be added with [`SlackEmulator::add_team`](crate::SlackEmulator::add_team).
#[derive(Clone)]
#[non_exhaustive]
pub struct SlackTeam {
    /// The token that the app has here; none if it is not installed.
    pub bot_token: Option<String>,
    /// What the token may do.
    pub scopes: Vec<String>,
    /// `T…`.
    pub team_id: String,
    /// As people see it.
    pub name: String,
    /// What comes before `.slack.com`.
    pub domain: String,
    /// `E…`, for a workspace of an Enterprise organization.
    pub enterprise_id: Option<String>,
    /// The app's user here, `U…`; the same in every workspace of an organization.
    pub bot_user_id: String,
    /// The app's bot here, `B…`.
    pub bot_id: String,
    /// Everybody but the app, as (id, name).
    pub users: Vec<(String, String)>,
    /// Public channels, as (id, name), which everybody is in, the app too. The first is the general one.
    pub channels: Vec<(String, String)>,
}

impl SlackTeam {
    /// A workspace with two people and so many channels, made up from `seed`; `#general` comes first.
    #[must_use]
    pub fn generated(seed: u64, channels: usize) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut id = |prefix: &str| fresh(&mut rng, prefix, 10);
        let (team_id, bot_user_id, bot_id) = (id("T"), id("U"), id("B"));
        let users = vec![(id("U"), "ann".to_owned()), (id("U"), "bob".to_owned())];
        let name = |at: usize| if at == 0 { "general".to_owned() } else { format!("channel-{at}") };
        let channels = (0..channels).map(|at| (id("C"), name(at))).collect();
        let digits = (0..40).map(|_| char::from_digit(rng.u32(..16), 16).unwrap_or('0'));
        Self {
            bot_token: Some(digits.fold("xoxb-emu".to_owned(), |token, digit| format!("{token}{digit}"))),
            scopes: SlackSettings::usual_scopes(),
            name: format!("Team {}", team_id.get(1..5).unwrap_or_default()),
            domain: team_id.to_ascii_lowercase(),
            team_id,
            enterprise_id: None,
            bot_user_id,
            bot_id,
            users,
            channels,
        }
    }
}

impl SlackTeam {
    /// Puts it in an organization, `E…`, together with another workspace: the app has the same user in both.
    #[must_use]
    pub fn beside(mut self, other: &Self, enterprise_id: &str) -> Self {
        self.enterprise_id = Some(enterprise_id.to_owned());
        self.bot_user_id.clone_from(&other.bot_user_id);
        self.bot_id.clone_from(&other.bot_id);
        self
    }
}

impl fmt::Debug for SlackTeam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlackTeam")
            .field("team_id", &self.team_id)
            .field("name", &self.name)
            .field("scopes", &self.scopes)
            .field("users", &self.users)
            .field("channels", &self.channels)
            .finish_non_exhaustive()
    }
}

/// A workspace as it stands.
#[derive(Debug)]
pub(crate) struct Team {
    pub(crate) directory: Arc<Directory>,
    pub(crate) rooms: Vec<Room>,
    /// What is posted later, in the order in which it was asked for.
    pub(crate) scheduled: Vec<Scheduled>,
    pub(crate) files: Vec<File>,
    /// What is shown around threads, by channel and thread.
    pub(crate) threads: BTreeMap<(String, String), KeptThread>,
}

impl Team {
    pub(crate) fn new(directory: Directory) -> Self {
        Self {
            directory: Arc::new(directory),
            rooms: Vec::new(),
            scheduled: Vec::new(),
            files: Vec::new(),
            threads: BTreeMap::new(),
        }
    }

    /// Opens a channel with everybody in it.
    pub(crate) fn with_channel(mut self, id: &str, name: &str, created: u64) -> Self {
        let creator = self.directory.people().next().map(|user| user.id.clone()).unwrap_or_default();
        let mut room = Room::new(id.to_owned(), Kind::Public, name, creator, created);
        room.members = self.directory.users.iter().map(|user| user.id.clone()).collect();
        room.general = name == "general";
        self.rooms.push(room);
        self
    }

    pub(crate) fn room(&self, id: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == id)
    }

    pub(crate) fn room_mut(&mut self, id: &str) -> Option<&mut Room> {
        self.rooms.iter_mut().find(|room| room.id == id)
    }

    /// The public channel of this name, with or without `#`.
    pub(crate) fn named(&self, called: &str) -> Option<&Room> {
        let called = called.strip_prefix('#').unwrap_or(called);
        self.rooms.iter().find(|room| room.kind == Kind::Public && room.name == called)
    }

    /// The direct messages, or the group, that are between exactly these; the app among them.
    pub(crate) fn between(&self, people: &[String]) -> Option<&Room> {
        self.rooms.iter().find(|room| {
            matches!(room.kind, Kind::Direct | Kind::Group)
                && room.members.len() == people.len()
                && people.iter().all(|person| room.members.contains(person))
        })
    }

    /// The direct messages between the app and a person, which are opened under the id `fresh` if there are none yet.
    pub(crate) fn direct(&mut self, person: &str, created: u64, fresh: impl FnOnce() -> String) -> String {
        let people = [self.directory.bot_user_id.clone(), person.to_owned()];
        if let Some(room) = self.between(&people) {
            return room.id.clone();
        }
        let mut room = Room::new(fresh(), Kind::Direct, "", person.to_owned(), created);
        room.members = people.into();
        let id = room.id.clone();
        self.rooms.push(room);
        id
    }
}
