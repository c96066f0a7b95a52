//! Something happened in a conversation (<https://www.twilio.com/docs/conversations-classic/conversations-webhooks>).

use messaging_core::{
    Delivery, Event, EventKind, Result, UnixMillis,
    message::{Author, Content, ConversationState, Message, Participant, ParticipantAddress},
};
use serde_json::Value;

use super::{form::Form, status, whereabouts};
use crate::{account::Account, date, media, place, row};

/// Reads a callback whose `EventType` is `name`.
pub(crate) fn read(form: &Form, name: &str, signature: &str, account: &Account) -> Result<Event> {
    let event = match name {
        "onMessageAdded" => message_added(form, account)?,
        "onConversationStateUpdated" => state_updated(form)?,
        "onParticipantAdded" => participant(form, name, EventKind::ParticipantAdded)?,
        "onParticipantRemoved" => participant(form, name, EventKind::ParticipantRemoved)?,
        "onDeliveryUpdated" => delivery(form)?,
        other => {
            Event::new(key(form, other, signature), whereabouts(form, account), EventKind::Other(other.to_owned()))
        }
    };
    Ok(match moment(form) {
        Some(at) => event.at(at),
        None => event,
    })
}

/// When it happened, by the date of the change it tells.
fn moment(form: &Form) -> Option<UnixMillis> {
    ["DateRemoved", "DateUpdated", "StateUpdated", "DateCreated"]
        .into_iter()
        .find_map(|name| form.get(name))
        .and_then(date::read)
}

/// A person wrote, or a message of ours came back.
fn message_added(form: &Form, account: &Account) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let author = form.required("Author")?;
    let files: Value = form.get("Media").and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let mut content = Content::text(form.get("Body").unwrap_or_default());
    content.media = media::listed(&files, form.get("ChatServiceSid"), account);
    let mut message = Message::new(sid, Author::new(author), content);
    message.attributes = row::object(form.get("Attributes"));
    message.sent_at = form.get("DateCreated").and_then(date::read);

    let kind = if author == account.author || form.get("Source") == Some("API") {
        let mid = message.attributes.get("mid").and_then(Value::as_str);
        EventKind::MessageEchoed { intent: mid.map(Into::into), message }
    } else {
        EventKind::MessageAdded(message)
    };
    Ok(Event::new(format!("onMessageAdded:{conversation}:{sid}"), place::conversation(conversation), kind))
}

fn state_updated(form: &Form) -> Result<Event> {
    let (conversation, to) = (form.required("ConversationSid")?, form.required("StateTo")?);
    let (from, at) = (form.get("StateFrom").unwrap_or_default(), form.get("StateUpdated").unwrap_or_default());
    let key = format!("onConversationStateUpdated:{conversation}:{from}:{to}:{at}");
    Ok(Event::new(key, place::conversation(conversation), EventKind::ConversationState(ConversationState::from(to))))
}

fn participant(form: &Form, name: &str, kind: impl FnOnce(Participant) -> EventKind) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("ParticipantSid")?);
    let address = match (form.get("Identity"), form.get("MessagingBinding.Address")) {
        (Some(identity), None) => ParticipantAddress::Identity(identity.to_owned()),
        (_, address) => {
            let proxy =
                form.get("MessagingBinding.ProxyAddress").or_else(|| form.get("MessagingBinding.ProjectedAddress"));
            ParticipantAddress::Address {
                address: address.unwrap_or_default().to_owned(),
                proxy: proxy.unwrap_or_default().to_owned(),
            }
        }
    };
    let mut participant = Participant::new(sid, address);
    participant.role = form.get("RoleSid").map(str::to_owned);
    participant.attributes = row::object(form.get("Attributes"));
    Ok(Event::new(format!("{name}:{conversation}:{sid}"), place::conversation(conversation), kind(participant)))
}

/// A message got further with one participant: a message has a receipt for each.
fn delivery(form: &Form) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let word = form.required("Status")?;
    let mut delivery = Delivery::new(sid, status::word(word));
    delivery.error = status::failure(form);
    let receipt = form.get("DeliveryReceiptSid").or_else(|| form.get("ParticipantSid")).unwrap_or_default();
    let code = form.get("ErrorCode").unwrap_or_default();
    let key = format!("onDeliveryUpdated:{conversation}:{sid}:{receipt}:{word}:{code}");
    Ok(Event::new(key, place::conversation(conversation), EventKind::Delivery(delivery)))
}

/// A key for what we have no word for: what it is about and when, because a retry may count itself in another field
/// and so is signed differently; the signature where it has no date.
fn key(form: &Form, name: &str, signature: &str) -> String {
    let date = ["DateRemoved", "DateUpdated", "DateCreated"].into_iter().find_map(|field| form.get(field));
    let about = ["MessageSid", "ParticipantSid", "UserSid"].into_iter().find_map(|field| form.get(field));
    match date {
        Some(date) => {
            let conversation = form.get("ConversationSid").unwrap_or_default();
            format!("{name}:{conversation}:{}:{date}", about.unwrap_or_default())
        }
        None => format!("{name}:{signature}"),
    }
}
