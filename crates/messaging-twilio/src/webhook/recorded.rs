//! What a callback would have told, from a record of the API: read by what reads callbacks, so that keys, places and
//! keywords are the same.

use messaging_core::{Event, Result, UnixMillis};

use super::{conversation, form::Form, message};
use crate::{account::Account, fields::Fields};

/// Reads a text, in the words of its webhook.
pub(crate) fn text(fields: &Fields, created: UnixMillis, account: &Account) -> Result<Event> {
    let raw = fields.encode();
    let form = Form::parse(raw.as_bytes())?;
    Ok(message::read(&form, form.required("MessageSid")?, account)?.at(created).with_raw(raw))
}

/// Reads a message of a conversation, in the words of `onMessageAdded`.
pub(crate) fn post(fields: &Fields, account: &Account) -> Result<Event> {
    let raw = fields.encode();
    let form = Form::parse(raw.as_bytes())?;
    Ok(conversation::read(&form, "onMessageAdded", "", account)?.with_raw(raw))
}
