use http::StatusCode;
use serde_json::json;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
        },
        dates,
    },
};

const CREATE: Parameters = Parameters { operation: "POST Feedback", known: &["Outcome"], idle: &[] };

impl TwilioEmulator {
    /// `POST /2010-04-01/Accounts/{AC}/Messages/{SM}/Feedback.json`: the application says whether it was of use.
    pub(crate) fn create_feedback(&self, call: &Call, sid: &str) -> Outcome {
        let form = self.form(call, CREATE)?;
        let outcome = match form.get("Outcome") {
            None => "confirmed",
            Some(outcome @ ("confirmed" | "unconfirmed")) => outcome,
            Some(_) => {
                let message = "Invalid Parameter: Outcome must be one of confirmed, unconfirmed";
                return Err(Refusal::invalid(20_422, message));
            }
        };
        let sms = self.sms_of(call, sid)?;
        let (account, now) = (&self.account.settings.account_sid, dates::rfc2822(self.desk.wall()));
        let body = json!({
            "account_sid": account,
            "message_sid": sms.sid,
            "outcome": outcome,
            "date_created": now,
            "date_updated": now,
            "uri": format!("/2010-04-01/Accounts/{account}/Messages/{}/Feedback.json", sms.sid),
        });
        Ok(json_answer(StatusCode::OK, &body))
    }
}
