//! Posting: by the Web API, an incoming webhook or a `response_url`.

use messaging_core::{
    Context, Error, ErrorKind, Result,
    id::{IntentId, MessageId},
    message::{Content, Receipt, SendMessage},
};
use messaging_http::unreadable;
use serde_json::{Map, Value};

use crate::{
    Slack,
    blocks::{Composed, compose},
    client_msg_id::{CLIENT_MSG_ID, client_msg_id},
    incoming_webhook,
    metadata::metadata,
    options::{Way, options},
    place::{self, Destination},
    response_url::{Respond, Responded},
};

/// The attribute that names the one person who sees a message.
const EPHEMERAL_TO: &str = "ephemeral_to";

impl Slack {
    /// Posts one message, once, the way that its place and attributes say.
    ///
    /// Slack has no idempotency key that it documents: the intent travels as metadata instead, and as `client_msg_id` where
    /// the account says so.
    pub(crate) async fn post_message(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let SendMessage { to, content, thread, attributes, .. } = request;
        let intent = context.intent.as_ref();
        if place::is_webhook(&to) {
            let body = arguments(content, &attributes, Way::Webhook, intent)?;
            if thread.is_some() {
                return Err(Error::new(ErrorKind::Unsupported, "an incoming webhook cannot carry a thread reply"));
            }
            return self.post_to_webhook(context, &to, body.into()).await;
        }
        let destination = Destination::of(&to, thread.as_ref().map(MessageId::as_str))?;
        if let Some(respond) = Respond::of(&attributes)? {
            let mut body = arguments(content, &attributes, Way::Response, None)?;
            insert(&mut body, "thread_ts", destination.thread);
            return match self.respond(&respond, body.clone()).await? {
                Responded::Yes(response) => Ok(incoming_webhook::receipt(context, &response)),
                Responded::Spent => self.answer_otherwise(context, &to, destination, &respond, body).await,
            };
        }
        if let Some(user) = attributes.get(EPHEMERAL_TO).filter(|user| !user.is_null()) {
            let Some(user) = user.as_str() else {
                return Err(Error::new(ErrorKind::Invalid, "the attribute `ephemeral_to` is a person's id, `U…`"));
            };
            let mut body = arguments(content, &attributes, Way::Ephemeral, None)?;
            insert(&mut body, "user", Some(user));
            return self.post(&to, destination, "chat.postEphemeral", body).await;
        }
        let mut body = arguments(content, &attributes, Way::Post, intent)?;
        self.name(&mut body, intent);
        self.post(&to, destination, "chat.postMessage", body).await
    }

    /// Sends an answer whose `response_url` is spent: to the same person, or to all who would have seen it.
    async fn answer_otherwise(
        &self,
        context: &Context,
        to: &messaging_core::Place,
        destination: Destination<'_>,
        respond: &Respond,
        mut body: Map<String, Value>,
    ) -> Result<Receipt> {
        let lost = |why: &str| {
            let message = format!("the `response_url` is used up (5 answers) or too old (30 minutes), and {why}");
            Err(Error::new(ErrorKind::NotFound, message).with_reached(messaging_core::Reached::Answered))
        };
        if respond.changes_original() {
            return lost("nothing else replaces or deletes what was clicked: edit the message by its `ts`");
        }
        let is_private = to.kind() == "dm" || destination.channel.starts_with('D');
        match &respond.user {
            Some(user) if respond.is_ephemeral() => {
                body.retain(|name, _| Way::Ephemeral.takes(name) || name == "text");
                insert(&mut body, "user", Some(user));
                self.post(to, destination, "chat.postEphemeral", body).await
            }
            None if respond.is_ephemeral() && !is_private => {
                lost("what only one person should see is not shown to all: pass on who it was as the attribute `user`")
            }
            _ => {
                if let Some(ours) = metadata(None, context.intent.as_ref())? {
                    body.insert("metadata".to_owned(), ours);
                }
                self.name(&mut body, context.intent.as_ref());
                self.post(to, destination, "chat.postMessage", body).await
            }
        }
    }

    /// Names a post by what tells its copies, where the account says so.
    fn name(&self, body: &mut Map<String, Value>, intent: Option<&IntentId>) {
        let id = intent.filter(|_| self.client_msg_id).map(client_msg_id);
        insert(body, CLIENT_MSG_ID, id.as_deref());
    }

    /// Calls a method of the Web API that posts.
    async fn post(
        &self,
        to: &messaging_core::Place,
        destination: Destination<'_>,
        method: &str,
        mut body: Map<String, Value>,
    ) -> Result<Receipt> {
        insert(&mut body, "channel", Some(destination.channel));
        insert(&mut body, "thread_ts", destination.thread);
        let answer = self.api_for(to).await?.write(method, &Value::Object(body)).await?;
        match answer.get("ts").or_else(|| answer.get("message_ts")).and_then(Value::as_str) {
            Some(ts) => Ok(Receipt::of(ts)),
            None => Err(unreadable(format!("`{method}` answered ok without a `ts`"))),
        }
    }
}

/// Writes what a message says as arguments, whichever method takes them.
///
/// Neither `parse` nor `link_names` is set here, so that no bare `@channel` calls anybody.
///
/// # Errors
/// [`ErrorKind::Invalid`]: the content does not fit, or an option is none.
pub(crate) fn arguments(
    mut content: Content,
    attributes: &Map<String, Value>,
    way: Way,
    intent: Option<&IntentId>,
) -> Result<Map<String, Value>> {
    let refuse = |message: &str| Err(Error::new(ErrorKind::Invalid, message));
    let mut body = options(content.native.take(), attributes, way)?;
    let native = match body.remove("blocks") {
        Some(Value::Array(blocks)) => Some(blocks),
        Some(_) => return refuse("`blocks` in native content is a list"),
        None => None,
    };
    if body.contains_key("markdown_text") {
        // Slack renders it whole, and takes nothing beside it; the text of the message would be its fallback.
        if native.is_some() || !content.media.is_empty() || !content.actions.is_empty() {
            return refuse("`markdown_text` goes with no blocks, media or actions: use a block of type `markdown`");
        }
    } else {
        let Composed { text, blocks } = compose(&content, native)?;
        if let Some(text) = text {
            body.insert("text".to_owned(), text.into());
        }
        if !blocks.is_empty() {
            body.insert("blocks".to_owned(), blocks.into());
        }
    }
    if way.takes("metadata")
        && let Some(metadata) = metadata(body.remove("metadata"), intent)?
    {
        body.insert("metadata".to_owned(), metadata);
    }
    Ok(body)
}

/// Whether a message went where no record of Slack's tells of it.
pub(crate) fn leaves_no_record(message: &SendMessage) -> bool {
    let has = |name: &str| message.attributes.get(name).is_some_and(|value| !value.is_null());
    place::is_webhook(&message.to) || has("response_url") || has(EPHEMERAL_TO)
}

fn insert(body: &mut Map<String, Value>, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        body.insert(name.to_owned(), value.into());
    }
}
