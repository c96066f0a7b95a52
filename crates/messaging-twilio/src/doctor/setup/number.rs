//! The webhook of a phone number (<https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>).

use messaging_core::{Error, ErrorKind, Result};
use serde::Deserialize;

use super::{Change, SetupState, SetupStep, url_difference};
use crate::{Twilio, api::rows, fields::Fields};

/// What is read of a number.
#[derive(Debug, Deserialize)]
struct NumberRow {
    sid: String,
    #[serde(default)]
    phone_number: String,
    #[serde(default)]
    sms_url: Option<String>,
    #[serde(default)]
    sms_method: Option<String>,
    #[serde(default)]
    sms_application_sid: Option<String>,
}

impl Twilio {
    pub(super) async fn number_step(&self, number: &str, url: &str) -> Result<SetupStep> {
        let about = format!("the webhook of the number {number}");
        let step = |state| SetupStep::new(about.clone(), state).wants("SmsUrl", url).wants("SmsMethod", "POST");
        let query = Fields::default().with("PhoneNumber", number);
        let page = match self.get(&self.account.path("/IncomingPhoneNumbers.json"), &query).await {
            Ok(page) => page,
            Err(error) if is_closed(&error) => return Ok(step(SetupState::Unseen).because(error.to_string())),
            Err(error) => return Err(error),
        };
        let (found, _) = rows::<NumberRow>(page, "incoming_phone_numbers", "number")?;
        // The filter finds parts of numbers, too.
        let Some(found) = found.into_iter().find(|row| row.phone_number == number) else {
            let why = format!("{number} is not a number of the account {}: check `phone_number`", self.account.sid);
            return Ok(step(SetupState::Missing).because(why));
        };
        let mut differences: Vec<_> = url_difference("SmsUrl", found.sms_url.as_deref(), url).into_iter().collect();
        match found.sms_method.as_deref() {
            Some("POST") => {}
            method => differences.push(format!("SmsMethod is {}", method.unwrap_or("not set"))),
        }
        if let Some(application) = found.sms_application_sid.filter(|sid| !sid.is_empty()) {
            differences.push(format!("SmsApplicationSid is {application}, which goes before SmsUrl"));
        }
        let mut step = step(if differences.is_empty() { SetupState::Right } else { SetupState::Wrong });
        step.differences = differences;
        if step.state == SetupState::Wrong {
            step.change = Some(Change::Number { sid: found.sid, url: url.to_owned() });
        }
        Ok(step)
    }

    pub(super) async fn tell_number(&self, sid: &str, url: &str) -> Result<()> {
        let form = Fields::default().with("SmsUrl", url).with("SmsMethod", "POST").with("SmsApplicationSid", "");
        self.post(&self.account.path(&format!("/IncomingPhoneNumbers/{sid}.json")), &form).await.map(drop)
    }
}

/// Whether this key may not see numbers, or whoever answers has none.
fn is_closed(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Unauthorized)
}
