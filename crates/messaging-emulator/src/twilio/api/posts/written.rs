use crate::twilio::api::{Refusal, fields, form::Form};

/// The longest text of a chat, in bytes.
const LONGEST_CHAT: usize = 32 * 1024;

/// What the text of a message may be.
pub(super) fn body(form: &Form) -> Result<Option<String>, Refusal> {
    let body = form.text("Body");
    if body.as_ref().is_some_and(|body| body.len() > LONGEST_CHAT) {
        return Err(Refusal::invalid(50_504, "Message body parameter is too long"));
    }
    Ok(body)
}

/// Who is said to have written it.
pub(super) fn author(form: &Form) -> Result<Option<String>, Refusal> {
    fields::limited(form, "Author", 256, 50_310, "Author parameter is too long")
}

/// The subject of a mail, which no answer shows.
pub(super) fn subject(form: &Form) -> Result<(), Refusal> {
    fields::limited(form, "Subject", 256, 20_422, "Invalid Parameter: Subject is too long").map(|_| ())
}
