use serde_json::{Map, Value, json};

use super::{
    describe::answer,
    find::{joined, seen},
    name::is_channel,
};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
    },
    room::{Kind, Room},
};

/// Most people invited at once.
const MOST_INVITED: usize = 100;

impl SlackEmulator {
    /// Brings people into a channel: <https://docs.slack.dev/reference/methods/conversations.invite>.
    ///
    /// With `force` those who can be invited are, whatever is wrong with the others.
    pub(super) fn invite(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (users, force) = (arguments.list("users")?, arguments.flag("force")?);
        let (id, errors) = {
            let state = self.state();
            let room = joined(&state, caller, arguments)?;
            is_channel(room)?;
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
            if users.is_empty() {
                return Err(Refusal::new("no_user"));
            }
            if users.len() > MOST_INVITED {
                return Err(Refusal::arguments(&format!("no more than {MOST_INVITED} users allowed")));
            }
            let refused = users.iter().filter_map(|user| Some((user, uninvited(caller, room, user)?)));
            (room.id.clone(), refused.map(|(user, error)| (user.clone(), error)).collect::<Vec<_>>())
        };
        let told: Vec<Value> =
            errors.iter().map(|(user, error)| json!({ "user": user, "ok": false, "error": error })).collect();
        if let Some((_, error)) = errors.first().filter(|_| !force || errors.len() == users.len()) {
            return Err(Refusal::new(error).with("errors", json!(told)));
        }
        for user in users.iter().filter(|user| !errors.iter().any(|(refused, _)| refused == *user)) {
            self.enter(caller.team(), &id, user, Some(&caller.user));
        }
        let mut answer = self.change(caller, &id, |room| answer(caller, room))?;
        if !told.is_empty() {
            answer.insert("errors".to_owned(), json!(told));
        }
        Ok(answer)
    }

    /// Puts somebody out of a channel: <https://docs.slack.dev/reference/methods/conversations.kick>.
    pub(super) fn kick(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let user = arguments.text("user")?.unwrap_or_default();
        let id = {
            let state = self.state();
            let room = joined(&state, caller, arguments)?;
            is_channel(room)?;
            if user == caller.user {
                return Err(Refusal::new("cant_kick_self"));
            }
            if caller.directory.user(user).is_none() {
                return Err(Refusal::new("user_not_found"));
            }
            if room.general {
                return Err(Refusal::new("cant_kick_from_general"));
            }
            if !room.has(user) {
                return Err(Refusal::new("not_in_channel"));
            }
            room.id.clone()
        };
        self.exit(caller.team(), &id, user);
        Ok(Map::new())
    }

    /// Has the app come into a public channel: <https://docs.slack.dev/reference/methods/conversations.join>.
    pub(super) fn join(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            if room.kind != Kind::Public {
                return Err(Refusal::new("method_not_supported_for_channel_type"));
            }
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
            room.id.clone()
        };
        let is_new = self.enter(caller.team(), &id, &caller.user, None);
        let mut answer = self.change(caller, &id, |room| answer(caller, room))?;
        if !is_new {
            answer.insert("warning".to_owned(), json!("already_in_channel"));
        }
        Ok(answer)
    }

    /// Has the app go out of a channel: <https://docs.slack.dev/reference/methods/conversations.leave>.
    pub(super) fn leave(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = {
            let state = self.state();
            let room = seen(&state, caller, arguments)?;
            is_channel(room)?;
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
            if room.general {
                return Err(Refusal::new("cant_leave_general"));
            }
            if room.kind == Kind::Private && room.members.len() == 1 {
                return Err(Refusal::new("last_member"));
            }
            room.id.clone()
        };
        let was_in = self.exit(caller.team(), &id, &caller.user);
        Ok(if was_in { Map::new() } else { Map::from_iter([("not_in_channel".to_owned(), json!(true))]) })
    }
}

/// Why somebody cannot be invited.
fn uninvited(caller: &Caller, room: &Room, user: &str) -> Option<&'static str> {
    match caller.directory.user(user) {
        _ if user == caller.user => Some("cant_invite_self"),
        None => Some("user_not_found"),
        Some(user) if user.deleted => Some("cant_invite"),
        Some(_) if room.has(user) => Some("already_in_channel"),
        Some(_) => None,
    }
}
