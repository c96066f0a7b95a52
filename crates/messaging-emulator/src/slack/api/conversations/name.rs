use serde_json::json;

use super::{
    describe::answer,
    find::{joined, team, team_mut},
};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
    id::fresh,
    room::{Kind, Room},
    team::Team,
    ts::Ts,
};

/// Longest name of a channel, in characters.
const MOST_NAME: usize = 80;

impl SlackEmulator {
    /// Opens a channel with the app in it: <https://docs.slack.dev/reference/methods/conversations.create>.
    pub(super) fn create(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let name = arguments.text("name")?.unwrap_or_default();
        let kind = if arguments.flag("is_private")? { Kind::Private } else { Kind::Public };
        caller.needs_for(kind)?;
        check_name(name)?;
        let (now, id) = (self.unix_seconds(), self.desk().dice(|rng| fresh(rng, "C", 10)));
        let answer = {
            let mut state = self.state();
            let team = team_mut(&mut state, caller)?;
            is_free(team, name)?;
            let mut room = Room::new(id.clone(), kind, name, caller.user.clone(), now);
            room.members.push(caller.user.clone());
            let answer = answer(caller, &room);
            team.rooms.push(room);
            answer
        };
        if kind == Kind::Public {
            let channel = json!({ "id": id, "name": name, "created": now, "creator": caller.user });
            self.tell_now(caller, json!({ "type": "channel_created", "channel": channel }));
        }
        Ok(answer)
    }

    /// Gives a channel another name; whoever opened it may: <https://docs.slack.dev/reference/methods/conversations.rename>.
    pub(super) fn rename(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let name = arguments.text("name")?.unwrap_or_default().to_owned();
        let (id, kind, old) = {
            let state = self.state();
            let room = joined(&state, caller, arguments)?;
            is_channel(room)?;
            check_name(&name)?;
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
            if room.creator != caller.user {
                return Err(Refusal::new("not_authorized"));
            }
            is_free(team(&state, caller)?, &name)?;
            (room.id.clone(), room.kind, room.name.clone())
        };
        let (answer, created) = self.change(caller, &id, |room| {
            room.previous_names.insert(0, std::mem::replace(&mut room.name, name.clone()));
            (answer(caller, room), room.created)
        })?;
        let event = if kind == Kind::Private { "group_rename" } else { "channel_rename" };
        self.tell_now(caller, json!({ "type": event, "channel": { "id": id, "name": name, "created": created } }));
        let subtype = if kind == Kind::Private { "group_name" } else { "channel_name" };
        let did = format!("has renamed the channel from \"{old}\" to \"{name}\"");
        self.say_in(caller, &id, subtype, &did, &[("old_name", &old), ("name", &name)]);
        Ok(answer)
    }

    /// Tells the app of something that happened in the caller's workspace just now.
    pub(super) fn tell_now(&self, caller: &Caller, event: serde_json::Value) {
        self.emit(caller.team(), Ts::after(None, self.desk().wall()), event);
    }

    /// Has Slack say in a channel what the caller did.
    pub(super) fn say_in(&self, caller: &Caller, id: &str, subtype: &'static str, did: &str, extra: &[(&str, &str)]) {
        let name = caller.directory.name_of(&caller.user).unwrap_or_default();
        self.notice(caller.team(), id, &caller.user, subtype, did, name, extra);
    }

    /// Changes a channel.
    pub(super) fn change<T>(
        &self,
        caller: &Caller,
        id: &str,
        change: impl FnOnce(&mut Room) -> T,
    ) -> Result<T, Refusal> {
        let mut state = self.state();
        let room = team_mut(&mut state, caller)?.room_mut(id).ok_or_else(|| Refusal::new("channel_not_found"))?;
        Ok(change(room))
    }
}

/// Refuses direct messages.
pub(super) fn is_channel(room: &Room) -> Result<(), Refusal> {
    if room.kind.is_channel() { Ok(()) } else { Err(Refusal::new("method_not_supported_for_channel_type")) }
}

fn is_free(team: &Team, name: &str) -> Result<(), Refusal> {
    let taken = team.rooms.iter().any(|room| room.kind.is_channel() && room.name == name);
    if taken { Err(Refusal::new("name_taken")) } else { Ok(()) }
}

/// Lower-case letters, digits, hyphens and underscores, and not only those last two.
fn check_name(name: &str) -> Result<(), Refusal> {
    let fits =
        |sign: char| sign.is_numeric() || matches!(sign, '-' | '_') || (sign.is_alphabetic() && !sign.is_uppercase());
    Err(Refusal::new(if name.is_empty() {
        "invalid_name_required"
    } else if name.chars().count() > MOST_NAME {
        "invalid_name_maxlength"
    } else if !name.chars().any(char::is_alphanumeric) {
        "invalid_name_punctuation"
    } else if !name.chars().all(fits) {
        "invalid_name_specials"
    } else {
        return Ok(());
    }))
}
