use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::Request;
use messaging_core::{
    Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result, Secrets,
    capability::{Received, Reply, Webhooks},
    message::{Author, Message},
    signature::is_hmac_sha256_hex,
};
use serde_json::Value;

use crate::Acme;

impl Webhooks for Acme {
    fn receive(&self, request: &Request<Bytes>, _: &PublicUrl, now: SystemTime) -> Result<Received> {
        if age(request, &self.config.signing_secret, now).is_none_or(|age| age > Duration::from_secs(300)) {
            return Err(Error::new(ErrorKind::Unauthorized, "not signed by Acme, or too old"));
        }
        let told: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        let word = |name| told.get(name)?.as_str().filter(|word| !word.is_empty());
        let (Some(id), Some(from), Some(text)) = (word("id"), word("from"), word("text")) else {
            return Err(Error::new(ErrorKind::Invalid, "the callback is not {\"id\",\"from\",\"text\"}"));
        };
        let message = Message::new(id, Author::new(from), text);
        // The key makes a callback that is told twice one event.
        let event = Event::new(id, Place::new("chat", [from]), EventKind::MessageAdded(message));
        Ok(Received::store(vec![event], Reply::empty()))
    }
}

/// How old it is, if `acme-signature` is hex(HMAC-SHA-256(secret, `acme-time` `.` body)).
fn age(request: &Request<Bytes>, secrets: &Secrets, now: SystemTime) -> Option<Duration> {
    let header = |name| request.headers().get(name)?.to_str().ok();
    let (time, given) = (header("acme-time")?, header("acme-signature")?);
    let pieces = [time.as_bytes(), b".", request.body()];
    let signed = secrets.iter().any(|secret| is_hmac_sha256_hex(secret.expose(), &pieces, given));
    let told = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(time.parse().ok()?))?;
    signed.then_some(now.duration_since(told).unwrap_or_else(|ahead| ahead.duration()))
}
