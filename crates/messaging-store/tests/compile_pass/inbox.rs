//! The one way to a 2xx.

use std::sync::Arc;

use messaging_core::capability::Reply;
use messaging_store::{Acknowledged, Arrival, Committed, Inbox, MemoryStore};

async fn answer(batch: Vec<Arrival>) -> http::Response<bytes::Bytes> {
    let inbox = Inbox::new(Arc::new(MemoryStore::default()));
    let committed: Committed = match inbox.accept(batch).await {
        Ok(committed) => committed,
        Err(_) => return http::Response::new(bytes::Bytes::from_static(b"not ours to acknowledge")),
    };
    let acknowledged: Acknowledged = committed.acknowledge(|_| Reply::empty());
    acknowledged.into()
}

fn main() {
    drop(answer(Vec::new()));
}
