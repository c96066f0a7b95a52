use std::time::Duration;

use super::Source;
use crate::{
    TwilioEmulator,
    twilio::{dates, records::User},
};

impl TwilioEmulator {
    /// `onUserAdded`, `onUserUpdated`.
    pub(crate) fn tell_user(&self, service_sid: &str, user: &User, event: &'static str) {
        let mut fields = vec![
            ("EventType", event.to_owned()),
            ("ChatServiceSid", service_sid.to_owned()),
            ("UserSid", user.sid.clone()),
            ("Identity", user.identity.clone()),
            ("RoleSid", user.role_sid.clone()),
            ("Attributes", user.attributes.clone()),
            ("FriendlyName", user.friendly_name.clone().unwrap_or_default()),
        ];
        if event == "onUserAdded" {
            fields.push(("DateCreated", dates::iso_millis(user.created)));
        } else {
            fields.extend([
                ("DateUpdated", dates::iso_millis(user.updated)),
                ("isOnline", "false".to_owned()),
                ("isNotifiable", "false".to_owned()),
            ]);
        }
        self.tell_event(fields, &format!("{event} {}", user.sid), &Source::Api, None, Duration::ZERO);
    }
}
