use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        address,
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            page::Page,
        },
        dates,
        settings::Line,
    },
};

const LIST: Parameters = Parameters {
    operation: "GET IncomingPhoneNumbers",
    known: &["PhoneNumber", "FriendlyName", "Beta", "Origin", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/IncomingPhoneNumbers.json`; `PhoneNumber` finds parts of numbers, too.
    pub(crate) fn list_numbers(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let (part, name) = (call.query.get("PhoneNumber").map(digits), call.query.get("FriendlyName"));
        let own = self.numbers_owned().map(|number| (sid_of(&number), number));
        let all: Vec<_> = own
            .filter(|(_, number)| part.as_ref().is_none_or(|part| digits(number).contains(part)))
            .filter(|(_, number)| name.is_none_or(|name| friendly_name(&self.line(number), number) == name))
            .collect();
        let page = Page::cut(all, &call.query, 1_000, |(sid, _)| sid)?;
        let items = page.items.iter().map(|(_, number)| self.number(number)).collect();
        Ok(json_answer(StatusCode::OK, &page.uris(&call.path, "incoming_phone_numbers", items)))
    }

    /// `GET …/IncomingPhoneNumbers/{PN}.json`
    pub(crate) fn fetch_number(&self, call: &Call, sid: &str) -> Outcome {
        Ok(json_answer(StatusCode::OK, &self.number(&self.number_of(call, sid)?)))
    }

    pub(super) fn number_of(&self, call: &Call, sid: &str) -> Result<String, Refusal> {
        self.numbers_owned().find(|number| sid_of(number) == sid).ok_or_else(|| call.not_found())
    }

    fn numbers_owned(&self) -> impl Iterator<Item = String> {
        let is_number = |number: &&String| matches!(address::parse(number), Some((address::Channel::Sms, _)));
        self.account.settings.phone_numbers.iter().filter(is_number).cloned()
    }

    /// A number as the API of 2010 writes it.
    pub(super) fn number(&self, number: &str) -> Value {
        let (line, account) = (self.line(number), &self.account.settings.account_sid);
        let (sid, opened) = (sid_of(number), dates::rfc2822(self.account.opened));
        let method = |method: &str| if method.is_empty() { "POST".to_owned() } else { method.to_ascii_uppercase() };
        json!({
            "sid": sid,
            "account_sid": account,
            "friendly_name": friendly_name(&line, number),
            "phone_number": number,
            "sms_url": line.sms_url.unwrap_or_default(),
            "sms_method": method(&line.sms_method),
            "sms_fallback_url": line.sms_fallback_url.unwrap_or_default(),
            "sms_fallback_method": method(&line.sms_fallback_method),
            "sms_application_sid": line.sms_application_sid,
            "status_callback": line.status_callback,
            "status_callback_method": method(&line.status_callback_method),
            "voice_url": "",
            "voice_method": "POST",
            "voice_fallback_url": "",
            "voice_fallback_method": "POST",
            "voice_application_sid": "",
            "voice_caller_id_lookup": false,
            "voice_receive_mode": "voice",
            "capabilities": { "voice": true, "sms": true, "mms": true, "fax": false },
            "address_requirements": "none",
            "address_sid": null,
            "bundle_sid": null,
            "identity_sid": null,
            "trunk_sid": null,
            "emergency_status": "Inactive",
            "emergency_address_sid": null,
            "emergency_address_status": "unregistered",
            "api_version": "2010-04-01",
            "beta": false,
            "origin": "twilio",
            "status": "in-use",
            "type": "local",
            "date_created": opened,
            "date_updated": opened,
            "uri": format!("/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json"),
        })
    }
}

/// The name of a number, always the same: its digits at the end of 32.
fn sid_of(number: &str) -> String {
    format!("PN{:0>32}", digits(number))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn friendly_name(line: &Line, number: &str) -> String {
    if line.friendly_name.is_empty() { number.to_owned() } else { line.friendly_name.clone() }
}
