//! Callbacks that are no form, such as those of Event Streams and of the newer products.

use messaging_core::{Event, EventKind, Place};
use serde_json::Value;

use crate::account::Account;

/// The longest name of an event that is kept, in bytes.
const MAX_NAME: usize = 128;

/// Keys that name what happened: `CloudEvents` (<https://www.twilio.com/docs/events>) write
/// `type`, others as Conversations do.
const NAMES: [&str; 3] = ["EventType", "eventType", "type"];

/// Says that something happened, under the name it gives itself; `unknown` if it gives none.
///
/// Twilio sends several events as one array: the first one gives the name.
pub(crate) fn read(body: &[u8], signature: &str, account: &Account) -> Event {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let first = body.as_array().and_then(|events| events.first()).unwrap_or(&body);
    let name = NAMES.iter().find_map(|name| first.get(name)?.as_str());
    let name = name.filter(|name| !name.is_empty() && name.len() <= MAX_NAME).unwrap_or("unknown");
    let place = Place::new("account", [account.sid.as_str()]);
    // The signature covers the body, through its hash.
    Event::new(format!("other:{signature}"), place, EventKind::Other(name.to_owned()))
}
