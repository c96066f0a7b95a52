//! A transport that notes which documented parameters a client used, and what it said that nobody documents.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::{Transport, TransportError};
use messaging_tests::twilio_table::Table;
use tower::ServiceExt;

/// Push notifications are not messages: their credentials, bindings and texts are not in the client.
const PUSH: [&str; 3] = ["Credential", "ServiceBinding", "ServiceNotification"];

/// What was said so far.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    inner: Option<Transport>,
    notes: Arc<Mutex<Notes>>,
}

#[derive(Default)]
struct Notes {
    /// Parameters by operation.
    said: BTreeMap<String, BTreeSet<String>>,
    undocumented: Vec<String>,
}

impl Recorder {
    pub(crate) fn new(inner: Transport) -> Self {
        Self { inner: Some(inner), notes: Arc::default() }
    }

    /// Notes every request, and hands it on.
    pub(crate) fn transport(&self) -> Transport {
        let (recorder, table) = (self.clone(), Arc::new(Table::read()));
        Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            recorder.note(&table, &request);
            let inner = recorder.inner.clone().expect("an inner transport");
            async move { inner.oneshot(request).await as Result<Response<Bytes>, TransportError> }
        }))
    }

    fn note(&self, table: &Table, request: &Request<Bytes>) {
        let (method, path) = (request.method().as_str(), request.uri().path());
        // The media service, and the links it hands out, are in neither of Twilio's files.
        if path.contains("/Media") && path.starts_with("/v1/") || !path.starts_with("/v1/") {
            return;
        }
        let mut notes = self.notes.lock().unwrap();
        let Some(operation) = table.find(method, path) else {
            return notes.undocumented.push(format!("{method} {path}"));
        };
        let query = request.uri().query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| ("query", name.into_owned()));
        let form = form_urlencoded::parse(request.body()).map(|(name, _)| ("form", name.into_owned()));
        let header = request.headers().keys().filter(|name| name.as_str().starts_with("x-"));
        let header = header.map(|_| ("header", "X-Twilio-Webhook-Enabled".to_owned()));
        let mut said = BTreeSet::new();
        for (place, name) in pairs.chain(form).chain(header) {
            match operation.parameter(&name) {
                Some(parameter) if parameter.place == place => drop(said.insert(name)),
                _ => notes.undocumented.push(format!("{}: {name} in the {place}", operation.name)),
            }
        }
        notes.said.entry(operation.name.clone()).or_default().extend(said);
    }

    /// What was said that is not documented.
    pub(crate) fn undocumented(&self) -> Vec<String> {
        self.notes.lock().unwrap().undocumented.clone()
    }

    /// Takes over what another one has noted.
    pub(crate) fn add(&self, other: &Self) {
        for (operation, said) in &other.notes.lock().unwrap().said {
            self.notes.lock().unwrap().said.entry(operation.clone()).or_default().extend(said.clone());
        }
    }

    /// What Twilio documents of Conversations and was never said.
    pub(crate) fn unsaid(&self) -> Vec<String> {
        let notes = self.notes.lock().unwrap();
        let of_conversations = |name: &str| !PUSH.iter().any(|push| name.contains(push));
        let operations = Table::read().operations.into_iter().filter(|operation| operation.path.starts_with("/v1/"));
        let mut unsaid = Vec::new();
        for operation in operations.filter(|operation| of_conversations(&operation.name)) {
            match notes.said.get(&operation.name) {
                None => unsaid.push(operation.name),
                Some(said) => {
                    let missing = operation.parameters.iter().filter(|wanted| wanted.place != "path");
                    // The client says these where Twilio's own links do.
                    let missing = missing.filter(|wanted| !matches!(wanted.name.as_str(), "Page" | "PageToken"));
                    let missing = missing.filter(|wanted| !said.contains(&wanted.name));
                    unsaid.extend(missing.map(|wanted| format!("{}: {}", operation.name, wanted.name)));
                }
            }
        }
        unsaid
    }
}
