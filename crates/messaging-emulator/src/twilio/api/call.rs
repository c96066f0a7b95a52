use bytes::Bytes;
use http::{Method, Request, header::CONTENT_TYPE};

use super::{Refusal, form::Form};
use crate::TwilioEmulator;

/// A request taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    /// The path as it was asked for.
    pub(crate) path: String,
    /// For Conversations, the part of the path before the resource: `/v1` or `/v1/Services/IS…`.
    pub(crate) root: String,
    /// For Conversations, the service that is meant.
    pub(crate) service: String,
    pub(crate) query: Form,
    /// Whether `X-Twilio-Webhook-Enabled: true` asks that webhooks fire.
    pub(crate) tells: bool,
    is_form: bool,
    kind: String,
    body: Bytes,
}

/// The parameters of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameters {
    /// What it is called, for warnings.
    pub(crate) operation: &'static str,
    /// What Twilio documents, and what is obeyed here or would change nothing that can be seen here.
    pub(crate) known: &'static [&'static str],
    /// What Twilio documents and this emulator does not do.
    pub(crate) idle: &'static [&'static str],
}

impl Call {
    pub(crate) fn new(request: &Request<Bytes>) -> Self {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = |value: &str| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        Self {
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            root: String::new(),
            service: String::new(),
            query: Form::parse(request.uri().query().unwrap_or_default().as_bytes()),
            tells: header("x-twilio-webhook-enabled").eq_ignore_ascii_case("true"),
            kind: header(CONTENT_TYPE.as_str()).to_owned(),
            is_form: essence(header(CONTENT_TYPE.as_str())) == "application/x-www-form-urlencoded",
            body: request.body().clone(),
        }
    }

    pub(crate) fn not_found(&self) -> Refusal {
        Refusal::not_found(&self.path)
    }

    /// Its body as a file, with its type.
    pub(crate) fn file(&self) -> (&str, &Bytes) {
        (if self.kind.is_empty() { "application/octet-stream" } else { &self.kind }, &self.body)
    }

    /// The parameters of its body, unchecked; none if it is no form.
    pub(crate) fn parameters(&self) -> Form {
        if self.is_form { Form::parse(&self.body) } else { Form::default() }
    }

    /// Gives parameters other values: `known` says which change is which parameter, the rest is left out.
    pub(crate) fn change(&mut self, known: &[(&str, &str)], changes: &[(String, String)]) {
        let mut pairs = self.parameters().pairs().to_vec();
        for (key, name) in known {
            let Some((_, value)) = changes.iter().rev().find(|(changed, _)| changed == key) else { continue };
            pairs.retain(|(other, _)| other != name);
            pairs.push(((*name).to_owned(), value.clone()));
        }
        self.body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish().into();
    }
}

impl TwilioEmulator {
    /// Reads the form of a POST: nothing but a form, and a warning for every name that Twilio does not know.
    pub(crate) fn form(&self, call: &Call, parameters: Parameters) -> Result<Form, Refusal> {
        if !call.is_form && !call.body.is_empty() {
            return Err(Refusal::invalid(19_056, "Input request content type is invalid"));
        }
        let form = Form::parse(&call.body);
        self.check(&form, parameters);
        for (name, _) in call.query.pairs() {
            self.desk.warn(format!(
                "{}: the query's {name} was ignored, parameters belong in the body",
                parameters.operation
            ));
        }
        Ok(form)
    }

    /// Warns of every name that Twilio does not know, or that has no effect here.
    pub(crate) fn check(&self, form: &Form, parameters: Parameters) {
        let Parameters { operation, known, idle } = parameters;
        for (name, _) in form.pairs() {
            if idle.contains(&name.as_str()) {
                self.desk.warn(format!("{operation}: {name} is documented, but has no effect in this emulator"));
            } else if !known.contains(&name.as_str()) {
                self.desk.warn(format!("{operation}: the unknown parameter {name} was ignored"));
            }
        }
    }
}
