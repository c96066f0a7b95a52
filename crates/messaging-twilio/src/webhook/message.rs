//! A text or a channel's message that a person sent (<https://www.twilio.com/docs/messaging/guides/webhook-request>).

use messaging_core::{
    Error, ErrorKind, Event, EventKind, Result,
    message::{Action, Author, Content, Media, Message},
};
use serde_json::{Map, Value};

use super::{form::Form, keyword};
use crate::{account::Account, place};

/// The most files read of one message; Twilio carries ten.
const MAX_FILES: usize = 100;

/// Fields that have a word of ours. All others are attributes, under Twilio's names, those of tomorrow included.
const WORDED: [&str; 11] = [
    "AccountSid",
    "ApiVersion",
    "Body",
    "From",
    "MessageSid",
    "MessageStatus",
    "NumMedia",
    "SmsMessageSid",
    "SmsSid",
    "SmsStatus",
    "To",
];

/// Reads an inbound message.
pub(super) fn read(form: &Form<'_>, sid: &str, account: &Account) -> Result<Event> {
    let (theirs, ours) = (sender(form)?, form.required("To")?);
    let body = form.get("Body").unwrap_or_default();
    let is_text = !theirs.contains(':');
    let keyword = keyword::told(form).or_else(|| keyword::of_text(body).filter(|_| is_text));

    let kind = if account.inbound.of(ours).answers_texts() {
        let mut author = Author::new(theirs);
        author.name = form.get("ProfileName").map(str::to_owned);
        let mut content = Content::text(body);
        content.media = (0..MAX_FILES).map_while(|index| file(form, index)).collect();
        let mut message = Message::new(sid, author, content);
        message.attributes = attributes(form);
        message.choice = choice(form);
        EventKind::MessageAdded(message)
    } else {
        // Its other copy, which comes through Conversations, is the one that counts.
        EventKind::Other("message via messaging".to_owned())
    };
    let event = Event::new(sid, place::direct(ours, theirs), kind);
    Ok(match keyword {
        Some(keyword) => event.with_keyword(keyword),
        None => event,
    })
}

/// Who wrote: an address, or where WhatsApp keeps the number to itself, the user's id in its place.
fn sender<'f>(form: &'f Form<'_>) -> Result<&'f str> {
    let address = form.get("From").filter(|from| !from.ends_with(':'));
    address.or_else(|| form.get("ExternalUserId")).ok_or_else(|| {
        Error::new(ErrorKind::Invalid, "the callback has no `From`, and no `ExternalUserId` in its place")
    })
}

/// The `index`-th file of a message.
fn file(form: &Form<'_>, index: usize) -> Option<Media> {
    let mut media = Media::at(form.get(&format!("MediaUrl{index}"))?);
    media.content_type = form.get(&format!("MediaContentType{index}")).map(str::to_owned);
    Some(media)
}

/// The button or the row of a list that the person chose.
fn choice(form: &Form<'_>) -> Option<Action> {
    let one = |label: &str, value: &str| {
        let (label, value) = (form.get(label), form.get(value));
        let either = label.or(value)?;
        Some(Action::new(label.unwrap_or(either), value.unwrap_or(either)))
    };
    one("ButtonText", "ButtonPayload").or_else(|| one("ListTitle", "ListId"))
}

/// Everything else that was said, for an agent that knows what it is. A name that comes several times is a list.
fn attributes(form: &Form<'_>) -> Map<String, Value> {
    let mut kept: Map<String, Value> = Map::new();
    for (name, value) in form.fields() {
        let is_file = ["MediaUrl", "MediaContentType"]
            .iter()
            .filter_map(|start| name.strip_prefix(start)?.parse::<usize>().ok())
            .any(|index| index < MAX_FILES);
        if value.is_empty() || is_file || WORDED.contains(&name) {
            continue;
        }
        match kept.get_mut(name) {
            None => drop(kept.insert(name.to_owned(), Value::from(value))),
            Some(Value::Array(all)) => all.push(Value::from(value)),
            Some(first) => *first = Value::from(vec![first.take(), Value::from(value)]),
        }
    }
    kept
}
