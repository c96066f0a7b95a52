use std::time::{Duration, SystemTime};

use crate::twilio::{
    api::{Refusal, duration, fields, form::Form},
    records::{Conversation, Email},
    sid::is_sid,
};

/// The parameters of a conversation, checked.
#[derive(Debug)]
pub(crate) struct Asked {
    friendly_name: Option<String>,
    pub(super) unique_name: Option<String>,
    attributes: Option<String>,
    pub(super) messaging_service_sid: Option<String>,
    pub(super) state: Option<String>,
    pub(super) created: Option<SystemTime>,
    pub(super) updated: Option<SystemTime>,
    pub(super) inactive: Option<Duration>,
    pub(super) closed: Option<Duration>,
    email: Email,
}

impl Asked {
    pub(crate) fn read(form: &Form) -> Result<Self, Refusal> {
        let unique_name = fields::limited(form, "UniqueName", 256, 50_004, "Unique Name too long")?;
        if unique_name.as_deref().is_some_and(|name| is_sid("CH", name)) {
            return Err(Refusal::invalid(50_390, "Unique name should not match conversation sid pattern"));
        }
        let (state, messaging_service_sid) = (form.text("State"), form.text("MessagingServiceSid"));
        if state.is_none() && form.has("State") {
            return Err(Refusal::invalid(50_374, "'State' field can't be empty"));
        }
        if state.as_deref().is_some_and(|state| !matches!(state, "active" | "inactive" | "closed" | "initializing")) {
            return Err(Refusal::invalid(50_378, "'State' parameter value is invalid"));
        }
        if messaging_service_sid.as_deref().is_some_and(|sid| !is_sid("MG", sid)) {
            return Err(Refusal::invalid(50_341, "Invalid messaging service SID"));
        }
        let (created, updated) = fields::dates(form)?;
        Ok(Self {
            friendly_name: fields::friendly_name(form)?,
            unique_name,
            attributes: fields::attributes(form, 16 * 1024)?,
            messaging_service_sid,
            state,
            created,
            updated,
            inactive: inactive(form, "Timers.Inactive")?,
            closed: closed(form, "Timers.Closed")?,
            email: Email { address: form.text("Bindings.Email.Address"), name: form.text("Bindings.Email.Name") },
        })
    }

    /// Writes into a conversation what was asked for. A timer of no length is taken away.
    pub(super) fn apply(self, conversation: &mut Conversation, now: SystemTime) {
        conversation.friendly_name = self.friendly_name.or(conversation.friendly_name.take());
        conversation.unique_name = self.unique_name.or(conversation.unique_name.take());
        if let Some(attributes) = self.attributes {
            conversation.attributes = attributes;
        }
        if let Some(sid) = self.messaging_service_sid {
            conversation.messaging_service_sid = sid;
        }
        if let Some(state) = self.state {
            conversation.state = state;
        }
        let timers = &mut conversation.timers;
        timers.inactive = self.inactive.or(timers.inactive).filter(|wait| !wait.is_zero());
        timers.closed = self.closed.or(timers.closed).filter(|wait| !wait.is_zero());
        conversation.email.address = self.email.address.or(conversation.email.address.take());
        conversation.email.name = self.email.name.or(conversation.email.name.take());
        conversation.created = self.created.unwrap_or(conversation.created);
        conversation.updated = self.updated.unwrap_or(now);
    }
}

/// How long until inactive: no time, or a minute at least.
pub(crate) fn inactive(form: &Form, name: &str) -> Result<Option<Duration>, Refusal> {
    let Some(text) = form.get(name) else { return Ok(None) };
    match duration::read(text) {
        None => Err(Refusal::invalid(50_379, "TimeToInactive format is invalid")),
        Some(wait) if !wait.is_zero() && wait < Duration::from_secs(60) => {
            Err(Refusal::invalid(50_375, "TimeToInactive should be greater or equal to 1 minute"))
        }
        wait => Ok(wait),
    }
}

/// How long until closed: no time, or ten minutes at least.
pub(crate) fn closed(form: &Form, name: &str) -> Result<Option<Duration>, Refusal> {
    let Some(text) = form.get(name) else { return Ok(None) };
    match duration::read(text) {
        None => Err(Refusal::invalid(50_380, "TimeToClosed format is invalid")),
        Some(wait) if !wait.is_zero() && wait < Duration::from_secs(600) => {
            Err(Refusal::invalid(50_376, "TimeToClosed should be greater or equal to 10 minutes"))
        }
        wait => Ok(wait),
    }
}
