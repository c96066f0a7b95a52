use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde_json::{Map, Value, json};

use super::{read, wrong};
use crate::{TwilioEmulator, side::json_answer, twilio::settings::Line};

impl TwilioEmulator {
    /// What each of the account's numbers calls.
    pub(super) fn numbers(&self) -> Response<Bytes> {
        let numbers = &self.account.settings.phone_numbers;
        let lines: BTreeMap<_, _> = numbers.iter().map(|number| (number, self.line(number))).collect();
        json_answer(StatusCode::OK, &json!({ "numbers": lines }))
    }

    /// Says what a number calls from now on: the body is `number` and the fields of a [`Line`].
    pub(super) fn set_number(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let mut told: Map<String, Value> = match read(request) {
            Ok(told) => told,
            Err(wrong) => return wrong.answer(),
        };
        let number = told.remove("number").and_then(|number| number.as_str().map(str::to_owned)).unwrap_or_default();
        if !self.account.settings.phone_numbers.contains(&number) {
            return wrong(StatusCode::BAD_REQUEST, &format!("`number` {number:?} is none of the account's numbers"));
        }
        let line: Line = match serde_json::from_value(Value::Object(told)) {
            Ok(line) => line,
            Err(cause) => return wrong(StatusCode::BAD_REQUEST, &cause.to_string()),
        };
        self.records().messaging.lines.insert(number, line);
        self.numbers()
    }
}
