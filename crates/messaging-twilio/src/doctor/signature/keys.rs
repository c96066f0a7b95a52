//! Keys that may have signed: the one that ought to have, and those that are mistaken for it.

use std::fmt;

use http::HeaderMap;
use messaging_core::{
    Secret,
    signature::{is_hmac_sha1_base64, is_hmac_sha256_base64},
};

use super::{Diagnosis, Difference, Finding, bodies::Fields};
use crate::{Twilio, account::Account, webhook::Signer};

/// A key, and what it would say about the settings if it had signed.
pub(super) struct Key {
    secret: Secret,
    pub(super) difference: Option<Difference>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("difference", &self.difference).finish_non_exhaustive()
    }
}

impl Key {
    /// Whether it made `given` of the URL and the fields, with either hash.
    pub(super) fn made(&self, url: &str, fields: &Fields, given: &str) -> bool {
        let mut pieces = vec![url.as_bytes()];
        pieces.extend(fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]));
        // 20 bytes or 32: the length of a signature says which hash it is.
        let made = if given.len() == 28 { is_hmac_sha1_base64 } else { is_hmac_sha256_base64 };
        made(self.secret.expose(), &pieces, given)
    }
}

/// Returns the keys, the right ones first.
///
/// # Errors
/// The callback names a key that the settings do not know, or cannot be read: that is the diagnosis.
pub(super) fn of(
    headers: &HeaderMap,
    account: &Account,
    others: &[(&str, &Twilio)],
) -> Result<Vec<Key>, Box<Diagnosis>> {
    let signer = match Signer::of(headers, &account.auth_token, &account.webhook_signing_keys) {
        Ok(signer) => signer,
        Err(error) => {
            let next = "add that key to `webhook_signing_keys`, as the callback's \
                        X-Twilio-Webhooks-Signature-Settings names it";
            let mut diagnosis = Diagnosis::new(Finding::Explained, next);
            diagnosis.differences.push(error.to_string());
            return Err(Box::new(diagnosis));
        }
    };
    let mut keys = Keys(Vec::new());
    for secret in signer.keys() {
        keys.add(secret.expose(), None);
    }
    for secret in account.auth_token.iter() {
        keys.similar("auth_token", secret.expose());
    }
    let lost = "let proxies pass X-Twilio-Webhooks-Signature-Settings, which names the key";
    for (name, secret) in &account.webhook_signing_keys {
        let what = format!("it is signed with the shared key `{name}`, but the header that says so is not there");
        keys.add(secret.expose(), Some(Difference::new(what, lost)));
    }
    for secret in account.auth_token.iter() {
        let what = "it is signed with `auth_token`, although the callback names a shared key";
        keys.add(secret.expose(), Some(Difference::new(what, "let proxies pass the headers of callbacks unchanged")));
    }
    if let Some((_, secret)) = &account.api_key {
        let what = "it is signed with what `api_secret` holds: the two secrets were swapped";
        let next = "put the auth token into `auth_token` (TWILIO_AUTH_TOKEN) and the key's secret into `api_secret`";
        keys.add(secret.expose(), Some(Difference::new(what, next)));
    }
    for (name, other) in others {
        let what = format!("it is signed with the token of the account `{name}`");
        let next = format!("give Twilio the URL of `{name}` for this webhook: …/webhooks/{name}");
        let other = &other.account;
        for secret in other.auth_token.iter().chain(other.webhook_signing_keys.values()) {
            keys.add(secret.expose(), Some(Difference::new(what.clone(), next.clone())));
        }
    }
    Ok(keys.0)
}

struct Keys(Vec<Key>);

impl Keys {
    /// Adds a key that is not there yet.
    fn add(&mut self, secret: &str, difference: Option<Difference>) {
        if !self.0.iter().any(|key| key.secret.expose() == secret) {
            self.0.push(Key { secret: Secret::new(secret), difference });
        }
    }

    /// Adds what a secret was before it was copied badly.
    fn similar(&mut self, setting: &str, secret: &str) {
        let difference = |what: &str| Some(Difference::new(what, format!("write `{setting}` again, without that")));
        let bare = secret.trim().trim_matches(['"', '\'']);
        self.add(secret.trim(), difference(&format!("`{setting}` has white space before or behind it")));
        self.add(bare, difference(&format!("`{setting}` has quotes around it")));
        self.add(&bare.to_ascii_lowercase(), difference(&format!("`{setting}` has capital letters")));
    }
}
