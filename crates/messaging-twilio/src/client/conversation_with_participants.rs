//! A conversation together with its first participants
//! (<https://www.twilio.com/docs/conversations-classic/api/conversation-with-participants-resource>).

use std::time::Duration;

use messaging_core::{Result, UnixMillis};

use super::{
    Call, JsonText, bounds,
    call::{Root, Spelled},
    conversations::{Conversation, Said, State, check_start},
    params::{Param, Params, params},
    participants,
};

/// The most participants Twilio adds at once.
const MOST: usize = 10;

params! {
    /// Creates a conversation with up to ten participants. Twilio may answer before everybody is in it; a group text is
    /// `initializing` until then.
    Create of {} with {
        /// What people call it, up to 256 characters.
        friendly_name: String = "FriendlyName",
        /// A name that no other conversation of the service has; it may stand for the SID.
        unique_name: String = "UniqueName",
        /// The application's own data: JSON, up to 16 KiB.
        attributes: JsonText = "Attributes",
        /// The Messaging Service its messages go through, `MG…`.
        messaging_service_sid: String = "MessagingServiceSid",
        /// When it was created, for what is imported.
        date_created: UnixMillis = "DateCreated",
        /// When it was changed last, for what is imported.
        date_updated: UnixMillis = "DateUpdated",
        /// The state it starts in; active unless told otherwise, and not closed. Needed where a timer is set.
        state: State = "State",
        /// How long without news until it becomes inactive; one minute or more.
        timers_inactive: Duration = "Timers.Inactive",
        /// How long without news until it is closed; ten minutes or more.
        timers_closed: Duration = "Timers.Closed",
        /// Where its e-mails come from.
        bindings_email_address: String = "Bindings.Email.Address",
        /// The name beside that address.
        bindings_email_name: String = "Bindings.Email.Name",
        /// Who is in it from the start; their `conversation` is not looked at.
        participants: Vec<participants::Create> = "Participant",
    }
}

/// As JSON text.
impl Param for participants::Create {
    fn put(&self, name: &'static str, fields: crate::fields::Fields) -> crate::fields::Fields {
        fields.with(name, self.json().to_string())
    }
}

impl Create {
    /// Adds one who is in it from the start.
    #[must_use]
    pub fn with(mut self, participant: participants::Create) -> Self {
        self.participants.get_or_insert_default().push(participant);
        self
    }
}

impl Call for Create {
    type Output = Conversation;

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        let (timers_inactive, timers_closed) = (self.timers_inactive, self.timers_closed);
        let said = Said {
            friendly_name: self.friendly_name.as_ref(),
            unique_name: self.unique_name.as_ref(),
            attributes: self.attributes.as_ref(),
            messaging_service_sid: self.messaging_service_sid.as_ref(),
            timers_inactive,
            timers_closed,
        };
        said.check()?;
        check_start(self.state.as_ref(), timers_inactive.or(timers_closed).is_some())?;
        let participants = self.participants.as_deref().unwrap_or_default();
        if participants.len() > MOST {
            let why = format!("is there {} times; Twilio adds at most {MOST} at once", participants.len());
            return Err(bounds::refuse("Participant", &why));
        }
        participants.iter().try_for_each(participants::Create::check)?;
        Ok(Spelled::post(root.scoped("/ConversationWithParticipants"), self.fields()).gated())
    }
}
