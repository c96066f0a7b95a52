use form_urlencoded::byte_serialize;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    id::IntentId,
    message::{Content, Receipt, SendMessage},
};
use messaging_http::unreadable;
use serde_json::Value;

use crate::{
    Twilio, address,
    compose::{self, Words},
    fields::Fields,
    place::Target,
    sid::is_sid,
};

/// Fields of a send that are ours to write: native content cannot redirect a message.
const OURS: [&str; 5] = ["To", "From", "MessagingServiceSid", "StatusCallback", "Author"];

impl Twilio {
    /// Posts a message to a place of ours.
    pub(crate) async fn post_message(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        match Target::of(&request.to)? {
            Target::Direct { ours, theirs } => {
                let form = self.text(ours, theirs, &request.content, context.intent.as_ref())?;
                receipt(&self.post(&self.account.path("/Messages.json"), &form).await?)
            }
            Target::Conversation(sid) => self.post_chat(context, sid, &request).await,
        }
    }

    /// Writes a message of Programmable Messaging.
    fn text(&self, ours: &str, theirs: &str, content: &Content, intent: Option<&IntentId>) -> Result<Fields> {
        address::check(ours, theirs)?;
        let sender = if is_sid(ours, "MG") { "MessagingServiceSid" } else { "From" };
        let form = native(content)?;
        if form.has("Attributes") {
            let message = "native content cannot set `Attributes` of a text: only messages of a conversation have them";
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        let mut form = form.with("To", theirs).with(sender, ours);
        if !form.has("ContentSid") {
            form = match compose::words(&self.account, theirs, content) {
                _ if form.has("Body") => form,
                Words::Body(body) if body.is_empty() => form,
                Words::Body(body) => form.with("Body", body),
                Words::Template { content_sid, variables } => {
                    form.with("ContentSid", content_sid).with("ContentVariables", variables)
                }
            };
            for media in &content.media {
                form = form.with("MediaUrl", &media.url);
            }
        }
        Ok(form.with_some("StatusCallback", self.status_callback(intent)))
    }

    /// The URL that is told what becomes of a message. It carries the intent, and Twilio signs it.
    fn status_callback(&self, intent: Option<&IntentId>) -> Option<String> {
        let url = self.account.webhook_url.as_deref()?;
        let mid: String = byte_serialize(intent?.as_str().as_bytes()).collect();
        Some(format!("{url}?mid={mid}{}", self.account.overrides))
    }
}

/// Reads off an answer which message was made.
pub(crate) fn receipt(answer: &Value) -> Result<Receipt> {
    match answer.get("sid").and_then(Value::as_str) {
        Some(sid) if !sid.is_empty() => Ok(Receipt::of(sid)),
        _ => Err(unreadable("Twilio took the message, but its answer has no `sid`")),
    }
}

/// The fields that native content adds: an object of Twilio's own parameters, such as `ContentSid`.
pub(crate) fn native(content: &Content) -> Result<Fields> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
    let fields = match &content.native {
        None => Fields::default(),
        Some(Value::Object(native)) => Fields::default().with_native(native)?,
        Some(_) => return refuse("native content for twilio is an object of its parameters".to_owned()),
    };
    match OURS.into_iter().find(|name| fields.has(name)) {
        Some(name) => refuse(format!("native content cannot set `{name}`: the message itself says that")),
        None => Ok(fields),
    }
}
