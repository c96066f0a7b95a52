use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, StatusCode, header::AUTHORIZATION};

use super::Refusal;
use crate::TwilioEmulator;

/// Whose credentials a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    Account,
    Key,
}

impl TwilioEmulator {
    /// HTTP Basic with the account's token, or with an API key and its secret.
    pub(crate) fn authenticate(&self, request: &Request<Bytes>) -> Result<Caller, Refusal> {
        let settings = &self.account.settings;
        let given = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let given = given.and_then(|value| value.split_once(' ')).and_then(|(scheme, pair)| {
            let bytes = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(pair.trim()).ok())??;
            String::from_utf8(bytes).ok()
        });
        let is = |name: &str, secret: &str| {
            let pair = given.as_deref().and_then(|pair| pair.split_once(':'));
            !secret.is_empty() && pair == Some((name, secret))
        };
        match (&settings.api_key, &settings.api_secret) {
            _ if is(&settings.account_sid, &settings.auth_token) => Ok(Caller::Account),
            (Some(key), Some(secret)) if is(key, secret) => Ok(Caller::Key),
            _ => Err(refused()),
        }
    }
}

/// 401, whatever was wrong.
pub(crate) fn refused() -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, 20_003, "Authenticate")
}
