//! How far a conversation's message got with one participant.

use messaging_core::{Delivery, Event, EventKind, Result};

use crate::{
    place,
    webhook::{form::Form, status},
};

/// Reads `onDeliveryUpdated`: a message has a receipt for each participant who is no chat user.
pub(super) fn read(form: &Form<'_>) -> Result<Event> {
    let (conversation, sid) = (form.required("ConversationSid")?, form.required("MessageSid")?);
    let word = form.required("Status")?;
    let mut delivery = Delivery::new(sid, status::word(word));
    delivery.error = status::failure(form);
    let receipt = form.get("DeliveryReceiptSid").or_else(|| form.get("ParticipantSid")).unwrap_or_default();
    let code = form.get("ErrorCode").unwrap_or_default();
    let key = format!("onDeliveryUpdated:{conversation}:{sid}:{receipt}:{word}:{code}");
    Ok(Event::new(key, place::conversation(conversation), EventKind::Delivery(delivery)))
}
