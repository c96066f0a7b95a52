use async_trait::async_trait;
use http::Method;
use messaging_core::{Context, Error, ErrorKind, Result, capability::Native, message::Invoke};
use serde_json::{Map, Value};

use crate::{
    Twilio,
    api::{Caller, value},
    fields::Fields,
};

#[async_trait]
impl Native for Twilio {
    /// Calls `GET /path`, `POST /path` or `DELETE /path`, where the path starts with `/2010-04-01/` or `/v1/`.
    ///
    /// The members of the payload become the query of a GET and DELETE, and the form of a POST: a list repeats its name,
    /// an object joins names with a dot (`MessagingBinding.Address`), and `Attributes`, `ContentVariables`,
    /// `Participant` and `Tags` are written as JSON text. An empty answer is `null`.
    async fn invoke(&self, _: &Context, request: Invoke) -> Result<Value> {
        let (method, path) = read(&request.method)?;
        let none = Map::new();
        let arguments = match &request.payload {
            Value::Null => &none,
            Value::Object(members) => members,
            _ => return Err(Error::new(ErrorKind::Invalid, "the payload of a Twilio method is an object, or null")),
        };
        let fields = Fields::default().with_native(arguments)?;
        let url = self.account.bases.url(path)?;
        let answer = if method == Method::POST {
            self.exchange(Caller::Preferred, method, &url, Some(&fields)).await?
        } else {
            self.exchange(Caller::Preferred, method, &fields.query_of(&url), None).await?
        };
        value(&answer)
    }
}

/// Reads a method and a path that stays below our base.
fn read(name: &str) -> Result<(Method, &str)> {
    let refuse = || {
        let message =
            format!("`{name}` is no method of ours; write `GET /2010-04-01/…`, `POST /v1/…` or `DELETE /v1/…`");
        Error::new(ErrorKind::Invalid, message)
    };
    let (method, path) = name.split_once(' ').ok_or_else(refuse)?;
    let method = match method {
        "GET" => Method::GET,
        "POST" => Method::POST,
        "DELETE" => Method::DELETE,
        _ => return Err(refuse()),
    };
    let plain =
        path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'\\'));
    let lower = path.to_ascii_lowercase().replace("%2e", ".");
    let dotted = lower.split(['/', '?']).any(|segment| matches!(segment, "." | ".."));
    if plain && !dotted { Ok((method, path)) } else { Err(refuse()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_relative_paths_are_called() {
        assert_eq!(read("GET /v1/Services").unwrap(), (Method::GET, "/v1/Services"));
        for wrong in [
            "GET",
            "GET https://evil.test/v1/x",
            "PUT /v1/x",
            "get /v1/x",
            "GET /v1/../x",
            "GET /v1/%2E%2e/x",
            "GET /v1/x y",
            "GET /v1/x#y",
            "GET  /v1/x",
            "GET /v1\\x",
            "",
        ] {
            assert_eq!(read(wrong).unwrap_err().kind(), ErrorKind::Invalid, "{wrong}");
        }
    }
}
