//! `/_emulator/`, as far as it is Twilio's: people, carriers, numbers, webhooks, the debugger.

mod account;
mod carriers;
mod numbers;
mod people;
mod templates;
mod webhooks;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{TwilioEmulator, side::json_answer};

impl TwilioEmulator {
    /// Answers `/_emulator/{path}`.
    ///
    /// - `POST people/messages`: somebody writes.
    /// - `GET`, `POST`, `DELETE carriers`: what carriers do with messages to a number.
    /// - `GET`, `PUT numbers`: what a number of the account calls.
    /// - `GET`, `PUT templates`: the content templates that may be sent.
    /// - `GET`, `PUT account`: what can be turned on and off.
    /// - `POST webhooks`: one signed callback of any content.
    /// - `GET alerts`: Twilio's debugger.
    pub(crate) async fn side(&self, path: &str, request: &Request<Bytes>) -> Response<Bytes> {
        match (request.method(), path) {
            (&Method::POST, "people/messages") => self.person_writes(request).await,
            (&Method::GET, "carriers") => self.carriers(),
            (&Method::POST, "carriers") => self.set_carrier(request),
            (&Method::DELETE, "carriers") => self.reset_carriers(),
            (&Method::GET, "numbers") => self.numbers(),
            (&Method::PUT, "numbers") => self.set_number(request),
            (&Method::GET, "templates") => self.templates(),
            (&Method::PUT, "templates") => self.set_template(request),
            (&Method::GET, "account") => self.account_switches(),
            (&Method::PUT, "account") => self.set_switches(request),
            (&Method::POST, "webhooks") => self.call_webhook(request).await,
            (&Method::GET, "alerts") => json_answer(StatusCode::OK, &json!({ "alerts": self.alerts() })),
            _ => wrong(
                StatusCode::NOT_FOUND,
                "there is nothing here: POST people/messages, GET shown, GET warnings, GET alerts, GET carriers, GET \
                 numbers, GET templates, GET account, POST webhooks",
            ),
        }
    }
}

/// Why a body cannot be read.
struct Wrong(StatusCode, String);

impl Wrong {
    fn answer(&self) -> Response<Bytes> {
        wrong(self.0, &self.1)
    }
}

/// Reads a body of JSON, and of nothing else: a page elsewhere cannot send this type without asking first.
fn read<T: DeserializeOwned>(request: &Request<Bytes>) -> Result<T, Wrong> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        let cause = "send JSON, with content-type: application/json".to_owned();
        return Err(Wrong(StatusCode::UNSUPPORTED_MEDIA_TYPE, cause));
    }
    serde_json::from_slice(request.body()).map_err(|cause| Wrong(StatusCode::BAD_REQUEST, cause.to_string()))
}

fn wrong(status: StatusCode, cause: &str) -> Response<Bytes> {
    json_answer(status, &json!({ "error": cause }))
}

/// What came of a webhook.
fn report(delivery: crate::twilio::webhook::Delivery) -> Value {
    let ms = u64::try_from(delivery.took.as_millis()).unwrap_or(u64::MAX);
    let mut report = json!({ "status": delivery.status, "ms": ms });
    if let (Some(fields), Some(trouble)) = (report.as_object_mut(), delivery.trouble) {
        fields.insert("error".to_owned(), trouble.into());
    }
    report
}
