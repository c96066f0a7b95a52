//! A line from an emulator to a gateway that tells every webhook three times, over many connections.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::{ClientSettings, Transport, TransportError, client};
use tokio::sync::{mpsc, oneshot, watch};
use tower::ServiceExt;

type Told = Result<Response<Bytes>, TransportError>;
type Job = (Request<Bytes>, oneshot::Sender<Told>);

/// What was acknowledged, by the marker each message holds: `p0007-m3`.
#[derive(Clone, Debug)]
pub struct Acknowledged(watch::Sender<HashSet<String>>);

impl Default for Acknowledged {
    fn default() -> Self {
        Self(watch::Sender::new(HashSet::new()))
    }
}

impl Acknowledged {
    /// Waits for the first 2xx to the webhook that holds `marker`.
    pub async fn wait(&self, marker: &str) {
        drop(self.0.subscribe().wait_for(|known| known.contains(marker)).await);
    }

    /// Notes a webhook of a person's message; whatever the app said itself is not one.
    fn note(&self, body: &[u8]) {
        let text = String::from_utf8_lossy(body);
        let at = text.match_indices('p').map(|(at, _)| at);
        let marker = at.filter_map(|at| text.get(at..at + 8)).find(|word| is_marker(word));
        if let Some(marker) = marker.filter(|_| !text.contains("bot_id")) {
            self.0.send_modify(|known| known.extend([marker.to_owned()]));
        }
    }
}

fn is_marker(word: &str) -> bool {
    let digit = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    word.get(5..7) == Some("-m") && [1, 2, 3, 4, 7].into_iter().all(digit)
}

/// Opens `connections` connections, each used for one request at a time.
///
/// Every request goes out three times, over connections chosen by `seed`; the first answer that came is the answer.
///
/// # Errors
/// The client cannot be built.
pub fn thrice(connections: usize, seed: u64, acknowledged: &Acknowledged) -> messaging_core::Result<Transport> {
    let mut lines = Vec::new();
    for _ in 0..connections.max(1) {
        let (line, mut jobs) = mpsc::channel::<Job>(4_096);
        let (transport, acknowledged) = (client(ClientSettings::default())?, acknowledged.clone());
        tokio::spawn(async move {
            while let Some((request, answer)) = jobs.recv().await {
                let body = request.body().clone();
                let told = transport.clone().oneshot(request).await;
                // Noted here, because a vendor in a hurry hears no more of it.
                if told.as_ref().is_ok_and(|answer| answer.status().is_success()) {
                    acknowledged.note(&body);
                }
                // Whoever asked may have heard enough from another copy.
                drop(answer.send(told));
            }
        });
        lines.push(line);
    }
    let dice = Arc::new(Mutex::new(fastrand::Rng::with_seed(seed)));
    Ok(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        let chosen: Vec<_> = {
            let mut dice = dice.lock().unwrap_or_else(PoisonError::into_inner);
            (0..3).filter_map(|_| lines.get(dice.usize(..lines.len())).cloned()).collect()
        };
        tell(chosen, request)
    })))
}

async fn tell(lines: Vec<mpsc::Sender<Job>>, request: Request<Bytes>) -> Told {
    let (first, answered) = oneshot::channel();
    let mut first = Some(first);
    for line in lines {
        let answer = first.take().unwrap_or_else(|| oneshot::channel().0);
        drop(line.send((request.clone(), answer)).await);
    }
    answered.await.unwrap_or_else(|_| Err(TransportError::maybe_sent("the line broke")))
}
