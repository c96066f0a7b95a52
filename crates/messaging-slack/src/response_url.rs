//! Answers to a command or a click by the URL that came with it: five of them, within 30 minutes.
//!
//! <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>

use std::time::SystemTime;

use bytes::Bytes;
use http::{Response, StatusCode};
use messaging_core::{Error, ErrorKind, Reached, Result, Secret, VendorError};
use messaging_http::error_of;
use serde_json::{Map, Value};

use crate::{Slack, hook};

const DOCS: &str = "https://docs.slack.dev/interactivity/handling-user-interaction#message_responses";

/// What attributes say of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Respond {
    url: Secret,
    /// Whether everybody in the channel sees it.
    in_channel: bool,
    /// `replace_original` and `delete_original`, where they are said.
    flags: Map<String, Value>,
    /// Who clicked or commanded: who sees it if it must go another way.
    pub(crate) user: Option<String>,
}

/// What became of an answer.
pub(crate) enum Responded {
    Yes(Response<Bytes>),
    /// The URL has been used up, or its time is over.
    Spent,
}

impl Respond {
    /// Reads `response_url`, `response_type`, `replace_original`, `delete_original` and `user`; nothing without a URL.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`]: one of them is not what it must be.
    pub(crate) fn of(attributes: &Map<String, Value>) -> Result<Option<Self>> {
        let refuse = |message: &str| Err(Error::new(ErrorKind::Invalid, message));
        let url = match attributes.get("response_url") {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::String(url)) => Secret::new(url.as_str()),
            Some(_) => return refuse("the attribute `response_url` is no text"),
        };
        let in_channel = match attributes.get("response_type").map(Value::as_str) {
            None | Some(Some("ephemeral")) => false,
            Some(Some("in_channel")) => true,
            Some(_) => return refuse("the attribute `response_type` is `ephemeral` (default) or `in_channel`"),
        };
        let mut flags = Map::new();
        for name in ["replace_original", "delete_original"] {
            match attributes.get(name) {
                None | Some(Value::Null) => {}
                Some(Value::Bool(flag)) => {
                    flags.insert(name.to_owned(), (*flag).into());
                }
                Some(_) => return refuse("the attributes `replace_original` and `delete_original` are true or false"),
            }
        }
        let user = attributes.get("user").and_then(Value::as_str).map(str::to_owned);
        Ok(Some(Self { url, in_channel, flags, user }))
    }

    /// Whether only whoever clicked sees it.
    pub(crate) fn is_ephemeral(&self) -> bool {
        !self.in_channel
    }

    /// Whether it is about the message that was clicked, which no other way could do.
    pub(crate) fn changes_original(&self) -> bool {
        self.flags.values().any(|flag| flag == &Value::Bool(true))
    }

    fn say(&self, body: &mut Map<String, Value>) {
        let kind = if self.in_channel { "in_channel" } else { "ephemeral" };
        body.insert("response_type".to_owned(), kind.into());
        body.extend(self.flags.clone());
        if body.contains_key("thread_ts") {
            body.entry("replace_original").or_insert(false.into());
        }
    }
}

impl Slack {
    /// Posts an answer, once.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`]: the URL does not lead to Slack. Slack's own otherwise; none of them shows the URL.
    pub(crate) async fn respond(&self, respond: &Respond, mut body: Map<String, Value>) -> Result<Responded> {
        if !self.hooks.leads_to_slack(respond.url.expose()) {
            let message = "the attribute `response_url` does not lead to Slack, and nothing was sent there: pass on the \
                           one that came with the command or the click";
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        respond.say(&mut body);
        let response = self.hooks.post(&respond.url, &Value::Object(body)).await?;
        answer(response, SystemTime::now())
    }
}

/// Reads an answer: any 2xx is a yes unless it is JSON that says no.
fn answer(response: Response<Bytes>, now: SystemTime) -> Result<Responded> {
    let status = response.status();
    let json: Option<Value> = serde_json::from_slice(response.body()).ok();
    let is_no = json.as_ref().and_then(|json| json.get("ok")) == Some(&Value::Bool(false));
    let error = json.as_ref().and_then(|json| json.get("error")).and_then(Value::as_str);
    let code = error.or_else(|| hook::code(response.body())).and_then(|code| hook::code(code.as_bytes()));
    if status.is_success() && !is_no {
        return Ok(Responded::Yes(response));
    }
    let is_over = matches!(code, Some("used_url" | "expired_url"));
    if is_over && !status.is_server_error() || matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
        return Ok(Responded::Spent);
    }
    let said = code.map(|code| format!(": `{code}`")).unwrap_or_default();
    let message = format!("the `response_url` answered {status}{said}");
    let error = if status.is_success() {
        Error::new(ErrorKind::Invalid, message).with_reached(Reached::Answered)
    } else {
        error_of(status, response.headers(), message, now)
    };
    Err(match code {
        Some(code) => error.with_vendor(VendorError::new(code, code).with_docs(DOCS)),
        None => error,
    })
}
