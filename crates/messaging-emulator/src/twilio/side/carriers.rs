use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde::Deserialize;
use serde_json::json;

use super::{read, wrong};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{address, carrier::Behaviour},
};

/// Most numbers whose carriers were told what to do.
const MOST_KEPT: usize = 1_000;

/// The body of `POST carriers`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    number: String,
    behaviour: Behaviour,
}

impl TwilioEmulator {
    /// What carriers were told to do, by number.
    pub(super) fn carriers(&self) -> Response<Bytes> {
        json_answer(StatusCode::OK, &json!({ "carriers": self.records().messaging.carriers }))
    }

    /// Tells the carrier of a number, on all channels, what to do from now on.
    pub(super) fn set_carrier(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let told: Told = match read(request) {
            Ok(told) => told,
            Err(wrong) => return wrong.answer(),
        };
        let Some((_, number)) = address::parse(&told.number) else {
            let cause = format!("{} is no number: write it in E.164, like +15550100777", told.number);
            return wrong(StatusCode::BAD_REQUEST, &cause);
        };
        let mut records = self.records();
        let carriers = &mut records.messaging.carriers;
        if carriers.len() >= MOST_KEPT && !carriers.contains_key(number) {
            return wrong(StatusCode::CONFLICT, "too many numbers were told: DELETE carriers first");
        }
        carriers.insert(number.to_owned(), told.behaviour);
        drop(records);
        self.carriers()
    }

    /// Lets every carrier do again what the settings say.
    pub(super) fn reset_carriers(&self) -> Response<Bytes> {
        self.records().messaging.carriers.clear();
        self.carriers()
    }
}
