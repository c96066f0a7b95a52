use bytes::Bytes;
use http::{HeaderValue, Method, Request, StatusCode, header::RETRY_AFTER};
use serde_json::{Map, Value};

use crate::{
    fate::Fate,
    slack::{
        SlackEmulator,
        api::{Reply, broken},
        interaction::{Said, understood, words},
        message::{Author, Draft},
        ts::Ts,
    },
};

/// Most attachments of a message.
const MOST_ATTACHMENTS: usize = 100;
/// Most blocks of a message.
const MOST_BLOCKS: usize = 50;

impl SlackEmulator {
    /// `POST /services/T…/B…/…`, as well as its fate allows. Answers are words, `ok` among them.
    pub(crate) fn receive_hook(&self, request: &Request<Bytes>) -> Reply {
        let fate = self.desk().fate();
        self.desk().note(format_args!("webhook {fate:?}"));
        match fate {
            Fate::Refuse => Reply::Refused,
            Fate::Throttle => refused("rate_limited"),
            Fate::BreakBefore => Reply::Answer(broken(self.desk())),
            Fate::VanishBefore => Reply::Silence,
            Fate::BreakAfter => {
                // Whether it was posted, nobody will know.
                let _ = self.post_by_hook(request);
                Reply::Answer(broken(self.desk()))
            }
            Fate::VanishAfter | Fate::Late => {
                let _ = self.post_by_hook(request);
                Reply::Silence
            }
            Fate::Swallow => words(StatusCode::OK, "ok"),
            Fate::Well => match self.post_by_hook(request) {
                Ok(()) => words(StatusCode::OK, "ok"),
                Err(error) => refused(error),
            },
        }
    }

    fn post_by_hook(&self, request: &Request<Bytes>) -> Result<(), &'static str> {
        if request.method() != Method::POST {
            return Err("invalid_payload");
        }
        let hook = self.hook(request.uri().path())?;
        let payload = payload(request).ok_or("invalid_payload")?;
        let directory = self.home_of(&hook.channel).ok_or("channel_not_found")?;
        if self.state().team(&hook.team).and_then(|team| team.room(&hook.channel)).is_none_or(|room| room.archived) {
            return Err("channel_is_archived");
        }
        check(&payload)?;
        let Said { text, blocks, attachments, read } = understood(&directory, &payload)?;
        for ignored in ["channel", "username", "icon_emoji", "icon_url"] {
            if payload.get(ignored).is_some() {
                self.desk().warn(format!("webhook: `{ignored}` is ignored"));
            }
        }
        let draft = Draft {
            author: Author::App { username: Some("bot".to_owned()), icons: None },
            text,
            read,
            blocks,
            attachments,
            metadata: payload.get("metadata").filter(|metadata| metadata.is_object()).cloned(),
            thread: payload.get("thread_ts").and_then(Value::as_str).and_then(Ts::read),
            broadcast: false,
            subtype: None,
            extra: Map::new(),
        };
        self.publish(&hook.team, &hook.channel, draft).map(drop).ok_or("channel_not_found")
    }
}

/// JSON, or a form with JSON in `payload`.
fn payload(request: &Request<Bytes>) -> Option<Value> {
    let body = request.body();
    let kind = request.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let payload = if kind.starts_with("application/x-www-form-urlencoded") {
        let field = form_urlencoded::parse(body).find(|(name, _)| name == "payload");
        field.and_then(|(_, value)| serde_json::from_str(&value).ok())
    } else {
        serde_json::from_slice(body).ok()
    };
    payload.filter(Value::is_object)
}

fn check(payload: &Value) -> Result<(), &'static str> {
    if let Some(blocks) = payload.get("blocks").and_then(Value::as_array) {
        let is_block = |block: &Value| block.get("type").is_some_and(Value::is_string);
        if blocks.len() > MOST_BLOCKS || !blocks.iter().all(is_block) {
            return Err("invalid_blocks");
        }
    }
    if let Some(attachments) = payload.get("attachments").and_then(Value::as_array) {
        if attachments.len() > MOST_ATTACHMENTS {
            return Err("too_many_attachments");
        }
        let says =
            |attachment: &Value| ["text", "fallback", "blocks"].iter().any(|name| attachment.get(name).is_some());
        if !attachments.iter().all(says) {
            return Err("missing_text_or_fallback_or_attachments");
        }
    }
    Ok(())
}

/// An error with the status that it comes with.
fn refused(error: &'static str) -> Reply {
    let status = match error {
        "action_prohibited" | "invalid_token" | "posting_to_general_channel_denied" | "team_disabled" => {
            StatusCode::FORBIDDEN
        }
        "channel_not_found" | "no_service" | "no_service_id" | "no_team" | "no_active_hooks" => StatusCode::NOT_FOUND,
        "channel_is_archived" => StatusCode::GONE,
        "rate_limited" => StatusCode::TOO_MANY_REQUESTS,
        "rollup_error" => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    };
    let mut reply = words(status, error);
    if let (StatusCode::TOO_MANY_REQUESTS, Reply::Answer(response)) = (status, &mut reply) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    reply
}
