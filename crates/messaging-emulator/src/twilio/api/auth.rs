use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Request, StatusCode, header::AUTHORIZATION};

use super::Refusal;
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// HTTP Basic with the account's token, or with an API key and its secret.
    pub(crate) fn authenticate(&self, request: &Request<Bytes>) -> Result<(), Refusal> {
        let settings = &self.account.settings;
        let given = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let given = given.and_then(|value| value.split_once(' ')).and_then(|(scheme, pair)| {
            let bytes = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(pair.trim()).ok())??;
            String::from_utf8(bytes).ok()
        });
        let keys = settings.api_key.as_ref().zip(settings.api_secret.as_ref());
        let known = [Some((&settings.account_sid, &settings.auth_token)), keys];
        let is_known = |(user, password): (&str, &str)| {
            known.iter().flatten().any(|(name, secret)| *name == user && *secret == password && !password.is_empty())
        };
        if given.as_deref().and_then(|pair| pair.split_once(':')).is_some_and(is_known) {
            Ok(())
        } else {
            Err(Refusal::new(StatusCode::UNAUTHORIZED, 20_003, "Authenticate"))
        }
    }
}
