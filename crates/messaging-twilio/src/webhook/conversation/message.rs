//! Messages of a conversation: written, changed, taken back.

use messaging_core::{
    Event, EventKind, Result,
    id::MessageId,
    message::{Author, Content, Message},
};
use serde_json::{Map, Value};

use crate::{
    account::Account,
    date,
    inbound::channel,
    place, row, uploaded,
    webhook::{form::Form, keyword},
};

/// A person wrote, or a message of ours came back.
pub(super) fn added(form: &Form<'_>, account: &Account) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let (author, source) = (form.required("Author")?, form.get("Source"));
    let message = read(form, sid, author, account);
    let (key, place) = (format!("onMessageAdded:{conversation}:{sid}"), place::conversation(conversation));

    let ours = author == account.author || form.get("ClientIdentity") == Some(&account.author);
    if ours || source == Some("API") {
        let mid = message.attributes.get("mid").and_then(Value::as_str);
        return Ok(Event::new(key, place, EventKind::MessageEchoed { intent: mid.map(Into::into), message }));
    }
    // The SDK's people have identities only, even if one is called like a number.
    let address = if source == Some("SDK") { None } else { channel(author) };
    if address.is_some() && !account.inbound.answers_conversation(author, form.get("MessagingBinding.ProxyAddress")) {
        return Ok(Event::new(key, place, EventKind::Other("message via conversations".to_owned())));
    }
    let is_text = address == Some("");
    let keyword = keyword::told(form).or_else(|| keyword::of_text(&message.content.text).filter(|_| is_text));
    let event = Event::new(key, place, EventKind::MessageAdded(message));
    Ok(match keyword {
        Some(keyword) => event.with_keyword(keyword),
        None => event,
    })
}

/// Somebody changed a message; `key` names this change of it.
pub(super) fn edited(form: &Form<'_>, key: &str, account: &Account) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let message = read(form, sid, form.get("Author").unwrap_or_default(), account);
    Ok(Event::new(key, place::conversation(conversation), EventKind::MessageEdited(message)))
}

/// Somebody took a message back, which happens once.
pub(super) fn removed(form: &Form<'_>) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let key = format!("onMessageRemoved:{conversation}:{sid}");
    Ok(Event::new(key, place::conversation(conversation), EventKind::MessageRemoved(MessageId::from(sid))))
}

fn read(form: &Form<'_>, sid: &str, author: &str, account: &Account) -> Message {
    let mut content = Content::text(form.get("Body").unwrap_or_default());
    content.media = uploaded::listed(&files(form), form.get("ChatServiceSid"), account);
    let mut message = Message::new(sid, Author::new(author), content);
    message.attributes = row::object(form.get("Attributes"));
    message.author.name = row::shown_name(&message.attributes);
    message.sent_at = form.get("DateCreated").and_then(date::read);
    message
}

/// The files, under the names that the REST API gives their members. Twilio writes `Media` as JSON in several
/// spellings: `MediaSid`, `media_sid`, `sid`.
fn files(form: &Form<'_>) -> Value {
    let files: Value = form.get("Media").and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let files = match files {
        Value::Array(files) => files,
        one @ Value::Object(_) => vec![one],
        _ => Vec::new(),
    };
    files.into_iter().map(file).collect()
}

fn file(file: Value) -> Value {
    let Value::Object(members) = file else { return file };
    let named = members.into_iter().filter_map(|(name, value)| {
        let plain: String = name.chars().filter(|c| *c != '_').collect::<String>().to_ascii_lowercase();
        let known = match plain.as_str() {
            "sid" | "mediasid" => "sid",
            "contenttype" => "content_type",
            "filename" => "filename",
            _ => return None,
        };
        Some((known.to_owned(), value))
    });
    Value::Object(named.collect::<Map<_, _>>())
}
