use std::time::Duration;

use serde_json::json;
use tokio::sync::oneshot;

use super::{Callback, Delivery};
use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        records::Sms,
        segments,
    },
};

/// How long an application may take for a message: the whole exchange, connection included.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

impl TwilioEmulator {
    /// Calls the number's `SmsUrl`
    /// (<https://www.twilio.com/docs/messaging/guides/webhook-request>).
    pub(crate) fn tell_inbound(&self, sms: &Sms, name: Option<&str>) -> Option<oneshot::Receiver<Delivery>> {
        let url = self.account.settings.webhook_url.clone()?;
        if !self.account.settings.owns(&sms.to) {
            return None;
        }
        let params = match address::parse(&sms.from) {
            Some((Channel::WhatsApp, number)) => self.whatsapp(sms, number, name.unwrap_or_default()),
            _ => self.sms(sms),
        };
        Some(self.deliver(Callback {
            label: format!("inbound {}", sms.sid),
            url,
            params,
            after: Duration::ZERO,
            patience: PATIENCE,
            retries: true,
            written: Some(sms.body.clone()),
            replies: Some((sms.from.clone(), sms.to.clone())),
        }))
    }

    fn sms(&self, sms: &Sms) -> Vec<(&'static str, String)> {
        let nowhere = ["ToCountry", "ToState", "ToCity", "ToZip", "FromCountry", "FromState", "FromCity", "FromZip"];
        let place = |name: &'static str| (name, if name.ends_with("Country") { "US" } else { "" }.to_owned());
        let mut params: Vec<_> = nowhere.into_iter().map(place).collect();
        params.extend([
            ("SmsMessageSid", sms.sid.clone()),
            ("SmsSid", sms.sid.clone()),
            ("SmsStatus", "received".to_owned()),
            ("MessageSid", sms.sid.clone()),
            ("AccountSid", self.account.settings.account_sid.clone()),
            ("From", sms.from.clone()),
            ("To", sms.to.clone()),
            ("Body", sms.body.clone()),
            ("NumMedia", "0".to_owned()),
            ("NumSegments", segments::count(&sms.body).to_string()),
            ("ApiVersion", "2010-04-01".to_owned()),
        ]);
        params
    }

    fn whatsapp(&self, sms: &Sms, number: &str, name: &str) -> Vec<(&'static str, String)> {
        let id = number.trim_start_matches('+');
        let context = json!({ "type": "whatsapp", "data": { "context": { "ProfileName": name, "WaId": id } } });
        vec![
            ("SmsMessageSid", sms.sid.clone()),
            ("NumMedia", "0".to_owned()),
            ("ProfileName", name.to_owned()),
            ("MessageType", "text".to_owned()),
            ("SmsSid", sms.sid.clone()),
            ("WaId", id.to_owned()),
            ("SmsStatus", "received".to_owned()),
            ("Body", sms.body.clone()),
            ("To", sms.to.clone()),
            ("NumSegments", "1".to_owned()),
            ("ReferralNumMedia", "0".to_owned()),
            ("MessageSid", sms.sid.clone()),
            ("AccountSid", self.account.settings.account_sid.clone()),
            ("ChannelMetadata", context.to_string()),
            ("From", sms.from.clone()),
            ("ApiVersion", "2010-04-01".to_owned()),
        ]
    }
}
