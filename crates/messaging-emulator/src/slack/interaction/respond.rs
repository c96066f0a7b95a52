use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use super::{identify::identified, response_url::Origin, whisper::Whisper};
use crate::slack::{
    SlackEmulator,
    api::Reply,
    directory::Directory,
    message::{Author, Draft},
    screen::{kept, of_blocks, plain},
    ts::Ts,
};

/// What the app says through a URL, or as the answer to a command.
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) blocks: Option<Value>,
    pub(crate) attachments: Option<Value>,
    /// As people read it.
    pub(crate) read: String,
}

impl SlackEmulator {
    /// `POST` to a `response_url`: <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>.
    pub(crate) fn respond(&self, request: &Request<Bytes>) -> Reply {
        let path = request.uri().path();
        if request.method() != Method::POST {
            return words(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
        }
        let body = request.body();
        let Ok(said) = serde_json::from_slice::<Value>(body) else {
            return words(StatusCode::BAD_REQUEST, "invalid_payload");
        };
        if !said.is_object() {
            return words(StatusCode::BAD_REQUEST, "invalid_payload");
        }
        let origin = match self.used(path) {
            Ok(origin) => origin,
            Err(gone) => return words(StatusCode::NOT_FOUND, gone),
        };
        match self.take(&origin, &said) {
            Ok(()) => words(StatusCode::OK, "ok"),
            Err(wrong) => words(StatusCode::BAD_REQUEST, wrong),
        }
    }

    /// Does what an answer asks for.
    pub(super) fn take(&self, origin: &Origin, answer: &Value) -> Result<(), &'static str> {
        let home = self.home_of(&origin.channel).ok_or("channel_not_found")?;
        let flag = |name: &str| answer.get(name).is_some_and(|value| value == true || value == "true");
        let whisper = origin.message.filter(|(_, whispered)| *whispered);
        let whisper = whisper.and_then(|(ts, _)| self.app().whispers.find(&origin.channel, ts, &origin.user));
        let original = origin.message.filter(|(_, whispered)| !whispered).map(|(ts, _)| ts);
        if flag("delete_original") {
            if let Some(whisper) = &whisper {
                self.hush(whisper);
            }
            if let Some(ts) = original {
                self.unpublish(&home.team_id, &origin.channel, ts);
            }
            return Ok(());
        }
        let said = understood(&home, answer)?;
        if flag("replace_original") {
            if let Some(whisper) = &whisper {
                self.whisper_again(whisper, said.blocks, &said.read);
                return Ok(());
            }
            if let Some(ts) = original {
                self.revise(&home.team_id, &origin.channel, ts, |message| {
                    message.draft.text = said.text;
                    message.draft.read = said.read;
                    message.draft.blocks = said.blocks;
                    message.draft.attachments = said.attachments;
                });
                return Ok(());
            }
        }
        let is_public = answer.get("response_type").and_then(Value::as_str) == Some("in_channel");
        let thread = answer.get("thread_ts").and_then(Value::as_str).and_then(Ts::read);
        self.say_to(&home, origin, said, thread, is_public);
        Ok(())
    }

    fn say_to(&self, home: &Directory, origin: &Origin, said: Said, thread: Option<Ts>, is_public: bool) {
        let Said { text, blocks, attachments, read } = said;
        if is_public {
            let draft = Draft {
                author: Author::App { username: None, icons: None },
                text,
                read,
                blocks,
                attachments,
                metadata: None,
                thread,
                broadcast: false,
                subtype: None,
                extra: Map::new(),
            };
            self.publish(&home.team_id, &origin.channel, draft);
            return;
        }
        let thread = thread.or(origin.thread);
        self.whisper_to(home, origin, thread, blocks, &read);
    }

    fn whisper_to(&self, home: &Directory, origin: &Origin, thread: Option<Ts>, blocks: Option<Value>, read: &str) {
        let wall = self.desk().wall();
        let ts = self.state().room_mut(&origin.channel).map_or_else(|| Ts::after(None, wall), |room| room.tick(wall));
        let (channel, user) = (origin.channel.clone(), origin.user.clone());
        self.whisper(Whisper { channel, user, ts, thread, blocks }, &home.bot_user_id, read);
    }

    /// Shows one person words of Slack's own.
    pub(super) fn slackbot(&self, origin: &Origin, text: &str) {
        let wall = self.desk().wall();
        let ts = self.state().room_mut(&origin.channel).map_or_else(|| Ts::after(None, wall), |room| room.tick(wall));
        let (channel, user) = (origin.channel.clone(), origin.user.clone());
        self.whisper(Whisper { channel, user, ts, thread: None, blocks: None }, "USLACKBOT", text);
    }
}

/// What an answer says.
pub(crate) fn understood(home: &Directory, answer: &Value) -> Result<Said, &'static str> {
    let text = kept(answer.get("text").and_then(Value::as_str).unwrap_or_default());
    let list = |name: &str| answer.get(name).filter(|value| value.as_array().is_some_and(|list| !list.is_empty()));
    let blocks = list("blocks").cloned();
    if answer.get("blocks").is_some_and(|blocks| !blocks.is_array() && !blocks.is_null()) {
        return Err("invalid_blocks_format");
    }
    let attachments = list("attachments").cloned();
    if text.is_empty() && blocks.is_none() && attachments.is_none() {
        return Err("no_text");
    }
    let blocks = blocks.map(identified);
    let read = blocks.as_ref().map_or_else(|| plain(&text, home), |blocks| of_blocks(blocks, home));
    Ok(Said { text, blocks, attachments, read })
}

/// A plain-text answer.
pub(crate) fn words(status: StatusCode, text: &'static str) -> Reply {
    let mut response = Response::new(Bytes::from_static(text.as_bytes()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    Reply::Answer(response)
}
