use http::StatusCode;
use serde_json::{Value, json};

use super::{
    Answer, Carry, Outcome, Refusal,
    call::{Call, Parameters},
    form::Form,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        address::{self, Channel},
        dates,
        records::{Medium, Sms, keep},
        screen::LONGEST_TEXT,
        segments,
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST Messages",
    known: &[
        "To",
        "From",
        "MessagingServiceSid",
        "Body",
        "MediaUrl",
        "ContentSid",
        "StatusCallback",
        "ProvideFeedback",
        "Attempt",
        "ValidityPeriod",
        "ForceDelivery",
        "ContentRetention",
        "AddressRetention",
        "SmartEncoded",
        "TrafficType",
        "ShortenUrls",
        "SendAsMms",
        "RiskCheck",
        "MaxPrice",
        "Tags",
    ],
    idle: &[
        "ApplicationSid",
        "ContentVariables",
        "PersistentAction",
        "ScheduleType",
        "SendAt",
        "FallbackFrom",
        "MessageIntent",
    ],
};

impl TwilioEmulator {
    /// `POST /2010-04-01/Accounts/{AC}/Messages.json`
    pub(crate) fn create_message(&self, call: &Call) -> Answer {
        let form = match self.form(call, CREATE) {
            Ok(form) => form,
            Err(refusal) => return Err(refusal).into(),
        };
        self.carry("POST Messages", move |emulator, carry| emulator.send_message(&form, carry))
    }

    fn send_message(&self, form: &Form, carry: Carry) -> Outcome {
        let (to, channel) = receiver(form)?;
        let from = self.sender(form, channel)?;
        if from == to {
            return Err(Refusal::invalid(21_266, "'To' and 'From' number cannot be the same"));
        }
        let text = contents(form)?;
        let callback = status_callback(form)?;
        if self.records().stopped.contains(&(to.clone(), from.clone())) {
            return Err(Refusal::invalid(21_610, "Attempt to send to unsubscribed recipient"));
        }
        let sms = Sms {
            sid: self.sid(if form.has("MediaUrl") { "MM" } else { "SM" }),
            body: form.text("Body").unwrap_or_default(),
            from,
            to,
            messaging_service_sid: form.text("MessagingServiceSid"),
            direction: "outbound-api",
            media: form.all("MediaUrl").map(|url| Medium { sid: self.sid("ME"), url: url.to_owned() }).collect(),
            created: self.desk.wall(),
        };
        let mut body = self.message(&sms);
        // A Messaging Service picks the sender and cuts the segments after it has answered.
        if let (Some(fields), None) = (body.as_object_mut(), form.get("From")) {
            fields.insert("from".to_owned(), Value::Null);
            fields.insert("num_segments".to_owned(), "0".into());
        }
        if carry == Carry::Really {
            self.show(&format!("{},{}", sms.to, sms.from), &sms.sid, &sms.from, true, &text);
            self.report(&sms, callback);
            keep(&mut self.records().messages, sms);
        }
        Ok(json_answer(StatusCode::CREATED, &body))
    }

    /// Who it comes from: the number that was named, or the first of the Messaging Service.
    fn sender(&self, form: &Form, channel: Channel) -> Result<String, Refusal> {
        let settings = &self.account.settings;
        let Some(from) = form.get("From") else {
            let Some(service) = form.get("MessagingServiceSid") else {
                return Err(Refusal::invalid(
                    21_603,
                    "A 'From' or 'MessagingServiceSid' parameter is required to send a message",
                ));
            };
            if service != settings.messaging_service_sid {
                return Err(Refusal::invalid(21_701, "The Messaging Service does not exist"));
            }
            let number = settings.phone_numbers.first().map(|number| channel.address(number));
            let none = "The Messaging Service does not have a phone number available to send a message";
            return number.ok_or_else(|| Refusal::invalid(21_703, none));
        };
        let unable = || {
            let message = format!(
                "The 'From' phone number provided ({from}) is not a valid message-capable Twilio phone number for this destination."
            );
            Refusal::invalid(21_606, message)
        };
        match address::parse(from) {
            None | Some((_, "+15005550001")) => {
                Err(Refusal::invalid(21_212, format!("Invalid From Number (caller ID): {from}")))
            }
            Some((_, "+15005550007")) => Err(unable()),
            Some((_, "+15005550008")) => {
                Err(Refusal::invalid(21_611, "This 'From' number has exceeded the maximum number of queued messages"))
            }
            Some((own, _)) if own != channel => {
                let message = "Invalid From and To pair. From and To should be of the same channel";
                Err(Refusal::invalid(21_910, message))
            }
            // The number that the vendor's documents give to those who only try.
            Some((_, "+15005550006")) => Ok(from.to_owned()),
            Some(_) if settings.owns(from) => Ok(from.to_owned()),
            Some(_) => Err(unable()),
        }
    }

