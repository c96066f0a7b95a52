use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::no_content,
        },
        records::Sms,
    },
};

const UPDATE: Parameters = Parameters { operation: "POST Message", known: &["Body", "Status"], idle: &[] };

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/Messages/{SM}.json`
    pub(crate) fn fetch_message(&self, call: &Call, sid: &str) -> Outcome {
        Ok(json_answer(StatusCode::OK, &self.message(&self.sms_of(call, sid)?)))
    }

    /// `POST …/Messages/{SM}.json`: an empty `Body` takes the text away, `Status=canceled` calls a scheduled message off.
    pub(crate) fn update_message(&self, call: &Call, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let now = self.desk.now();
        let mut sms = self.sms_of(call, sid)?;
        match form.get("Status") {
            None => {}
            Some("canceled") if sms.step(now).status == "scheduled" => {
                sms.life.end(sms.age(now), "canceled");
                self.report(&sms, sms.age(now));
            }
            Some("canceled") => return Err(Refusal::invalid(30_409, "This message cannot be canceled")),
            Some(_) => return Err(Refusal::invalid(20_422, "Invalid Parameter: Status may only be canceled")),
        }
        match form.has("Body").then(|| form.get("Body")) {
            None => {}
            Some(Some(_)) => return Err(Refusal::invalid(20_422, "Invalid Parameter: Body may only be empty")),
            Some(None) if !sms.is_done(now) => return Err(incomplete()),
            Some(None) => {
                sms.body.clear();
                sms.options.changed = Some(now);
            }
        }
        let body = self.message(&sms);
        if let Some(kept) = self.records().messages.iter_mut().find(|kept| kept.sid == sid) {
            *kept = sms;
        }
        Ok(json_answer(StatusCode::OK, &body))
    }

    /// `DELETE …/Messages/{SM}.json`, once nothing more becomes of it.
    pub(crate) fn delete_message(&self, call: &Call, sid: &str) -> Outcome {
        if !self.sms_of(call, sid)?.is_done(self.desk.now()) {
            return Err(incomplete());
        }
        self.records().messages.retain(|sms| sms.sid != sid);
        Ok(no_content())
    }

    /// A copy of a message.
    pub(crate) fn sms_of(&self, call: &Call, sid: &str) -> Result<Sms, Refusal> {
        self.records().messages.iter().find(|sms| sms.sid == sid).cloned().ok_or_else(|| call.not_found())
    }
}

fn incomplete() -> Refusal {
    Refusal::conflict(20_009, "Cannot delete this resource before it is complete")
}
