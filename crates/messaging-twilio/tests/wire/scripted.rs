//! A transport that gives prepared answers and remembers what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, Response};
use messaging_core::Messenger;
use messaging_http::{Transport, TransportError};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::{Value, json};

pub(crate) const AC: &str = "AC00000000000000000000000000000001";
pub(crate) const CH: &str = "CH00000000000000000000000000000002";
pub(crate) const IS: &str = "IS00000000000000000000000000000003";
pub(crate) const SK: &str = "SK00000000000000000000000000000004";
pub(crate) const MG: &str = "MG00000000000000000000000000000005";
pub(crate) const SM: &str = "SM00000000000000000000000000000006";
pub(crate) const OURS: &str = "+15550100001";
pub(crate) const THEIRS: &str = "+15550100777";

pub(crate) type Answer = Result<Response<Bytes>, TransportError>;

/// Answers with JSON.
pub(crate) fn says(status: u16, body: &Value) -> Answer {
    raw(status, &body.to_string())
}

/// Answers with anything.
#[allow(clippy::unnecessary_wraps, reason = "a script also holds transport errors")]
pub(crate) fn raw(status: u16, body: &str) -> Answer {
    Ok(Response::builder().status(status).body(Bytes::copy_from_slice(body.as_bytes())).expect("a response"))
}

/// Refuses as Twilio does.
pub(crate) fn refuses(status: u16, code: u32, message: &str) -> Answer {
    let more_info = format!("https://www.twilio.com/docs/errors/{code}");
    says(status, &json!({ "code": code, "message": message, "more_info": more_info, "status": status }))
}

/// The far end: what it will say, and what it was asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Script(Arc<Mutex<Lines>>);

#[derive(Debug, Default)]
struct Lines {
    answers: VecDeque<Answer>,
    asked: Vec<String>,
    callers: Vec<String>,
}

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Self::default();
        script.0.lock().expect("not poisoned").answers.extend(answers);
        script
    }

    /// A client of an account without a service, of this far end.
    pub(crate) fn client(&self) -> Messenger {
        self.client_of(TwilioConfig::new(AC, "token"))
    }

    /// A client of any account, of this far end.
    pub(crate) fn client_of(&self, config: TwilioConfig) -> Messenger {
        Messenger::new(self.provider_of(config))
    }

    /// The provider itself.
    pub(crate) fn provider_of(&self, config: TwilioConfig) -> Twilio {
        self.try_provider_of(config).expect("good settings")
    }

    /// The provider, if the settings are good.
    pub(crate) fn try_provider_of(&self, config: TwilioConfig) -> messaging_core::Result<Twilio> {
        let script = self.clone();
        let transport = tower::service_fn(move |request: Request<Bytes>| {
            let answer = script.answer(&request);
            async move { answer }
        });
        Twilio::new(config, Transport::new(transport))
    }

    fn answer(&self, request: &Request<Bytes>) -> Answer {
        let header = |name: &str| request.headers().get(name).map(|value| value.to_str().expect("plain text"));
        let mut asked = format!("{} {}", request.method(), request.uri());
        if request.method() != http::Method::POST {
            assert!(request.body().is_empty() && header("content-type").is_none());
        } else if request.uri().path().ends_with("/Media") {
            let kind = header("content-type").expect("what kind of file it is");
            asked = format!("{asked} {kind}, {} bytes", request.body().len());
        } else {
            assert_eq!(header("content-type"), Some("application/x-www-form-urlencoded"));
            asked = format!("{asked} {}", std::str::from_utf8(request.body()).expect("UTF-8"));
        }
        if let Some(flag) = header("x-twilio-webhook-enabled") {
            asked = format!("{asked} with webhooks {flag}");
        }
        let mut caller = "nobody".to_owned();
        if let Some(value) = request.headers().get("authorization") {
            assert!(value.is_sensitive());
            assert!(matches!(header("accept"), Some("application/json" | "*/*")));
            let basic =
                header("authorization").and_then(|value| value.strip_prefix("Basic ")).expect("Basic credentials");
            caller = String::from_utf8(STANDARD.decode(basic).expect("Base64")).expect("UTF-8");
        }
        let mut lines = self.0.lock().expect("not poisoned");
        lines.asked.push(asked);
        lines.callers.push(caller);
        lines.answers.pop_front().expect("an answer for every request")
    }

    /// What was asked so far: method, URL and form. Fails if an answer is left over.
    pub(crate) fn asked(&self) -> Vec<String> {
        let lines = self.0.lock().expect("not poisoned");
        assert!(lines.answers.is_empty(), "not asked for: {:?}", lines.answers);
        lines.asked.clone()
    }

    /// How often it was asked so far.
    pub(crate) fn times_asked(&self) -> usize {
        self.0.lock().expect("not poisoned").asked.len()
    }

    /// Who asked.
    pub(crate) fn callers(&self) -> Vec<String> {
        self.0.lock().expect("not poisoned").callers.clone()
    }
}

/// A list of the 2010-04-01 API.
pub(crate) fn texts(rows: &Value, next: Option<&str>) -> Answer {
    says(200, &json!({ "messages": rows, "page": 0, "page_size": 50, "next_page_uri": next, "uri": "/x" }))
}

/// A list of Conversations v1.
pub(crate) fn listed(key: &str, rows: &Value, next: Option<&str>) -> Answer {
    says(200, &json!({ "meta": { "page": 0, "page_size": 50, "next_page_url": next, "key": key }, key: rows }))
}
