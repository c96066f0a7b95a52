//! Posting: `chat.postMessage`. <https://docs.slack.dev/reference/methods/chat.postMessage>

use messaging_core::{
    Context, Error, ErrorKind, Result,
    message::{Receipt, SendMessage},
};
use messaging_http::unreadable;
use serde_json::{Map, Value, json};

use crate::{Slack, mrkdwn, place::Destination};

/// The `event_type` of the metadata our messages carry.
pub(crate) const INTENT_EVENT: &str = "messaging_intent";

impl Slack {
    /// Posts one message, once. Slack has no idempotency key: the intent travels as metadata instead.
    ///
    /// Neither `parse` nor `link_names` is sent, so that no bare `@channel` of a text calls anybody.
    pub(crate) async fn post_message(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let thread = request.thread.as_ref().map(messaging_core::id::MessageId::as_str);
        let destination = Destination::of(&request.to, thread)?;
        let mut body = Map::new();
        body.insert("channel".to_owned(), destination.channel.into());
        if !request.content.text.trim().is_empty() {
            body.insert("text".to_owned(), mrkdwn::render(&request.content.text).into());
        }
        if let Some(root) = destination.thread {
            body.insert("thread_ts".to_owned(), root.into());
        }
        if let Some(intent) = &context.intent {
            let metadata = json!({ "event_type": INTENT_EVENT, "event_payload": { "mid": intent.as_str() } });
            body.insert("metadata".to_owned(), metadata);
        }
        if let Some(native) = request.content.native {
            body.insert("blocks".to_owned(), blocks(native)?);
        }
        let answer = self.api_for(&request.to).await?.write("chat.postMessage", &Value::Object(body)).await?;
        match answer.get("ts").and_then(Value::as_str) {
            Some(ts) => Ok(Receipt::of(ts)),
            None => Err(unreadable("`chat.postMessage` answered ok without a `ts`")),
        }
    }
}

/// Takes the blocks out of native content, and refuses whatever else it holds rather than leave it out.
fn blocks(native: Value) -> Result<Value> {
    if let Value::Object(mut fields) = native
        && let Some(blocks) = fields.remove("blocks")
        && fields.is_empty()
    {
        return Ok(blocks);
    }
    Err(Error::new(
        ErrorKind::Invalid,
        "native content for Slack is an object with `blocks` and nothing else; for other arguments, invoke \
         `chat.postMessage`",
    ))
}

/// The intent that a message of ours carries.
pub(crate) fn intent_of(message: &Value) -> Option<&str> {
    let metadata = message.get("metadata")?;
    if metadata.get("event_type").and_then(Value::as_str) != Some(INTENT_EVENT) {
        return None;
    }
    metadata.pointer("/event_payload/mid").and_then(Value::as_str)
}
