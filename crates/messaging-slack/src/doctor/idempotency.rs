//! What a workspace does with a message that is posted twice.

use messaging_core::{Error, ErrorKind, Result};
use serde_json::{Map, Value, json};

use crate::{
    Slack,
    client::{SlackClient, chat},
    client_msg_id::CLIENT_MSG_ID,
    credentials::Credentials,
};

/// What became of a message that was posted twice with the same `client_msg_id`, which Slack documents for no method.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Probed {
    /// What the second post did.
    pub second: SecondPost,
    /// The messages that could not be deleted, by `ts`.
    pub left: Vec<String>,
}

/// What the second post of a message did.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecondPost {
    /// It made a second message: the workspace does not look at the id.
    Doubled,
    /// It answered with the first message: the workspace drops copies.
    Dropped,
    /// It was refused with this error string: the workspace drops copies, and says so.
    Refused(String),
}

impl Slack {
    /// Posts a message to `channel` (`C…`) twice with the same `client_msg_id`, deletes what came of it, and says what the
    /// workspace did. People in the channel see two short messages come and go: take a channel for tests.
    ///
    /// # Errors
    /// The first post fails, or the second one fails otherwise than with Slack's own verdict; what was posted is deleted
    /// if it can be.
    pub async fn probe_idempotency(&self, channel: &str, client_msg_id: &str) -> Result<Probed> {
        let client = self.client().await?;
        let first = post(&client, channel, client_msg_id).await?;
        let second = post(&client, channel, client_msg_id).await;
        let mut left = Vec::new();
        let mut posted = vec![first.clone()];
        posted.extend(second.as_ref().ok().filter(|ts| **ts != first).cloned());
        for ts in posted {
            if client.call(chat::Delete::new(channel, ts.clone())).await.is_err() {
                left.push(ts);
            }
        }
        let second = match second {
            Ok(ts) if ts == first => SecondPost::Dropped,
            Ok(_) => SecondPost::Doubled,
            Err(error) => SecondPost::Refused(verdict(error)?),
        };
        Ok(Probed { second, left })
    }
}

async fn post(client: &SlackClient, channel: &str, client_msg_id: &str) -> Result<String> {
    let text = "Checking whether this workspace drops copies; this goes away.";
    let arguments = json!({ "channel": channel, "text": text, CLIENT_MSG_ID: client_msg_id });
    let arguments: Map<String, Value> = arguments.as_object().cloned().unwrap_or_default();
    let answer = client.api.carry("chat.postMessage", &arguments, Credentials::Token).await?;
    let ts = answer.get("ts").and_then(Value::as_str).map(str::to_owned);
    ts.ok_or_else(|| messaging_http::unreadable("`chat.postMessage` answered ok without a `ts`"))
}

/// The error string of a verdict about the message; an error that says nothing about it is handed on.
fn verdict(error: Error) -> Result<String> {
    let is_verdict = matches!(error.kind(), ErrorKind::Invalid | ErrorKind::NotFound) && !error.may_have_been_sent();
    match error.vendor() {
        Some(vendor) if is_verdict => Ok(vendor.code.clone()),
        _ => Err(error),
    }
}
