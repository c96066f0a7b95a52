use bytes::Bytes;
use http::{Request, header};
use serde_json::Value;

/// Reads whose token is asked for: `identity` of a JSON object, of a form, or of the query. A blank one is none.
///
/// # Errors
/// The body is not what its `Content-Type` says, or two identities are named.
pub(super) fn asked_identity(request: &Request<Bytes>) -> Result<Option<String>, &'static str> {
    let named: Vec<String> = [in_body(request)?, in_form(request.uri().query().unwrap_or_default().as_bytes())]
        .into_iter()
        .flatten()
        .filter(|identity| !identity.trim().is_empty())
        .collect();
    match named.as_slice() {
        [] => Ok(None),
        [first, rest @ ..] if rest.iter().all(|other| other == first) => Ok(Some(first.clone())),
        _ => Err("two identities are named; name one"),
    }
}

fn in_body(request: &Request<Bytes>) -> Result<Vec<String>, &'static str> {
    let body = request.body();
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Ok(in_form(body));
    }
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err("send JSON (`application/json`) or a form (`application/x-www-form-urlencoded`)");
    }
    let written: Value = serde_json::from_slice(body).map_err(|_| "the body is not JSON")?;
    match written {
        Value::Object(mut members) => match members.remove("identity") {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::String(identity)) => Ok(vec![identity]),
            Some(_) => Err("`identity` is not a string"),
        },
        _ => Err("the body is not a JSON object"),
    }
}

fn in_form(encoded: &[u8]) -> Vec<String> {
    form_urlencoded::parse(encoded)
        .filter(|(name, _)| name == "identity")
        .map(|(_, identity)| identity.into_owned())
        .collect()
}
