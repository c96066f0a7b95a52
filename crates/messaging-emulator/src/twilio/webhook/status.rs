use std::time::Duration;

use super::{Callback, Product, Target, named};
use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        carrier,
        records::{Sms, Step},
    },
};

impl TwilioEmulator {
    /// Calls a message's `StatusCallback`: live for every step from `from` on, in a simulated world for the last one,
    /// as often as the plan says (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>).
    pub(crate) fn report(&self, sms: &Sms, from: Duration) {
        let Some(url) = &sms.options.status_callback else { return };
        if self.is_live() {
            for step in sms.life.steps.iter().filter(|step| step.after >= from) {
                self.tell_status(sms, url, Step { after: step.after.saturating_sub(from), ..*step });
            }
        } else if let Some(last) = sms.life.steps.last()
            && self.desk.strikes(self.desk.plan().receipt)
        {
            let after = self.desk.between(0, 3_000);
            self.tell_status(sms, url, Step { after, ..*last });
        }
    }

    /// Tells one step of a message's life.
    pub(crate) fn tell_status(&self, sms: &Sms, url: &str, step: Step) {
        let Step { after, status, error_code } = step;
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
        if let Some(code) = error_code {
            params.push(("ErrorCode", code.to_string()));
            params.push(("ErrorMessage", carrier::message(code).to_owned()));
        }
        let channel = address::parse(&sms.to).map_or(Channel::Sms, |(channel, _)| channel);
        if channel != Channel::Sms {
            params.push(("ChannelPrefix", channel.lower().to_owned()));
            params.push(("ChannelInstallSid", self.channel_sid(channel)));
            params.extend(error_code.map(|code| ("ChannelStatusMessage", carrier::message(code).to_owned())));
            params.extend((status == "read").then(|| ("EventType", "READ".to_owned())));
        } else if matches!(status, "delivered" | "undelivered") {
            params.push(("RawDlrDoneDate", crate::twilio::dates::minute(self.desk.wall() + after)));
        }
        let label = format!("status {} {status}", sms.sid);
        let callback = Callback::new(label, Target::post(url), Product::Messaging, named(params));
        self.deliver(Callback { after, ..callback });
    }

    /// The name of the account's installation of a channel, always the same.
    fn channel_sid(&self, channel: Channel) -> String {
        let account = self.account.settings.account_sid.trim_start_matches("AC");
        let digit = if channel == Channel::WhatsApp { '1' } else { '2' };
        account.chars().take(31).fold("XE".to_owned(), |sid, letter| format!("{sid}{letter}")) + &digit.to_string()
    }
}
