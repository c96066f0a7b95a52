use serde_json::{Map, Value, json};

use super::{
    describe::described,
    find::{seen, team_mut},
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
};

/// Most people in a group of direct messages, the app aside.
const MOST_PEOPLE: usize = 8;

impl SlackEmulator {
    /// Opens direct messages with one or several: <https://docs.slack.dev/reference/methods/conversations.open>.
    pub(super) fn open_direct(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (full, prevent) = (arguments.flag("return_im")?, arguments.flag("prevent_creation")?);
        let users = arguments.list("users")?;
        let (id, is_new) = if users.is_empty() {
            if arguments.text("channel")?.is_none() {
                return Err(Refusal::new("users_list_not_supplied"));
            }
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            if room.kind.is_channel() {
                return Err(Refusal::new("method_not_supported_for_channel_type"));
            }
            (room.id.clone(), false)
        } else {
            self.open_with(caller, &users, prevent)?
        };
        self.change(caller, &id, |room| {
            let was_open = std::mem::replace(&mut room.open, true) && !is_new;
            let channel = if full { Value::Object(described(caller, room)) } else { json!({ "id": id }) };
            let mut answer = Map::from_iter([("channel".to_owned(), channel)]);
            if was_open {
                answer.insert("no_op".to_owned(), json!(true));
                answer.insert("already_open".to_owned(), json!(true));
            }
            answer
        })
    }

    /// The direct messages with these people, and whether they are new.
    fn open_with(&self, caller: &Caller, users: &[String], prevent: bool) -> Result<(String, bool), Refusal> {
        if users.len() > MOST_PEOPLE {
            return Err(Refusal::new("too_many_users"));
        }
        for (at, id) in users.iter().enumerate() {
            let user = caller.directory.user(id).ok_or_else(|| Refusal::new("user_not_found"))?;
            if user.deleted {
                return Err(Refusal::new("user_disabled"));
            }
            if user.id == caller.user || users.iter().skip(at + 1).any(|other| other == id) {
                return Err(Refusal::new("invalid_user_combination"));
            }
        }
        let kind = if users.len() == 1 { Kind::Direct } else { Kind::Group };
        caller.needs_for(kind)?;
        let people: Vec<_> = [caller.user.clone()].into_iter().chain(users.iter().cloned()).collect();
        let now = self.unix_seconds();
        let (id, name) = {
            let mut state = self.state();
            let team = team_mut(&mut state, caller)?;
            if let Some(room) = team.between(&people) {
                return Ok((room.id.clone(), false));
            }
            if prevent {
                return Err(Refusal::new("channel_not_found"));
            }
            let id = self.desk().dice(|rng| fresh(rng, if kind == Kind::Direct { "D" } else { "G" }, 10));
            let names: Vec<_> = people.iter().filter_map(|id| caller.directory.name_of(id)).collect();
            let name = if kind == Kind::Direct { String::new() } else { format!("mpdm-{}-1", names.join("--")) };
            let mut room = Room::new(id.clone(), kind, &name, caller.user.clone(), now);
            room.members = people;
            team.rooms.push(room);
            (id, name)
        };
        if kind == Kind::Direct {
            let event = json!({ "type": "im_created", "user": users.first(), "channel": { "id": id, "created": now } });
            self.tell_now(caller, event);
        } else {
            self.desk().note(format_args!("opened {id} {name}"));
        }
        Ok((id, true))
    }

    /// Takes direct messages off the list: <https://docs.slack.dev/reference/methods/conversations.close>.
    pub(super) fn close_direct(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            if room.kind.is_channel() {
                return Err(Refusal::new("method_not_supported_for_channel_type"));
            }
            room.id.clone()
        };
        let was_open = self.change(caller, &id, |room| std::mem::replace(&mut room.open, false))?;
        if was_open {
            return Ok(Map::new());
        }
        Ok(Map::from_iter([("no_op".to_owned(), json!(true)), ("already_closed".to_owned(), json!(true))]))
    }
}
