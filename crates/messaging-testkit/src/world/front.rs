use std::sync::Arc;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::Request;
use messaging_http::{BodyStream, StreamTransport, TransportError};
use tokio::sync::mpsc;
use tower::ServiceExt;

use super::{body::Body, cluster::Cluster};

/// Pieces of a body that wait for whoever reads it.
const WAITING: usize = 16;

/// Where people reach what nodes serve beside webhooks: some node that seems to be alive.
pub(super) fn front(cluster: &Arc<Cluster>, pair: usize) -> StreamTransport {
    let cluster = Arc::clone(cluster);
    StreamTransport::new(tower::service_fn(move |request: Request<Bytes>| {
        let chosen = cluster.some_front(pair);
        async move {
            let (body, front) = chosen.ok_or_else(|| TransportError::not_sent("nobody is up"))?;
            match tokio::spawn(body.host(front.oneshot(request))).await {
                Ok(Some(Ok(response))) => Ok(response.map(|read| carried(&body, read))),
                _ => Err(TransportError::maybe_sent("connection reset")),
            }
        }
    }))
}

/// A body that is sent by a node while it lives, and stalls while it is frozen.
fn carried(body: &Arc<Body>, mut read: BodyStream) -> BodyStream {
    let (give, take) = mpsc::channel(WAITING);
    tokio::spawn(body.host(async move {
        loop {
            let piece = tokio::select! {
                biased;
                () = give.closed() => return,
                piece = read.next() => piece,
            };
            let Some(piece) = piece else { return };
            if give.send(piece).await.is_err() {
                return;
            }
        }
    }));
    BodyStream::new(stream::unfold(take, async |mut take| Some((take.recv().await?, take))))
}
