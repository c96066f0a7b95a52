//! What Twilio is certain to refuse, refused before it is sent
//! (<https://www.twilio.com/docs/conversations-classic/conversations-limits>).

use std::time::Duration;

use messaging_core::{Error, ErrorKind, Result};

use super::JsonText;
use crate::sid;

/// The longest name of a conversation, an identity or an address, in characters.
pub(crate) const NAME: usize = 256;
/// The longest attributes of a conversation, in bytes.
pub(crate) const CONVERSATION_ATTRIBUTES: usize = 16 * 1024;
/// The longest attributes of anything else, in bytes.
pub(crate) const ATTRIBUTES: usize = 4 * 1024;

/// An error that names a parameter.
pub(crate) fn refuse(name: &str, why: &str) -> Error {
    Error::new(ErrorKind::Invalid, format!("`{name}` {why}"))
}

/// At most `max` characters.
pub(crate) fn at_most(name: &str, value: Option<&String>, max: usize) -> Result<()> {
    match value.map(|value| value.chars().count()) {
        Some(count) if count > max => Err(refuse(name, &format!("has {count} characters; Twilio takes at most {max}"))),
        _ => Ok(()),
    }
}

/// A SID of its kind.
pub(crate) fn sid(name: &str, value: Option<&String>, prefix: &str) -> Result<()> {
    value.map_or(Ok(()), |value| sid::parameter(name, value, prefix))
}

/// JSON of at most `max` bytes.
pub(crate) fn json(name: &str, value: Option<&JsonText>, max: usize) -> Result<()> {
    match value {
        Some(text) if text.value().is_none() => Err(refuse(name, "is not JSON")),
        Some(text) if text.as_str().len() > max => {
            Err(refuse(name, &format!("has {} bytes; Twilio takes at most {max}", text.as_str().len())))
        }
        _ => Ok(()),
    }
}

/// A timer of at least so many minutes.
pub(crate) fn timer(name: &str, value: Option<Duration>, minutes: u64) -> Result<()> {
    match value {
        Some(time) if time < Duration::from_secs(60 * minutes) => {
            Err(refuse(name, &format!("is {} s; Twilio's least is {minutes} min", time.as_secs())))
        }
        _ => Ok(()),
    }
}

/// A page size Twilio takes.
pub(crate) fn page_size(value: Option<u32>, max: u32) -> Result<()> {
    match value {
        Some(size) if size == 0 || size > max => Err(refuse("PageSize", &format!("is {size}; it is 1 to {max}"))),
        _ => Ok(()),
    }
}
