use serde_json::json;
use tokio::sync::oneshot;

use super::{Callback, Delivery, Parameter, Product, Target, named};
use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        optout::Keyword,
        records::Sms,
        segments,
        settings::Line,
    },
};

/// What a webhook tells of a message besides the message itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    /// The profile's name on WhatsApp.
    pub(crate) name: Option<String>,
    /// Parameters that replace those of the same name, or follow the others.
    pub(crate) fields: Vec<Parameter>,
}

impl TwilioEmulator {
    /// Calls the number's `SmsUrl`
    /// (<https://www.twilio.com/docs/messaging/guides/webhook-request>).
    pub(crate) fn tell_inbound(&self, sms: &Sms, extras: &Extras) -> Option<oneshot::Receiver<Delivery>> {
        if !self.account.settings.owns(&sms.to) {
            return None;
        }
        let line = self.line(&sms.to);
        if !line.sms_application_sid.is_empty() {
            let application = line.sms_application_sid;
            self.desk.warn(format!("{} was told to nobody: {application} goes before SmsUrl", sms.sid));
            return None;
        }
        let target = Target { url: line.sms_url?, method: method(&line.sms_method) };
        let fallback = line.sms_fallback_url.map(|url| Target { url, method: method(&line.sms_fallback_method) });
        let (channel, number) = address::parse(&sms.from).unwrap_or((Channel::Sms, &sms.from));
        let mut params = named(match channel {
            Channel::Sms => self.sms(sms),
            _ => self.channel(sms, channel, number, extras),
        });
        self.attach(sms, &mut params);
        if self.switches().advanced_opt_out {
            params.push(("MessagingServiceSid".to_owned(), self.account.settings.messaging_service_sid.clone()));
            params.extend(Keyword::of(&sms.body).map(|word| ("OptOutType".to_owned(), word.name().to_owned())));
        }
        for (name, value) in &extras.fields {
            match params.iter_mut().find(|(known, _)| known == name) {
                Some((_, old)) => old.clone_from(value),
                None => params.push((name.clone(), value.clone())),
            }
        }
        let callback = Callback::new(format!("inbound {}", sms.sid), target, Product::Messaging, params);
        let replies = Some((sms.from.clone(), sms.to.clone()));
        Some(self.deliver(Callback { fallback, written: Some(sms.body.clone()), replies, ..callback }))
    }

    /// How a number of ours calls the application.
    pub(crate) fn line(&self, address: &str) -> Line {
        let number = address::parse(address).map_or(address, |(_, number)| number);
        let told = self.records().messaging.lines.get(number).cloned();
        let settings = &self.account.settings;
        told.or_else(|| settings.lines.get(number).cloned())
            .unwrap_or_else(|| Line { sms_url: settings.webhook_url.clone(), ..Line::default() })
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
            ("NumMedia", sms.media.len().to_string()),
            ("NumSegments", segments::of(sms).to_string()),
            ("ApiVersion", "2010-04-01".to_owned()),
        ]);
        params
    }

    fn channel(&self, sms: &Sms, channel: Channel, number: &str, extras: &Extras) -> Vec<(&'static str, String)> {
        let (id, name) = (number.trim_start_matches('+'), extras.name.as_deref().unwrap_or_default());
        let is_whatsapp = channel == Channel::WhatsApp;
        let context = if is_whatsapp { json!({ "ProfileName": name, "WaId": id }) } else { json!({}) };
        let context = json!({ "type": channel.lower(), "data": { "context": context } });
        let mut params = vec![
            ("SmsMessageSid", sms.sid.clone()),
            ("NumMedia", sms.media.len().to_string()),
            ("ProfileName", name.to_owned()),
            ("MessageType", kind(sms, extras).to_owned()),
            ("SmsSid", sms.sid.clone()),
        ];
        params.extend(is_whatsapp.then(|| ("WaId", id.to_owned())));
        params.extend([
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
        ]);
        params
    }

    /// `MediaUrl0`, `MediaContentType0` and so on: where the files are, behind HTTP Basic.
    fn attach(&self, sms: &Sms, params: &mut Vec<Parameter>) {
        for (index, medium) in sms.media.iter().enumerate() {
            let account = &self.account.settings.account_sid;
            let path = format!("/2010-04-01/Accounts/{account}/Messages/{}/Media/{}", sms.sid, medium.sid);
            params.push((format!("MediaUrl{index}"), self.absolute(&path)));
            params.push((format!("MediaContentType{index}"), medium.content_type.clone()));
        }
    }
}

pub(crate) fn method(name: &str) -> http::Method {
    if name.eq_ignore_ascii_case("get") { http::Method::GET } else { http::Method::POST }
}

/// The type of a message on WhatsApp, read off what it has.
fn kind(sms: &Sms, extras: &Extras) -> &'static str {
    let has = |name: &str| extras.fields.iter().any(|(field, _)| field == name);
    if has("ButtonPayload") || has("ButtonText") {
        "button"
    } else if has("ListId") {
        "interactive"
    } else if has("Latitude") {
        "location"
    } else {
        match sms.media.first().and_then(|medium| medium.content_type.split('/').next()) {
            None => "text",
            Some("image") => "image",
            Some("audio") => "audio",
            Some("video") => "video",
            Some(_) => "document",
        }
    }
}
