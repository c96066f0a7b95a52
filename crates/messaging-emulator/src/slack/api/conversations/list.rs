use serde_json::{Value, json};

use super::{
    describe::{answer, described},
    find::{can_see, seen, team},
};
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
        page::listed,
    },
    room::{Kind, Room},
};

impl SlackEmulator {
    /// The channels that the app can see: <https://docs.slack.dev/reference/methods/conversations.list>.
    pub(super) fn list_conversations(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        self.conversations(caller, arguments, |_| true)
    }

    /// The channels that a user is in, the app itself unless told otherwise:
    /// <https://docs.slack.dev/reference/methods/users.conversations>.
    pub(in crate::slack::api) fn users_conversations(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let user = arguments.text("user")?.unwrap_or(&caller.user).to_owned();
        if caller.directory.user(&user).is_none() {
            return Err(Refusal::new("user_not_found"));
        }
        self.conversations(caller, arguments, |room| room.has(&user))
    }

    fn conversations(&self, caller: &Caller, arguments: &Arguments, wanted: impl Fn(&Room) -> bool) -> Answer {
        let kinds = kinds(caller, arguments)?;
        let living = arguments.flag("exclude_archived")?;
        let state = self.state();
        let rooms = team(&state, caller)?.rooms.iter().filter(|room| {
            kinds.contains(&room.kind) && can_see(caller, room) && !(living && room.archived) && wanted(room)
        });
        let json = |room: &&Room| {
            let mut json = described(caller, room);
            if room.kind.is_channel() {
                json.insert("num_members".to_owned(), json!(room.members.len()));
            }
            Value::Object(json)
        };
        listed(arguments, (100, 1_000), "channels", rooms, |room| room.id.clone(), json)
    }

    /// Describes a channel: <https://docs.slack.dev/reference/methods/conversations.info>.
    pub(super) fn conversation(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (locale, members) = (arguments.flag("include_locale")?, arguments.flag("include_num_members")?);
        let state = self.state();
        let room = seen(&state, caller, arguments)?;
        let mut answer = answer(caller, room);
        if let Some(json) = answer.get_mut("channel").and_then(Value::as_object_mut) {
            if locale {
                json.insert("locale".to_owned(), json!("en-US"));
            }
            if members {
                json.insert("num_members".to_owned(), json!(room.members.len()));
            }
        }
        Ok(answer)
    }

    /// Who is in a channel: <https://docs.slack.dev/reference/methods/conversations.members>.
    pub(super) fn members(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let state = self.state();
        let room = seen(&state, caller, arguments)?;
        let json = |member: &&String| json!(member);
        listed(arguments, (100, 1_000), "members", room.members.iter(), |member| (*member).clone(), json)
    }
}

/// The kinds that `types` asks for, each with its scope.
fn kinds(caller: &Caller, arguments: &Arguments) -> Result<Vec<Kind>, Refusal> {
    let mut types = arguments.list("types")?;
    if types.is_empty() {
        types.push("public_channel".to_owned());
    }
    let kind = |name: &String| match name.as_str() {
        "public_channel" => Ok(Kind::Public),
        "private_channel" => Ok(Kind::Private),
        "im" => Ok(Kind::Direct),
        "mpim" => Ok(Kind::Group),
        _ => Err(Refusal::new("invalid_types")),
    };
    let kinds = types.iter().map(kind).collect::<Result<Vec<_>, _>>()?;
    kinds.iter().try_for_each(|kind| caller.needs_for(*kind))?;
    Ok(kinds)
}
