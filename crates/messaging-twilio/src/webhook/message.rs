//! A text or WhatsApp message that a person sent (<https://www.twilio.com/docs/messaging/guides/webhook-request>).

use messaging_core::{
    Event, EventKind, Result,
    message::{Author, Content, Media, Message},
};
use serde_json::Value;

use super::form::Form;
use crate::place;

/// The most files read of one message; Twilio carries ten.
const MAX_FILES: usize = 100;

/// Fields kept as attributes, for an agent that knows what they are.
const KEPT: [&str; 14] = [
    "MessageType",
    "MessagingServiceSid",
    "WaId",
    "OptOutType",
    "ButtonText",
    "ButtonPayload",
    "ListId",
    "ListTitle",
    "Latitude",
    "Longitude",
    "Address",
    "Label",
    "Forwarded",
    "OriginalRepliedMessageSid",
];

/// Reads an inbound message.
pub(crate) fn read(form: &Form, sid: &str) -> Result<Event> {
    let (theirs, ours) = (form.required("From")?, form.required("To")?);
    let mut author = Author::new(theirs);
    author.name = form.get("ProfileName").map(str::to_owned);
    let mut content = Content::text(form.get("Body").unwrap_or_default());
    content.media = (0..MAX_FILES).map_while(|index| file(form, index)).collect();
    let mut message = Message::new(sid, author, content);
    let kept = KEPT.into_iter().filter_map(|name| Some((name.to_owned(), Value::from(form.get(name)?))));
    message.attributes.extend(kept);
    Ok(Event::new(sid, place::direct(ours, theirs), EventKind::MessageAdded(message)))
}

/// The `index`-th file of a message.
fn file(form: &Form, index: usize) -> Option<Media> {
    let mut media = Media::at(form.get(&format!("MediaUrl{index}"))?);
    media.content_type = form.get(&format!("MediaContentType{index}")).map(str::to_owned);
    Some(media)
}
