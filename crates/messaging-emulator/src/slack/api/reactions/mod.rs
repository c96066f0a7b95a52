//! `reactions.*`: <https://docs.slack.dev/reference/methods?family=reactions>.

use serde_json::{Map, Value, json};

use super::{
    arguments::Arguments,
    caller::Caller,
    conversations::{can_see, team},
    error::{Answer, Refusal},
    method::{Act, Method, Nature, Tier},
};
use crate::slack::{SlackEmulator, room::Room, ts::Ts};

pub(super) const METHODS: &[Method] = &[
    Method {
        name: "reactions.add",
        tier: Tier::Three,
        scopes: "reactions:write",
        takes: "channel* name* timestamp*",
        nature: Nature::Write,
        act: Act::Token(|slack, caller, arguments| slack.change_reaction(caller, arguments, true)),
    },
    Method {
        name: "reactions.get",
        tier: Tier::Three,
        scopes: "reactions:read",
        takes: "channel file file_comment full timestamp",
        nature: Nature::LookUp,
        act: Act::Token(SlackEmulator::reactions),
    },
    Method {
        name: "reactions.remove",
        tier: Tier::Two,
        scopes: "reactions:write",
        takes: "channel file file_comment name* timestamp",
        nature: Nature::Write,
        act: Act::Token(|slack, caller, arguments| slack.change_reaction(caller, arguments, false)),
    },
];

impl SlackEmulator {
    fn change_reaction(&self, caller: &Caller, arguments: &Arguments, on: bool) -> Answer {
        let name = arguments.text("name")?.unwrap_or_default().to_owned();
        let fits = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '+' | '\'');
        // A skin tone follows two colons.
        if !name.split("::").all(|part| !part.is_empty() && part.chars().all(fits)) {
            return Err(Refusal::new("invalid_name"));
        }
        let (channel, ts) = item(arguments)?;
        {
            let state = self.state();
            let room = readable(team(&state, caller)?.room(channel), caller)?;
            if room.archived {
                return Err(Refusal::new("is_archived"));
            }
        }
        self.set_reaction(caller.team(), channel, ts, (&caller.user, &name), on).map_err(Refusal::new)?;
        Ok(Map::new())
    }

    /// Who reacted how to a message: <https://docs.slack.dev/reference/methods/reactions.get>.
    fn reactions(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        arguments.flag("full")?;
        let (channel, ts) = item(arguments)?;
        let state = self.state();
        let room = readable(team(&state, caller)?.room(channel), caller)?;
        let message = room.find(ts).ok_or_else(|| Refusal::new("message_not_found"))?;
        Ok(Map::from_iter([
            ("type".to_owned(), json!("message")),
            ("channel".to_owned(), json!(channel)),
            ("message".to_owned(), Value::Object(message.json(&caller.directory, None))),
        ]))
    }
}

/// The message that is meant. Nobody reacts to files here, so that none of them is found.
fn item(arguments: &Arguments) -> Result<(&str, Ts), Refusal> {
    if arguments.text("file_comment")?.is_some() {
        return Err(Refusal::new("file_comment_not_found"));
    }
    if arguments.text("file")?.is_some() {
        return Err(Refusal::new("file_not_found"));
    }
    let nothing = || Refusal::new("no_item_specified");
    let channel = arguments.text("channel")?.ok_or_else(nothing)?;
    let ts = arguments.text("timestamp")?.ok_or_else(nothing)?;
    Ok((channel, Ts::read(ts).ok_or_else(|| Refusal::new("bad_timestamp"))?))
}

fn readable<'a>(room: Option<&'a Room>, caller: &Caller) -> Result<&'a Room, Refusal> {
    let room = room.filter(|room| can_see(caller, room)).ok_or_else(|| Refusal::new("channel_not_found"))?;
    if room.has(&caller.user) { Ok(room) } else { Err(Refusal::new("no_access")) }
}
