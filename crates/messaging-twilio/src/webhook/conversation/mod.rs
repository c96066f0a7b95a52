//! Something happened in a conversation (<https://www.twilio.com/docs/conversations-classic/conversations-webhooks>).

mod changes;
mod delivery;
mod message;
mod participant;
mod question;

use messaging_core::{Event, EventKind, Result, UnixMillis, message::ConversationState, signature::sha256_hex};

pub(super) use self::question::{asked, is_question};
use super::{form::Form, whereabouts};
use crate::{account::Account, date, place};

/// Reads a callback whose `EventType` is `name`, and which tells what has happened already.
pub(super) fn read(form: &Form<'_>, name: &str, signature: &str, account: &Account) -> Result<Event> {
    let event = match name {
        "onMessageAdded" => message::added(form, account)?,
        "onMessageUpdated" => message::edited(form, &key(form, name, signature), account)?,
        "onMessageRemoved" => message::removed(form)?,
        "onConversationStateUpdated" => state_updated(form)?,
        "onParticipantAdded" => participant::read(form, name, account, EventKind::ParticipantAdded)?,
        "onParticipantRemoved" => participant::read(form, name, account, EventKind::ParticipantRemoved)?,
        "onDeliveryUpdated" => delivery::read(form)?,
        // `onConversationAdded`, `…Updated`, `…Removed`, `onParticipantUpdated`, `onUserAdded`, `onUserUpdated`, and
        // whatever there will be.
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
fn moment(form: &Form<'_>) -> Option<UnixMillis> {
    ["DateRemoved", "DateUpdated", "StateUpdated", "DateCreated"]
        .into_iter()
        .find_map(|name| form.get(name))
        .and_then(date::read)
}

fn state_updated(form: &Form<'_>) -> Result<Event> {
    let (conversation, to) = (form.required("ConversationSid")?, form.required("StateTo")?);
    let (from, at) = (form.get("StateFrom").unwrap_or_default(), form.get("StateUpdated").unwrap_or_default());
    let key = format!("onConversationStateUpdated:{conversation}:{from}:{to}:{at}");
    Ok(Event::new(key, place::conversation(conversation), EventKind::ConversationState(ConversationState::from(to))))
}

/// A key for a change that has no id: what it is about and when, because a retry counts itself in another field and so is
/// signed differently; the signature where it has no date.
fn key(form: &Form<'_>, name: &str, signature: &str) -> String {
    let date = ["DateRemoved", "DateUpdated", "DateCreated"].into_iter().find_map(|field| form.get(field));
    let about = ["MessageSid", "ParticipantSid", "UserSid"].into_iter().find_map(|field| form.get(field));
    match date {
        Some(date) => {
            let conversation = form.get("ConversationSid").unwrap_or_default();
            // Two edits within Twilio's finest moment differ in what they say.
            let said = ["Body", "Attributes"].map(|field| form.get(field).unwrap_or_default().as_bytes());
            let said = if name == "onMessageUpdated" { format!(":{}", sha256_hex(said)) } else { String::new() };
            format!("{name}:{conversation}:{}:{date}{said}", about.unwrap_or_default())
        }
        None => format!("{name}:{signature}"),
    }
}
