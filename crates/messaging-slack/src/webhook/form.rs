//! Slash commands and interactivity, which come as forms.
//!
//! <https://docs.slack.dev/interactivity/handling-user-interaction>

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, Request, header::CONTENT_TYPE};
use messaging_core::{
    Error, ErrorKind, Result,
    capability::{Received, Reply},
    signature::sha256_hex,
};

use super::{command, envelope::Fields, interaction, json::Json};

/// Whether the body is a form, with or without a charset.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Whether Slack only looks at our certificate: `ssl_check=1` in a form, or in the query of a GET.
pub(super) fn is_certificate_check(request: &Request<Bytes>) -> bool {
    let asks = |form: &[u8]| form_urlencoded::parse(form).any(|(key, value)| key == "ssl_check" && value == "1");
    match *request.method() {
        http::Method::GET => asks(request.uri().query().unwrap_or_default().as_bytes()),
        _ => is_form(request.headers()) && asks(request.body()),
    }
}

/// Reads a form whose signature is good.
pub(super) fn read(request: &Request<Bytes>) -> Result<Received> {
    let raw = String::from_utf8_lossy(request.body());
    let pairs = form_urlencoded::parse(request.body());
    let fields: BTreeMap<String, String> = pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
    // Whatever has no name of its own is known by its bytes, which are the same if it is told again.
    let digest = sha256_hex([request.body().as_ref()]);
    let received = match fields.get("payload") {
        Some(payload) => {
            let value = Json::parse(payload).map_err(|cause| {
                Error::new(ErrorKind::Invalid, "the form is signed and its payload is no JSON").with_source(cause)
            })?;
            interaction::read(Fields::of(&value), payload, &digest, &raw)
        }
        None => command::read(&fields, &digest, &raw),
    };
    Ok(received.unwrap_or_else(|| Received::store(Vec::new(), Reply::empty())))
}
