//! How far a message of ours got (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>).

use messaging_core::{Delivery, DeliveryStatus, Error, ErrorKind, Event, EventKind, Result, VendorError};

use super::form::Form;
use crate::place;

/// Reads a status callback. The intent is in the query that we wrote into `StatusCallback` ourselves.
pub(super) fn read(form: &Form<'_>, status: &str, query: &str) -> Result<Event> {
    let sid = form.required("MessageSid")?;
    // Until a Messaging Service has picked a number, nobody is the sender but the service.
    let ours = form.get("From").or_else(|| form.get("MessagingServiceSid"));
    let ours = ours.ok_or_else(|| Error::new(ErrorKind::Invalid, "the callback has no `From`"))?;
    let place = place::direct(ours, form.required("To")?);
    let mut delivery = Delivery::new(sid, word(status));
    delivery.error = failure(form);
    let mid = form_urlencoded::parse(query.as_bytes()).find(|(name, value)| name == "mid" && !value.is_empty());
    delivery.intent = mid.map(|(_, value)| value.as_ref().into());
    let key = format!("{sid}:{status}:{}", form.get("ErrorCode").unwrap_or_default());
    Ok(Event::new(key, place, EventKind::Delivery(delivery)))
}

/// Twilio's status in our words. Callbacks may come in any order and twice.
pub(super) fn word(status: &str) -> DeliveryStatus {
    match status.to_ascii_lowercase().as_str() {
        "accepted" | "scheduled" => DeliveryStatus::Accepted,
        "queued" => DeliveryStatus::Queued,
        "sending" => DeliveryStatus::Sending,
        "sent" => DeliveryStatus::Sent,
        "delivered" => DeliveryStatus::Delivered,
        "read" => DeliveryStatus::Read,
        "undelivered" => DeliveryStatus::Undelivered,
        "failed" => DeliveryStatus::Failed,
        "canceled" => DeliveryStatus::Canceled,
        _ => DeliveryStatus::Other(status.to_owned()),
    }
}

/// Why it failed, if the callback says so.
pub(super) fn failure(form: &Form<'_>) -> Option<VendorError> {
    let code = form.get("ErrorCode").filter(|code| *code != "0")?;
    let words = form.get("ErrorMessage").or_else(|| form.get("ChannelStatusMessage")).unwrap_or_default();
    let error = VendorError::new(code, words);
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    Some(if digits { error.with_docs(format!("https://www.twilio.com/docs/api/errors/{code}")) } else { error })
}
