//! What the store itself takes: the same arrivals, fed to its group commit by as many callers, without a server.

use std::{
    sync::{Arc, Mutex},
    time::{Instant, SystemTime},
};

use bytes::Bytes;
use http::Request;
use messaging_core::{
    ConversationRef, PublicUrl,
    capability::{Received, Webhooks},
};
use messaging_store::{Arrival, Lane, Store};

use crate::{
    case::{DURABLE, WARM_UP, percentile},
    request::{Requests, Vendor},
    server::slack,
};

/// How many callers wait at the same time.
pub(crate) const CALLERS: usize = 256;

/// Says how many events a second were taken in, and p50 and p99 of what a caller waited, in microseconds.
pub(crate) async fn feed(store: Arc<dyn Store>) -> String {
    let (warm, rest) = (arrivals(0, WARM_UP), arrivals(WARM_UP, DURABLE));
    fed(&store, warm).await;
    let started = Instant::now();
    let waited = fed(&store, rest).await;
    let took = started.elapsed();
    let rate = f64::from(u32::try_from(waited.len()).expect("few enough")) / took.as_secs_f64();
    println!(
        "{rate} {} {}",
        percentile(&waited, 0.5).as_secs_f64() * 1e6,
        percentile(&waited, 0.99).as_secs_f64() * 1e6
    );
    String::new()
}

async fn fed(store: &Arc<dyn Store>, arrivals: Vec<Arrival>) -> Vec<std::time::Duration> {
    let left = Arc::new(Mutex::new(arrivals));
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let (store, left) = (Arc::clone(store), Arc::clone(&left));
            tokio::spawn(async move {
                let mut waited = Vec::new();
                loop {
                    let Some(next) = left.lock().expect("a lock").pop() else { return waited };
                    let asked = Instant::now();
                    store.accept(vec![next]).await.expect("takes it in");
                    waited.push(asked.elapsed());
                }
            })
        })
        .collect();
    let mut waited = Vec::new();
    for caller in callers {
        waited.extend(caller.await.expect("ends"));
    }
    waited
}

/// What a gateway makes of the requests.
fn arrivals(first: usize, count: usize) -> Vec<Arrival> {
    let (slack, requests) = (slack(), Requests::good(Vendor::Slack, first, count));
    let url = PublicUrl::new("http://127.0.0.1:7400/webhooks/slack");
    (0..requests.len())
        .flat_map(|at| {
            let received = slack.receive(&request(requests.get(at).expect("a request").0), &url, SystemTime::now());
            let Ok(Received::Store { events, .. }) = received else { panic!("{received:?}") };
            events.into_iter().map(|event| {
                let conversation = ConversationRef::new("slack", event.conversation.clone());
                Arrival::new(Lane::new(conversation), event)
            })
        })
        .collect()
}

/// Reads a request as it goes over the wire.
fn request(wire: &[u8]) -> Request<Bytes> {
    let head = wire.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let mut request = Request::post("/webhooks/slack");
    for line in std::str::from_utf8(&wire[..head]).expect("text").lines().skip(1) {
        let (name, value) = line.split_once(": ").expect("a header");
        request = request.header(name, value);
    }
    request.body(Bytes::copy_from_slice(&wire[head + 4..])).expect("a request")
}
