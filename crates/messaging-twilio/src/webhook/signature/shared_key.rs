//! Which key and which hash a callback is signed with.

use std::collections::BTreeMap;

use http::HeaderMap;
use messaging_core::{
    Error, ErrorKind, Result, Secret, Secrets,
    signature::{is_hmac_sha1_base64, is_hmac_sha256_base64},
};

/// The header that names them: `key=webhooks_sharedkey_…,algorithm=HMAC_SHA256`. Without it: the auth token and SHA-1.
const SETTINGS: &str = "x-twilio-webhooks-signature-settings";

/// A name of a key that an error repeats is at most this long, in characters.
const MAX_NAME: usize = 80;

/// The keys that may have signed a callback, and how.
pub(crate) struct Signer<'k> {
    keys: Vec<&'k Secret>,
    /// Makes the comparison, in constant time.
    made: fn(&str, &[&[u8]], &str) -> bool,
    shared: bool,
}

impl<'k> Signer<'k> {
    /// Reads the header.
    ///
    /// # Errors
    /// It names a key or an algorithm that is not known here, names one twice, or asks for SHA-256 without naming a key.
    pub(crate) fn of(headers: &HeaderMap, tokens: &'k Secrets, shared: &'k BTreeMap<String, Secret>) -> Result<Self> {
        let refuse = |message: String| Err(Error::new(ErrorKind::Unauthorized, message));
        let mut all = headers.get_all(SETTINGS).iter();
        let (settings, more) = (all.next(), all.next());
        let settings = settings.map_or(Ok(""), http::HeaderValue::to_str);
        let (Ok(settings), None) = (settings, more) else {
            return refuse(format!("the callback has a {SETTINGS} that cannot be read, or several"));
        };
        let (mut key, mut algorithm) = (None, None);
        for (name, value) in settings.split(',').filter_map(|setting| setting.split_once('=')) {
            let value = value.trim();
            let before = match name.trim() {
                "key" => key.replace(value),
                "algorithm" => algorithm.replace(value),
                _ => None,
            };
            if before.is_some() {
                return refuse(format!("the {SETTINGS} of the callback says `{}` twice", name.trim()));
            }
        }
        let made = match algorithm {
            None | Some("" | "HMAC_SHA1") => is_hmac_sha1_base64,
            Some("HMAC_SHA256") => is_hmac_sha256_base64,
            Some(other) => {
                let other: String = other.chars().take(MAX_NAME).collect();
                return refuse(format!("the callback is signed with `{other}`; HMAC_SHA256 and HMAC_SHA1 are known"));
            }
        };
        let Some(name) = key.filter(|key| !key.is_empty()) else {
            if algorithm == Some("HMAC_SHA256") {
                return refuse(format!("the callback is signed with HMAC_SHA256, but its {SETTINGS} names no `key`"));
            }
            return Ok(Self { keys: tokens.iter().collect(), made, shared: false });
        };
        let Some(secret) = shared.get(name) else {
            let name: String = name.chars().take(MAX_NAME).collect();
            return refuse(format!(
                "the callback is signed with the shared key `{name}`; add it to `webhook_signing_keys` of `twilio`"
            ));
        };
        Ok(Self { keys: vec![secret], made, shared: true })
    }

    /// Returns the keys that may have signed.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'k Secret> {
        self.keys.iter().copied()
    }

    /// Whether one of the keys made `given` of `pieces`. All are tried.
    pub(super) fn made(&self, pieces: &[&[u8]], given: &str) -> bool {
        self.keys.iter().fold(false, |made, key| made | (self.made)(key.expose(), pieces, given))
    }

    /// What to look at if none did.
    pub(super) fn advice(&self) -> &'static str {
        if self.shared {
            "and the key of that name in `webhook_signing_keys` its current secret"
        } else {
            "and `auth_token` the account's primary one"
        }
    }
}
