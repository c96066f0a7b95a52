use std::{
    convert::Infallible,
    future::Future,
    io::{self, Write},
    net::SocketAddr,
    pin::pin,
    sync::Arc,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::BoxError;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinError, JoinSet},
    time::timeout,
};
use tower::Service;

use super::{
    ListenerSettings, RequestBody, accept,
    admission::Admission,
    budget::Budget,
    connection::{Terms, converse},
};

/// What a connection is told that finds no place.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// Serves HTTP/1 on `listener` until `stop`, then ends what is under way.
///
/// After `stop` those who had connected are still served, nobody else is accepted, event streams end at once, and
/// requests under way have [`stop_timeout`](ListenerSettings::stop_timeout) to finish. A body that breaks a limit fails with a
/// [`BodyError`](crate::BodyError), which names the status to answer with.
///
/// # Errors
/// Settings under which nothing could be served.
pub async fn serve<S, B>(
    listener: TcpListener,
    service: S,
    settings: ListenerSettings,
    stop: impl Future<Output = ()>,
) -> io::Result<()>
where
    S: Service<Request<RequestBody>, Response = Response<B>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    settings.check()?;
    let admission = Admission::new(&settings);
    let (stopping, stop_timeout) = (watch::Sender::new(false), settings.stop_timeout);
    let budget = Budget::new(settings.all_body_bytes);
    let terms = Terms { settings: Arc::new(settings), budget, stop: stopping.subscribe() };
    let mut connections = JoinSet::new();
    let begin = move |connections: &mut JoinSet<()>, socket: TcpStream, peer: SocketAddr| {
        let Some(admitted) = admission.enter(peer.ip()) else { return refuse(socket) };
        if let Err(error) = socket.set_nodelay(true) {
            return tracing::debug!(%error, "a connection was gone before it began");
        }
        let conversation = converse(socket, service.clone(), terms.clone());
        connections.spawn(async move {
            let _admitted = admitted;
            conversation.await;
        });
    };
    let mut stop = pin!(stop);
    loop {
        let (socket, peer) = tokio::select! {
            biased;
            () = stop.as_mut() => break,
            Some(ended) = connections.join_next(), if !connections.is_empty() => {
                note(ended);
                continue;
            }
            accepted = accept::next(|| listener.accept()) => accepted,
        };
        begin(&mut connections, socket, peer);
    }
    for (socket, peer) in accept::waiting(listener) {
        begin(&mut connections, socket, peer);
    }
    stopping.send_replace(true);
    let finished = timeout(stop_timeout, async {
        while let Some(ended) = connections.join_next().await {
            note(ended);
        }
    });
    if finished.await.is_err() {
        tracing::warn!(left = connections.len(), "connections did not end in time; closing them");
        connections.shutdown().await;
    }
    Ok(())
}

/// Tells a client to come back. A new connection takes that much without waiting; one that does not sees it closed.
fn refuse(socket: TcpStream) {
    let told = socket.into_std().and_then(|mut socket| socket.write(FULL));
    tracing::debug!(?told, "a connection found no place");
}

fn note(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a connection ended badly");
    }
}
