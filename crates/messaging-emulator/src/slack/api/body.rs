//! From a request to named values, whatever they were encoded as: <https://docs.slack.dev/apis/web-api#post-bodies>.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{
    Method, Request,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use serde_json::Value;

use super::{error::Refusal, multipart::parts};

/// What a call says, before anybody looks at what it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Call {
    pub(super) values: BTreeMap<String, Value>,
    pub(super) token: Option<String>,
    /// In Slack's words, as the envelope tells them.
    pub(super) warnings: Vec<&'static str>,
    /// A `token` in a JSON body, where it does not count.
    pub(super) misplaced_token: bool,
}

impl Call {
    /// Reads query, header and body.
    pub(super) fn read(request: &Request<Bytes>) -> (Self, Result<(), Refusal>) {
        let mut call = Self::default();
        call.add_pairs(request.uri().query().unwrap_or_default().as_bytes());
        let body = if request.method() == Method::POST { call.read_body(request) } else { Ok(()) };
        if let Some(Value::String(token)) = call.values.remove("token") {
            call.token = Some(token);
        }
        if let Some(bearer) = bearer(request) {
            call.token = Some(bearer.to_owned());
        }
        if let Some((id, secret)) = basic(request) {
            call.values.insert("client_id".to_owned(), id.into());
            call.values.insert("client_secret".to_owned(), secret.into());
        }
        let names = call.values.keys().try_for_each(|name| check_name(name));
        (call, body.and(names))
    }

    fn add_pairs(&mut self, pairs: &[u8]) {
        let pairs = form_urlencoded::parse(pairs).map(|(name, value)| (name.into_owned(), value.into_owned().into()));
        self.values.extend(pairs);
    }

    fn read_body(&mut self, request: &Request<Bytes>) -> Result<(), Refusal> {
        let body = request.body();
        let Some(kind) = request.headers().get(CONTENT_TYPE) else {
            return if body.is_empty() { Ok(()) } else { Err(Refusal::new("missing_post_type")) };
        };
        let whole = kind.to_str().unwrap_or_default();
        let (kind, parameters) = whole.split_once(';').unwrap_or((whole, ""));
        let (kind, lowered) = (kind.to_ascii_lowercase(), parameters.to_ascii_lowercase());
        let charset = lowered.split(';').find_map(|parameter| parameter.trim().strip_prefix("charset="));
        let charset = charset.map(|charset| charset.trim_matches('"'));
        if charset.is_some_and(|charset| !matches!(charset, "utf-8" | "utf8" | "iso-8859-1")) {
            return Err(Refusal::new("invalid_charset"));
        }
        match kind.trim() {
            "application/json" => {
                if charset.is_none() {
                    self.warnings.push("missing_charset");
                }
                self.read_json(body)
            }
            "application/x-www-form-urlencoded" => {
                if charset.is_some() {
                    self.warnings.push("superfluous_charset");
                }
                self.add_pairs(body);
                Ok(())
            }
            "multipart/form-data" => self.read_multipart(parameters, body),
            _ => Err(Refusal::new("invalid_post_type")),
        }
    }

    fn read_multipart(&mut self, parameters: &str, body: &[u8]) -> Result<(), Refusal> {
        let parts = parts(parameters, body).ok_or_else(|| Refusal::new("invalid_form_data"))?;
        for part in parts {
            let Ok(text) = std::str::from_utf8(part.content) else { continue };
            self.values.insert(part.name, text.into());
        }
        Ok(())
    }

    /// An empty body is a call without arguments: some SDKs send that.
    fn read_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        if body.is_empty() {
            return Ok(());
        }
        let json: Value = serde_json::from_slice(body).map_err(|_| Refusal::new("invalid_json"))?;
        let Value::Object(mut fields) = json else { return Err(Refusal::new("json_not_object")) };
        self.misplaced_token = fields.remove("token").is_some();
        self.values.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        Ok(())
    }
}

/// The app's own credentials, as `oauth.v2.access` prefers them.
fn basic(request: &Request<Bytes>) -> Option<(String, String)> {
    let (scheme, credentials) = request.headers().get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let bytes = STANDARD.decode(credentials.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let (id, secret) = std::str::from_utf8(&bytes).ok()?.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

/// The token in the header.
pub(super) fn bearer(request: &Request<Bytes>) -> Option<&str> {
    let (scheme, token) = request.headers().get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Slack takes neither `foo[0]` nor names that are long or odd.
fn check_name(name: &str) -> Result<(), Refusal> {
    if name.contains('[') {
        return Err(Refusal::new("invalid_array_arg"));
    }
    let is_fine = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_fine && (1..=40).contains(&name.len()) { Ok(()) } else { Err(Refusal::new("invalid_arg_name")) }
}
