//! From a request to named values, whatever they were encoded as: <https://docs.slack.dev/apis/web-api#post-bodies>.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{
    Method, Request,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use serde_json::Value;

use super::error::Refusal;

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
        let kind = kind.to_str().unwrap_or_default().to_ascii_lowercase();
        let (kind, parameters) = kind.split_once(';').unwrap_or((&kind, ""));
        let charset = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("charset="));
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
            _ => Err(Refusal::new("invalid_post_type")),
        }
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

fn bearer(request: &Request<Bytes>) -> Option<&str> {
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
