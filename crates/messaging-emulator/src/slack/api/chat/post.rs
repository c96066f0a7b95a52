use serde_json::{Map, Value, json};

use super::content::Length;
use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        error::{Answer, Refusal},
        method::CLIENT_MSG_ID,
    },
    id::fresh,
    publish::Published,
    room::{Kind, Room},
    ts::Ts,
};

/// Longest text of a message, in characters.
pub(super) const MOST_TEXT: usize = 40_000;

impl SlackEmulator {
    /// Posts: <https://docs.slack.dev/reference/methods/chat.postMessage>.
    pub(super) fn post_message(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let room = self.addressed(caller, arguments.required("channel")?)?;
        let draft = self.draft(caller, arguments, Length::Cut(MOST_TEXT))?;
        if let Some(first) = self.first_of(caller, &room, arguments.text(CLIENT_MSG_ID)?) {
            return Ok(posted(&room, first));
        }
        self.answer_post(&room, self.publish(caller.team(), &room, draft))
    }

    /// The message that a post is a copy of, if this Slack drops copies.
    fn first_of(&self, caller: &Caller, room: &str, client_msg_id: Option<&str>) -> Option<(Ts, Map<String, Value>)> {
        let id = client_msg_id.filter(|_| self.settings().drops_copies)?;
        let state = self.state();
        let first = state.team(caller.team())?.room(room)?.posted_as(id)?;
        self.desk().note(format_args!("copy of {room} {}", first.ts));
        Some((first.ts, first.told(&caller.directory)))
    }

    /// Says that it posted, and did not.
    pub(in crate::slack::api) fn pretend_to_post(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let room = self.addressed(caller, arguments.required("channel")?)?;
        let draft = self.draft(caller, arguments, Length::Cut(MOST_TEXT))?;
        self.answer_post(&room, self.pretend(caller.team(), &room, draft))
    }

    fn answer_post(&self, room: &str, published: Option<Published>) -> Answer {
        let published = published.ok_or_else(|| Refusal::new("channel_not_found"))?;
        self.desk().note(format_args!("posted {room} {}", published.ts));
        Ok(posted(room, (published.ts, published.message)))
    }

    /// The channel a post is meant for: an id, a name, or a person, whose direct messages are opened.
    pub(crate) fn addressed(&self, caller: &Caller, called: &str) -> Result<String, Refusal> {
        let now = self.unix_seconds();
        let mut state = self.state();
        let team = state.team_mut(caller.team()).ok_or_else(|| Refusal::new("team_not_found"))?;
        if team.directory.is_person(called) {
            return Ok(team.direct(called, now, || self.desk().dice(|rng| fresh(rng, "D", 10))));
        }
        let room = team.room(called).or_else(|| {
            let named = team.named(called)?;
            let method = caller.method.name;
            self.desk().warn(format!("{method}: `channel` is a name, `{called}`: names are deprecated"));
            Some(named)
        });
        let room = room.ok_or_else(|| Refusal::new("channel_not_found"))?;
        may_post(caller, room)?;
        Ok(room.id.clone())
    }
}

/// How a post is answered.
fn posted(room: &str, (ts, message): (Ts, Map<String, Value>)) -> Map<String, Value> {
    let fields = [("channel", json!(room)), ("ts", json!(ts.to_string())), ("message", Value::Object(message))];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Whether the caller may write here.
pub(in crate::slack::api) fn may_post(caller: &Caller, room: &Room) -> Result<(), Refusal> {
    if !room.has(&caller.user) {
        return match room.kind {
            Kind::Public if caller.may("chat:write.public") && !room.archived => Ok(()),
            Kind::Public => Err(Refusal::new("not_in_channel")),
            // What one is not in does not exist.
            _ => Err(Refusal::new("channel_not_found")),
        };
    }
    if room.archived { Err(Refusal::new("is_archived")) } else { Ok(()) }
}
