//! `X-Twilio-Signature`: Base64 of an HMAC over the URL, and over the sorted fields of a form or the hash of another body
//! (<https://www.twilio.com/docs/usage/security#validating-requests>).
//!
//! ```text
//!  X-Twilio-Webhooks-Signature-Settings ──► which key, which hash        (shared_key)
//!  the URL as configured ──► at most 10 spellings of it                  (candidates)
//!  form: + sorted fields · otherwise: bodySHA256 in the query = hash     (body)
//! ```

mod body;
mod candidates;
mod shared_key;

use http::HeaderMap;
use messaging_core::{Error, ErrorKind, Result};

pub(crate) use self::{
    body::{Body, is_hashed},
    candidates::{candidates, query},
    shared_key::Signer,
};
use crate::account::Account;

/// Returns the one signature a callback carries.
///
/// # Errors
/// There is none, or there are several: which one a proxy looked at could not be told.
pub(crate) fn given(headers: &HeaderMap) -> Result<&str> {
    let mut all = headers.get_all("x-twilio-signature").iter();
    match (all.next().and_then(|value| value.to_str().ok()), all.next()) {
        (Some(signature), None) => Ok(signature),
        _ => Err(Error::new(ErrorKind::Unauthorized, "the callback does not carry exactly one X-Twilio-Signature")),
    }
}

/// Checks the signature of a callback to `url`.
///
/// # Errors
/// `headers` carry no signature or name a key that is not ours, or the signature is not what any key that is believed
/// makes of the URL and the body.
pub(crate) fn verify(account: &Account, headers: &HeaderMap, url: &str, body: &Body<'_>) -> Result<()> {
    let given = given(headers)?;
    let signer = Signer::of(headers, &account.auth_token, &account.webhook_signing_keys)?;
    let fields = body.signed();
    let mut matches = false;
    // All of them are tried, whichever matches: what was tried is not to be seen from how long it took.
    let spellings = account.spellings.of(url, candidates);
    let fields = fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
    let mut pieces: Vec<_> = std::iter::once(url.as_bytes()).chain(fields).collect();
    for url in spellings.iter() {
        if let Some(first) = pieces.first_mut() {
            *first = url.as_bytes();
        }
        matches |= signer.made(&pieces, given);
    }
    if matches & body.is_the_hashed_one(url) {
        account.spellings.keep(url, spellings);
        return Ok(());
    }
    let message = format!(
        "X-Twilio-Signature does not match: `webhook_url` must be the URL Twilio calls, to the letter, {}",
        signer.advice()
    );
    Err(Error::new(ErrorKind::Unauthorized, message))
}

#[cfg(test)]
mod tests;
