use std::time::Duration;

use super::{Callback, inbound::PATIENCE};
use crate::{TwilioEmulator, twilio::records::Sms};

impl TwilioEmulator {
    /// Calls a message's `StatusCallback`: live for every step, in a simulated world for the last one, as often as the
    /// plan says (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>).
    pub(crate) fn report(&self, sms: &Sms, callback: Option<String>) {
        let Some(url) = callback else { return };
        if self.is_live() {
            for (status, after) in [("queued", 0), ("sent", 200), ("delivered", 1_000)] {
                self.tell_status(sms, &url, status, Duration::from_millis(after));
            }
        } else if self.desk.strikes(self.desk.plan().receipt) {
            let after = self.desk.between(0, 3_000);
            self.tell_status(sms, &url, "delivered", after);
        }
    }

    fn tell_status(&self, sms: &Sms, url: &str, status: &str, after: Duration) {
        let mut params = vec![
            ("MessageSid", sms.sid.clone()),
            ("MessageStatus", status.to_owned()),
            ("SmsSid", sms.sid.clone()),
            ("SmsStatus", status.to_owned()),
            ("AccountSid", self.account.settings.account_sid.clone()),
            ("From", sms.from.clone()),
            ("To", sms.to.clone()),
            ("ApiVersion", "2010-04-01".to_owned()),
        ];
        params.extend(sms.messaging_service_sid.clone().map(|sid| ("MessagingServiceSid", sid)));
        self.deliver(Callback {
            label: format!("status {} {status}", sms.sid),
            url: url.to_owned(),
            params,
            after,
            patience: PATIENCE,
            retries: true,
            written: None,
            replies: None,
        });
    }
}