    /// `GET /2010-04-01/Accounts/{AC}/Messages/{SM}.json`
    pub(crate) fn fetch_message(&self, call: &Call, sid: &str) -> Outcome {
        Ok(json_answer(StatusCode::OK, &self.message(&self.sms_of(call, sid)?)))
    }

    /// A copy of a message.
    pub(crate) fn sms_of(&self, call: &Call, sid: &str) -> Result<Sms, Refusal> {
        self.records().messages.iter().find(|sms| sms.sid == sid).cloned().ok_or_else(|| call.not_found())
    }

    /// A message as the API of 2010 writes it.
    pub(crate) fn message(&self, sms: &Sms) -> Value {
        let account = &self.account.settings.account_sid;
        let uri = format!("/2010-04-01/Accounts/{account}/Messages/{}", sms.sid);
        let (status, created) = (sms.status(self.desk.wall()), dates::rfc2822(sms.created));
        json!({
            "sid": sms.sid,
            "account_sid": account,
            "api_version": "2010-04-01",
            "body": sms.body,
            "from": sms.from,
            "to": sms.to,
            "messaging_service_sid": sms.messaging_service_sid,
            "direction": sms.direction,
            "status": status,
            "num_segments": segments::count(&sms.body).to_string(),
            "num_media": sms.media.len().to_string(),
            "price": null,
            "price_unit": "USD",
            "error_code": null,
            "error_message": null,
            "date_created": created,
            "date_sent": sms.is_sent(self.desk.wall()).then_some(&created),
            "date_updated": created,
            "uri": format!("{uri}.json"),
            "subresource_uris": { "media": format!("{uri}/Media.json") },
        })
    }
}

/// Who is meant to get it, magic numbers included.
fn receiver(form: &Form) -> Result<(String, Channel), Refusal> {
    let Some(to) = form.get("To") else {
        return Err(Refusal::invalid(21_604, "The destination 'To' phone number is required to send an SMS"));
    };
    let (code, message) = match address::parse(to) {
        None | Some((_, "+15005550001")) => (21_211, format!("Invalid 'To' Phone Number: {to}")),
        Some((_, "+15005550002")) => (21_612, "The 'To' phone number is not currently reachable via SMS".to_owned()),
        Some((_, "+15005550003")) => (
            21_408,
            "Permission to send an SMS has not been enabled for the region indicated by the 'To' number".to_owned(),
        ),
        Some((_, "+15005550004")) => (21_610, "Attempt to send to unsubscribed recipient".to_owned()),
        Some((_, "+15005550009")) => (21_614, "'To' number is not a valid mobile number".to_owned()),
        Some((channel, _)) => return Ok((to.to_owned(), channel)),
    };
    Err(Refusal::invalid(code, message))
}

/// What the person reads.
fn contents(form: &Form) -> Result<String, Refusal> {
    let media: Vec<_> = form.all("MediaUrl").collect();
    if media.len() > 10 {
        return Err(Refusal::invalid(21_623, "Number of media files exceeds allowed limit"));
    }
    if !media.iter().all(|url| is_web(url)) {
        return Err(Refusal::invalid(21_620, "Invalid media URL(s)"));
    }
    let template = form.get("ContentSid").map(|sid| format!("[content {sid}]"));
    let body = template.or_else(|| form.text("Body"));
    if body.is_none() && media.is_empty() {
        return Err(Refusal::invalid(21_602, "Message body is required."));
    }
    if body.as_deref().unwrap_or_default().encode_utf16().count() > LONGEST_TEXT {
        return Err(Refusal::invalid(21_617, "The concatenated message body exceeds the 1600 character limit"));
    }
    let lines = body.iter().map(String::as_str).chain(media);
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn status_callback(form: &Form) -> Result<Option<String>, Refusal> {
    match form.text("StatusCallback") {
        Some(url) if !is_web(&url) || url.len() > 4_000 => {
            Err(Refusal::invalid(21_609, "The 'StatusCallback' URL is not a valid URL."))
        }
        callback => Ok(callback),
    }
}

fn is_web(url: &str) -> bool {
    let parsed = url.parse::<http::Uri>();
    parsed.is_ok_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some())
}
