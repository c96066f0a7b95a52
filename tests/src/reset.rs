//! Connections that are reset once a send was carried, before anybody hears of it.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use fastrand::Rng;
use http::{Method, Request};
use messaging_emulator::Journal;
use messaging_http::{Transport, TransportError};
use tower::ServiceExt;

/// Loses the answer to so many of a thousand POSTs to a path with this end.
#[must_use]
pub fn reset(inner: Transport, end: &'static str, odds: u32, seed: u64, journal: Journal) -> Transport {
    let dice = Arc::new(Mutex::new(Rng::with_seed(seed)));
    Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let (inner, dice, journal) = (inner.clone(), Arc::clone(&dice), journal.clone());
        async move {
            let is_send = request.method() == Method::POST && request.uri().path().ends_with(end);
            let answer = inner.oneshot(request).await?;
            let strikes = is_send && dice.lock().unwrap_or_else(PoisonError::into_inner).u32(..1_000) < odds;
            if strikes && answer.status().is_success() {
                journal.note("reset");
                return Err(TransportError::maybe_sent("connection reset"));
            }
            Ok(answer)
        }
    }))
}
