//! A transport that answers as it was told and keeps what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::Messenger;
use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use serde_json::Value;

type Answer = Result<Response<Bytes>, TransportError>;

/// Stands for the vendor, one answer per request, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Script {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    requests: Arc<Mutex<Vec<Request<Bytes>>>>,
}

impl Script {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Answers 200 with JSON.
    pub(crate) fn ok(self, body: &Value) -> Self {
        self.status(200, &[], &body.to_string())
    }

    pub(crate) fn status(self, status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response.body(Bytes::from(body.to_owned())).unwrap();
        self.answers.lock().unwrap().push_back(Ok(response));
        self
    }

    pub(crate) fn fails(self, error: TransportError) -> Self {
        self.answers.lock().unwrap().push_back(Err(error));
        self
    }

    pub(crate) fn transport(&self) -> Transport {
        let script = self.clone();
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let method = request.uri().path().to_owned();
            script.requests.lock().unwrap().push(request);
            let answer = script.answers.lock().unwrap().pop_front();
            async move { answer.unwrap_or_else(|| panic!("nobody told what to answer to {method}")) }
        }))
    }

    pub(crate) fn slack(&self) -> Slack {
        let config = SlackConfig::new("xoxb-canary", "8f742231b10e8888abcd99yyyzzz85a5");
        Slack::new(config.with_base_url("http://slack.test/"), self.transport()).unwrap()
    }

    pub(crate) fn messenger(&self) -> Messenger {
        Messenger::new(self.slack())
    }

    /// What was asked of the Web API, with the checks that hold for every request there.
    pub(crate) fn requests(&self) -> Vec<Asked> {
        let requests = self.requests.lock().unwrap();
        for request in requests.iter() {
            assert_eq!(request.headers()["authorization"], "Bearer xoxb-canary");
            assert_eq!(request.headers().len(), 2, "{:?}", request.headers());
        }
        requests.iter().map(Asked::of).collect()
    }

    /// What was asked without a token.
    pub(crate) fn posted(&self) -> Vec<Asked> {
        let requests = self.requests.lock().unwrap();
        for request in requests.iter() {
            assert_eq!(request.headers().len(), 1, "{:?}", request.headers());
        }
        requests.iter().map(Asked::of).collect()
    }

    /// Everything that was asked.
    pub(crate) fn all(&self) -> Vec<Asked> {
        self.requests.lock().unwrap().iter().map(Asked::of).collect()
    }

    /// What was asked, as it was on the wire.
    pub(crate) fn raw_requests(&self) -> Vec<Request<Bytes>> {
        self.requests.lock().unwrap().clone()
    }

    /// The only request.
    pub(crate) fn request(&self) -> Asked {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:?}");
        requests.remove(0)
    }
}

/// One request, as it was on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) url: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
}

impl Asked {
    fn of(request: &Request<Bytes>) -> Self {
        assert_eq!(request.method(), http::Method::POST);
        Self {
            url: request.uri().to_string(),
            content_type: request.headers()["content-type"].to_str().unwrap().to_owned(),
            body: String::from_utf8(request.body().to_vec()).unwrap(),
        }
    }

    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.content_type, "application/json; charset=utf-8");
        serde_json::from_str(&self.body).unwrap()
    }

    /// The form's fields, sorted.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        assert_eq!(self.content_type, "application/x-www-form-urlencoded");
        let mut fields: Vec<_> = form_urlencoded::parse(self.body.as_bytes()).into_owned().collect();
        fields.sort();
        fields
    }

    /// One field of the form.
    pub(crate) fn field(&self, key: &str) -> Option<String> {
        self.form().into_iter().find_map(|(name, value)| (name == key).then_some(value))
    }
}

/// Form fields as they are compared.
pub(crate) fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: Vec<_> = pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    fields.sort();
    fields
}
