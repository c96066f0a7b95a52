use std::time::{Duration, SystemTime};

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, Request};
use messaging_core::{Error, ErrorKind, Result, signature::is_hmac_sha256_hex};
use sha2::Sha256;

/// How far a callback's clock may be from ours, in either direction.
const WINDOW: Duration = Duration::from_secs(300);

/// Makes a callback of the toy's platform to an account, signed at `now`.
#[must_use]
pub fn signed_callback(secret: &str, account: &str, now: SystemTime, body: String) -> Request<Bytes> {
    let time = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
    let mut signature = String::new();
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        mac.update(format!("{time}.{body}").as_bytes());
        signature = mac.finalize().into_bytes().iter().fold(signature, |hex, byte| format!("{hex}{byte:02x}"));
    }
    let request = Request::post(format!("http://gateway.test/webhooks/{account}"));
    let request = request.header("x-toy-time", time).header("x-toy-signature", signature);
    request.body(body.into()).unwrap_or_default()
}

/// Checks `x-toy-signature` = hex(HMAC-SHA-256(secret, `x-toy-time` `.` body)) and the age of the time.
pub(super) fn verify(secret: &str, headers: &HeaderMap, body: &[u8], now: SystemTime) -> Result<()> {
    let refuse = |why: &str| Error::new(ErrorKind::Unauthorized, why);
    let header = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.ok_or_else(|| refuse("the callback is not signed"))
    };
    let (time, given) = (header("x-toy-time")?, header("x-toy-signature")?);
    if !is_hmac_sha256_hex(secret, &[time.as_bytes(), b".", body], given) {
        return Err(refuse("the signature does not match"));
    }
    let seconds: u64 = time.parse().map_err(|_| refuse("the time is not a number"))?;
    let told = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds.min(u64::from(u32::MAX)));
    let age = now.duration_since(told).unwrap_or_else(|ahead| ahead.duration());
    if age > WINDOW { Err(refuse("the callback is too old or from the future")) } else { Ok(()) }
}
