//! Signatures as the vendors make them, written after their documentation: nothing here is shared with the providers.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// `X-Twilio-Signature` of a callback to `url`, with the account's token; of a form with its fields.
///
/// # Panics
/// Never: HMAC takes any key.
#[must_use]
pub fn twilio(token: &str, url: &str, form: Option<&[u8]>) -> String {
    let mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).expect("any key");
    STANDARD.encode(mac.chain_update(twilio_text(url, form)).finalize().into_bytes())
}

/// The same with a shared key, which signs with SHA-256.
///
/// # Panics
/// Never: HMAC takes any key.
#[must_use]
pub fn twilio_shared(key: &str, url: &str, form: Option<&[u8]>) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("any key");
    STANDARD.encode(mac.chain_update(twilio_text(url, form)).finalize().into_bytes())
}

/// What is signed: the URL without its fragment, and the distinct fields, sorted, without marks between them.
fn twilio_text(url: &str, form: Option<&[u8]>) -> String {
    let url = url.split('#').next().unwrap_or_default();
    format!("{url}{}", form.map(twilio_fields).unwrap_or_default())
}

/// What is signed of a form.
#[must_use]
pub fn twilio_fields(form: &[u8]) -> String {
    let mut fields: Vec<_> = form_urlencoded::parse(form).into_owned().collect();
    fields.sort();
    fields.dedup();
    fields.into_iter().flat_map(|(name, value)| [name, value]).collect()
}

/// `X-Slack-Signature` of a body at a moment, as it is written in its header.
///
/// # Panics
/// Never: HMAC takes any key.
#[must_use]
pub fn slack(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key");
    let mac = mac.chain_update(format!("v0:{timestamp}:")).chain_update(body).finalize();
    format!("v0={}", hex(&mac.into_bytes()))
}

/// SHA-256 in lower-case hex, as `bodySHA256` carries it.
#[must_use]
pub fn sha256(body: &[u8]) -> String {
    hex(&Sha256::digest(body))
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
}
