use bytes::Bytes;
use http::{Method, Request, header::CONTENT_TYPE};

use super::{Refusal, form::Form};
use crate::TwilioEmulator;

/// A request taken apart.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    /// The path as it was asked for.
    pub(crate) path: String,
    /// For Conversations, the part of the path before `/Conversations`: `/v1` or `/v1/Services/IS…`.
    pub(crate) root: String,
    pub(crate) query: Form,
    /// Whether `X-Twilio-Webhook-Enabled: true` asks that webhooks fire.
    pub(crate) tells: bool,
    is_form: bool,
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
            query: Form::parse(request.uri().query().unwrap_or_default().as_bytes()),
            tells: header("x-twilio-webhook-enabled").eq_ignore_ascii_case("true"),
            is_form: essence(header(CONTENT_TYPE.as_str())) == "application/x-www-form-urlencoded",
            body: request.body().clone(),
        }
    }

    pub(crate) fn not_found(&self) -> Refusal {
        Refusal::not_found(&self.path)
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
