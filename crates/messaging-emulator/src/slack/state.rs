use super::{
    room::{Kind, Room},
    settings::SlackSettings,
};

/// The workspace as it stands.
#[derive(Debug)]
pub(crate) struct State {
    rooms: Vec<Room>,
}

impl State {
    pub(crate) fn new(settings: &SlackSettings) -> Self {
        let direct = Kind::Direct { user: settings.user_id.clone() };
        let rooms = vec![
            Room::new(settings.channel.clone(), Kind::Channel { name: "general", joined: true }),
            Room::new(settings.other_channel.clone(), Kind::Channel { name: "random", joined: false }),
            Room::new(settings.dm_channel.clone(), direct),
        ];
        Self { rooms }
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
        self.rooms.iter().find(|room| matches!(room.kind, Kind::Channel { name, .. } if name == called))
    }

    /// The direct messages with a person, which are opened under the id `fresh` if there are none yet.
    pub(crate) fn direct(&mut self, person: &str, fresh: impl FnOnce() -> String) -> String {
        let known = self.rooms.iter().find(|room| matches!(&room.kind, Kind::Direct { user } if user == person));
        if let Some(room) = known {
            return room.id.clone();
        }
        let room = Room::new(fresh(), Kind::Direct { user: person.to_owned() });
        let id = room.id.clone();
        self.rooms.push(room);
        id
    }

    pub(crate) fn rooms(&self) -> &[Room] {
        &self.rooms
    }
}
