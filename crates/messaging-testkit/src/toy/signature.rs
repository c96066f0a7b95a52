use std::time::{Duration, SystemTime};

use http::HeaderMap;
use messaging_core::{Error, ErrorKind, Result, signature::is_hmac_sha256_hex};

/// How far a callback's clock may be from ours, in either direction.
const WINDOW: Duration = Duration::from_secs(300);

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
