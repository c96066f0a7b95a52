use form_urlencoded::byte_serialize;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    id::IntentId,
    message::{Content, Receipt, SendMessage},
};
use messaging_http::unreadable;
use serde_json::{Map, Value};

use crate::{Twilio, fields::Fields, media, place::Target, sid::is_sid};

/// Fields of a send that are ours to write: native content cannot redirect a message or take our mark off it.
const OURS: [&str; 6] = ["To", "From", "MessagingServiceSid", "StatusCallback", "Author", "Attributes"];

impl Twilio {
    /// Posts a message to a place of ours.
    pub(crate) async fn post_message(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        let intent = context.intent.as_ref();
        let (path, form) = match Target::of(&request.to)? {
            Target::Direct { ours, theirs } => {
                (self.account.path("/Messages.json"), self.text(ours, theirs, &request.content, intent)?)
            }
            Target::Conversation(sid) => {
                (self.account.conversation_path(sid, "/Messages")?, self.chat(request.clone(), intent)?)
            }
        };
        let answer = self.post(&path, &form).await?;
        match answer.get("sid").and_then(Value::as_str) {
            Some(sid) if !sid.is_empty() => Ok(Receipt::of(sid)),
            _ => Err(unreadable("Twilio took the message, but its answer has no `sid`")),
        }
    }

    /// Writes a message of Programmable Messaging.
    fn text(&self, ours: &str, theirs: &str, content: &Content, intent: Option<&IntentId>) -> Result<Fields> {
        let sender = if is_sid(ours, "MG") { "MessagingServiceSid" } else { "From" };
        let mut form = native(content)?.with("To", theirs).with(sender, ours);
        if !form.has("ContentSid") {
            if !form.has("Body") && !content.text.is_empty() {
                form = form.with("Body", &content.text);
            }
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

    /// Writes a message of Conversations v1.
    fn chat(&self, request: SendMessage, intent: Option<&IntentId>) -> Result<Fields> {
        let content = request.content;
        let mut form = native(&content)?.with("Author", request.author.unwrap_or_else(|| self.account.author.clone()));
        if !form.has("ContentSid") {
            let (text, file) = written_out(&content)?;
            if !form.has("Body") && !text.is_empty() {
                form = form.with("Body", text);
            }
            form = form.with_some("MediaSid", file);
        }
        let mut attributes: Map<String, Value> = request.attributes;
        if let Some(intent) = intent {
            attributes.insert("mid".to_owned(), Value::from(intent.as_str()));
        }
        Ok(form.with_object("Attributes", attributes))
    }
}

/// The fields that native content adds: an object of Twilio's own parameters, such as `ContentSid`.
fn native(content: &Content) -> Result<Fields> {
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

/// What a conversation's message carries: its text, and the one file that was uploaded to Twilio before (`ME…`). Other
/// files are links at the end of the text, one per line, as for providers that carry no files at all.
fn written_out(content: &Content) -> Result<(String, Option<&str>)> {
    let (mut text, mut file) = (content.text.clone(), None);
    for media in &content.media {
        match media::sid_of(&media.url) {
            Some(_) if file.is_some() => {
                let message = "a conversation's message carries one uploaded file; send the next one in a message of \
                               its own";
                return Err(Error::new(ErrorKind::Unsupported, message));
            }
            Some(sid) => file = Some(sid),
            None => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&media.url);
            }
        }
    }
    Ok((text, file))
}
