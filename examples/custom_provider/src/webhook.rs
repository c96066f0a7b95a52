use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::Request;
use messaging_core::{
    Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Received, Reply, Webhooks},
    message::{Author, Message},
    signature::is_hmac_sha256_hex,
};
use serde::Deserialize;

use crate::Acme;

/// How far a callback's clock may be from ours.
const WINDOW: Duration = Duration::from_secs(300);

/// A callback: a person wrote.
#[derive(Deserialize)]
struct Told {
    id: String,
    from: String,
    text: String,
}

impl Webhooks for Acme {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, now: SystemTime) -> Result<Received> {
        self.verify(request, now).ok_or_else(|| Error::new(ErrorKind::Unauthorized, "not signed by Acme, or too old"))?;
        let told: Told = serde_json::from_slice(request.body())
            .map_err(|cause| Error::new(ErrorKind::Invalid, format!("unreadable callback: {cause}")))?;
        if told.id.is_empty() || told.from.is_empty() {
            return Err(Error::new(ErrorKind::Invalid, "the callback names no message or no person"));
        }
        let message = Message::new(told.id.as_str(), Author::new(told.from.as_str()), told.text);
        // The key is what makes a callback told twice one event.
        let event = Event::new(told.id, Place::new("chat", [told.from]), EventKind::MessageAdded(message));
        Ok(Received::store(vec![event], Reply::empty()))
    }
}

impl Acme {
    /// Checks `acme-signature` = hex(HMAC-SHA-256(secret, `acme-time` `.` body)), and the age of the time.
    fn verify(&self, request: &Request<Bytes>, now: SystemTime) -> Option<()> {
        let header = |name| request.headers().get(name)?.to_str().ok();
        let (time, given) = (header("acme-time")?, header("acme-signature")?);
        let pieces = [time.as_bytes(), b".", request.body()];
        let told = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(time.parse().ok()?))?;
        let age = now.duration_since(told).unwrap_or_else(|ahead| ahead.duration());
        let signed = self.config.signing_secret.iter().any(|s| is_hmac_sha256_hex(s.expose(), &pieces, given));
        (signed && age <= WINDOW).then_some(())
    }
}
