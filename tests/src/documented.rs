//! A transport that sees whether everything a client sends is documented.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::{Transport, TransportError};
use serde_json::Value;
use tower::ServiceExt;

use crate::twilio_table::{Operation, Table, rows};

/// Headers that belong to every request.
const HEADERS: [&str; 5] = ["accept", "authorization", "content-type", "host", "user-agent"];

/// What was sent, and what of it no page of Twilio's documents.
#[derive(Clone, Debug, Default)]
pub struct Documented(Arc<Mutex<Notes>>);

#[derive(Debug, Default)]
struct Notes {
    requests: usize,
    operations: BTreeSet<String>,
    /// The links of answers, which a client may follow as they are.
    links: BTreeSet<String>,
    undocumented: Vec<String>,
}

impl Documented {
    /// Looks at every request before `inner` answers it.
    #[must_use]
    pub fn transport(&self, inner: Transport) -> Transport {
        let (documented, table) = (self.clone(), Arc::new(Table::read()));
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            documented.look(&table, &request);
            let (documented, answer) = (documented.clone(), inner.clone().oneshot(request));
            async move {
                let answer = answer.await?;
                documented.notes().links.extend(links(answer.body()));
                Ok::<Response<Bytes>, TransportError>(answer)
            }
        }))
    }

    /// How many requests were looked at.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.notes().requests
    }

    /// The operations that were seen.
    #[must_use]
    pub fn operations(&self) -> BTreeSet<String> {
        self.notes().operations.clone()
    }

    /// What is documented nowhere, a line each.
    #[must_use]
    pub fn undocumented(&self) -> Vec<String> {
        self.notes().undocumented.clone()
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, table: &Table, request: &Request<Bytes>) {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let found = table.find(method, path);
        let mut wrong = Vec::new();
        for (place, name) in said(request) {
            let is_there =
                found.and_then(|operation| operation.parameter(&name)).is_some_and(|there| there.place == place);
            if !is_there && !is_elsewhere(method, path, &name) {
                wrong.push(format!("{method} {path}: {name} in the {place}"));
            }
        }
        if found.is_none() && !is_elsewhere(method, path, "") {
            wrong.push(format!("{method} {path}"));
        }
        if method == "POST" && found.is_some() && content_type(request) != "application/x-www-form-urlencoded" {
            wrong.push(format!("{method} {path}: a body of {}", content_type(request)));
        }
        let mut notes = self.notes();
        if method == "GET" && notes.links.contains(&request.uri().to_string()) {
            wrong.clear();
        }
        notes.requests += 1;
        notes.operations.extend(found.map(|operation| operation.name.clone()));
        notes.undocumented.extend(wrong);
    }
}

/// Every URL in an answer.
fn links(answer: &[u8]) -> Vec<String> {
    fn collect(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) if text.starts_with("http") => into.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, into)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::from_slice(answer).unwrap_or_default(), &mut found);
    found
}

/// The parameters of a request, each with its place.
fn said(request: &Request<Bytes>) -> Vec<(&'static str, String)> {
    let pairs = |place, text: &[u8]| -> Vec<_> {
        form_urlencoded::parse(text).map(|(name, _)| (place, name.into_owned())).collect()
    };
    let mut said = pairs("query", request.uri().query().unwrap_or_default().as_bytes());
    if content_type(request) == "application/x-www-form-urlencoded" {
        said.extend(pairs("form", request.body()));
    }
    let headers = request.headers().keys().map(http::HeaderName::as_str).filter(|name| !HEADERS.contains(name));
    said.extend(headers.map(|name| {
        let is_gate = name.eq_ignore_ascii_case("X-Twilio-Webhook-Enabled");
        ("header", if is_gate { "X-Twilio-Webhook-Enabled".to_owned() } else { name.to_owned() })
    }));
    said
}

fn content_type(request: &Request<Bytes>) -> &str {
    request.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whether a parameter, or with no name the request itself, is among what is in neither `OpenAPI` file.
fn is_elsewhere(method: &str, path: &str, name: &str) -> bool {
    rows("elsewhere.tsv").iter().any(|row| {
        let operation = Operation { method: row[0].clone(), path: row[1].clone(), ..Operation::default() };
        operation.method == method
            && operation.fits(path)
            && (name.is_empty() || (row[2] == "parameter" && row[3] == name))
    })
}
