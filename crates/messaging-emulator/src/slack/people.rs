use std::fmt;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{
    SlackEmulator,
    events::Heard,
    message::{Author, Draft},
    publish::Published,
    room::Kind,
    ts::Ts,
    typed::typed,
};
use crate::side::json_answer;

/// Why a person cannot write what they want to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteError {
    /// There is nothing to say.
    NoText,
    /// The workspace has no such person.
    NoSuchUser,
    /// The workspace has no such channel.
    NoSuchChannel,
    /// Those are between other people, or nobody writes there any more.
    NotInChannel,
    /// The channel has no such message to reply to.
    NoSuchThread,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoText => "`text` is empty: say something",
            Self::NoSuchUser => "`user` is nobody here: GET /_emulator/places lists the people",
            Self::NoSuchChannel => "`channel` does not exist: GET /_emulator/places lists the channels",
            Self::NotInChannel => {
                "`channel` is between other people, or archived: GET /_emulator/places says who is in it"
            }
            Self::NoSuchThread => "`thread_ts` is no message of that channel: take the `id` of one that was shown",
        })
    }
}

impl std::error::Error for WriteError {}

/// `POST /_emulator/people/messages`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    user: Option<String>,
    channel: Option<String>,
    text: String,
    thread_ts: Option<String>,
}

impl SlackEmulator {
    /// Has a person write `text` as they would type it, `@bot` for a mention; returns the message's timestamp.
    ///
    /// # Errors
    /// The person, the channel or the thread does not exist, or there is no text.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn write(&self, user: &str, channel: &str, text: &str, thread_ts: Option<&str>) -> Result<String, WriteError> {
        self.say(user, channel, text, thread_ts).map(|published| published.ts.to_string())
    }

    fn say(&self, user: &str, channel: &str, text: &str, thread: Option<&str>) -> Result<Published, WriteError> {
        if text.trim().is_empty() {
            return Err(WriteError::NoText);
        }
        let (directory, thread) = {
            let state = self.state();
            if !state.teams().iter().any(|team| team.directory.is_person(user)) {
                return Err(WriteError::NoSuchUser);
            }
            let team = state.team_of(channel).ok_or(WriteError::NoSuchChannel)?;
            let room = team.room(channel).ok_or(WriteError::NoSuchChannel)?;
            // A public channel is open to all who are in the workspace.
            let may_write = room.has(user) || (room.kind == Kind::Public && team.directory.is_person(user));
            if !may_write || room.archived {
                return Err(WriteError::NotInChannel);
            }
            let parent = |text: &str| Ts::read(text).filter(|&ts| room.find(ts).is_some());
            (team.directory.clone(), thread.map(|text| parent(text).ok_or(WriteError::NoSuchThread)).transpose()?)
        };
        let (kept, blocks) = typed(text, &directory);
        let draft = Draft {
            author: Author::Person { user: user.to_owned(), client_msg_id: Some(self.client_msg_id()) },
            text: kept,
            read: text.to_owned(),
            blocks: Some(blocks),
            attachments: None,
            metadata: None,
            thread,
            broadcast: false,
            subtype: None,
            extra: Map::new(),
        };
        self.publish(&directory.team_id, channel, draft).ok_or(WriteError::NoSuchChannel)
    }

    /// A random UUID, as clients put one on each message.
    pub(crate) fn client_msg_id(&self) -> String {
        let parts = [8, 4, 3, 3, 12].map(|digits| self.desk().hex(digits));
        let [first, second, third, fourth, last] = parts;
        format!("{first}-{second}-4{third}-a{fourth}-{last}")
    }

    /// `POST /_emulator/people/messages?wait=1`: has a person write, and on request waits for the app's first answers.
    pub(crate) async fn hear(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let refusal = |cause: String| json_answer(StatusCode::BAD_REQUEST, &json!({ "error": cause }));
        let said: Said = match serde_json::from_slice(request.body()) {
            Ok(said) => said,
            Err(cause) => return refusal(format!("the body is not a message: {cause}")),
        };
        let settings = self.settings();
        let (user, channel) = (said.user.as_deref(), said.channel.as_deref());
        let (user, channel) = (user.unwrap_or(&settings.user_id), channel.unwrap_or(&settings.channel));
        let published = match self.say(user, channel, &said.text, said.thread_ts.as_deref()) {
            Ok(published) => published,
            Err(cause) => return refusal(cause.to_string()),
        };
        let id = published.ts.to_string();
        let query = request.uri().query().unwrap_or_default();
        if !form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "wait" && value == "1") {
            return json_answer(StatusCode::ACCEPTED, &json!({ "id": id }));
        }
        let mut slowest = None;
        for heard in published.heard {
            let Ok(heard) = heard.await else { continue };
            if slowest.as_ref().is_none_or(|slowest: &Heard| slowest.millis < heard.millis) {
                slowest = Some(heard);
            }
        }
        json_answer(StatusCode::OK, &json!({ "id": id, "delivery": slowest.map(|heard| heard.json()) }))
    }

    /// Notes that the app is to be told of this text.
    pub(crate) fn expect_told(&self, text: &str) {
        const MOST_KEPT: usize = 10_000;
        let mut truth = self.desk().truth();
        if self.desk().journal().is_live() && truth.written.len() >= MOST_KEPT {
            truth.written.pop_first();
        }
        truth.written.entry(text.to_owned()).or_default();
    }

    /// Where people can write, and who they are.
    pub(crate) fn places(&self) -> Value {
        super::places::places(self.settings(), self.state().teams())
    }
}
