use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde_json::{Map, Value, json};

use super::{read, wrong};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{settings::Template, sid::is_sid},
};

/// Most templates that are declared while running.
const MOST_KEPT: usize = 1_000;

impl TwilioEmulator {
    /// The templates that may be sent, by sid.
    pub(super) fn templates(&self) -> Response<Bytes> {
        let mut all = self.account.settings.templates.clone();
        all.extend(self.records().messaging.templates.clone());
        json_answer(StatusCode::OK, &json!({ "templates": all }))
    }

    /// Declares a template: the body is `sid` and the fields of a [`Template`].
    pub(super) fn set_template(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let mut told: Map<String, Value> = match read(request) {
            Ok(told) => told,
            Err(wrong) => return wrong.answer(),
        };
        let sid = told.remove("sid").and_then(|sid| sid.as_str().map(str::to_owned)).unwrap_or_default();
        if !is_sid("HX", &sid) {
            return wrong(StatusCode::BAD_REQUEST, "`sid` must be HX and 32 hexadecimal digits");
        }
        let template: Template = match serde_json::from_value(Value::Object(told)) {
            Ok(template) => template,
            Err(cause) => return wrong(StatusCode::BAD_REQUEST, &cause.to_string()),
        };
        let mut records = self.records();
        let templates = &mut records.messaging.templates;
        if templates.len() >= MOST_KEPT && !templates.contains_key(&sid) {
            return wrong(StatusCode::CONFLICT, "too many templates were declared");
        }
        templates.insert(sid, template);
        drop(records);
        self.templates()
    }
}
