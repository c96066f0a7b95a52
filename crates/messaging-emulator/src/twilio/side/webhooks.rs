use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{read, report, wrong};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::webhook::{Callback, Product, Says, Target, method},
};

/// The body of `POST webhooks`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    url: String,
    #[serde(default)]
    method: String,
    /// Of a form. A list repeats a name.
    #[serde(default)]
    parameters: BTreeMap<String, OneOrMany>,
    /// In place of a form.
    json: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl TwilioEmulator {
    /// Makes one callback of any content, signed as Twilio signs it, and says what came of it.
    pub(super) async fn call_webhook(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let told: Told = match read(request) {
            Ok(told) => told,
            Err(wrong) => return wrong.answer(),
        };
        let target = Target { url: told.url, method: method(&told.method) };
        let parameters = told.parameters.into_iter().flat_map(|(name, values)| {
            let values = match values {
                OneOrMany::One(value) => vec![value],
                OneOrMany::Many(values) => values,
            };
            values.into_iter().map(move |value| (name.clone(), value))
        });
        let mut callback = Callback::new("asked for".to_owned(), target, Product::Messaging, parameters.collect());
        if let Some(json) = told.json {
            callback.says = Says::Body { kind: "application/json", bytes: json.to_string().into() };
        }
        match self.deliver(callback).await {
            Ok(delivery) => json_answer(StatusCode::OK, &json!({ "delivery": report(delivery) })),
            Err(_) => wrong(StatusCode::INTERNAL_SERVER_ERROR, "the emulator stopped while it called"),
        }
    }
}
