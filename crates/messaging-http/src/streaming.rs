use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream, stream::BoxStream};
use http::{Request, Response};
use messaging_core::Result;
use reqwest::Client;
use tower::{ServiceExt, service_fn, util::BoxCloneSyncService};

use crate::{
    ClientSettings, Transport, TransportError,
    client::{clients, execute, name},
};

/// A function from request to response whose body is read while it comes in: a [`streaming_client`] in production.
pub type StreamTransport = BoxCloneSyncService<Request<Bytes>, Response<BodyStream>, TransportError>;

/// A body while it comes in. An error in it is its end.
pub struct BodyStream(BoxStream<'static, std::result::Result<Bytes, TransportError>>);

impl BodyStream {
    /// A body in pieces.
    pub fn new(pieces: impl Stream<Item = std::result::Result<Bytes, TransportError>> + Send + 'static) -> Self {
        Self(pieces.boxed())
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// It is larger than `max` bytes, or breaks off.
    pub async fn collect(mut self, max: usize) -> std::result::Result<Bytes, TransportError> {
        let mut body = Vec::new();
        while let Some(piece) = self.next().await {
            let piece = piece?;
            if body.len() + piece.len() > max {
                return Err(TransportError::maybe_sent(format!("the answer is larger than {max} bytes")));
            }
            body.extend_from_slice(&piece);
        }
        Ok(body.into())
    }
}

impl Stream for BodyStream {
    type Item = std::result::Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(context)
    }
}

impl fmt::Debug for BodyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyStream").finish_non_exhaustive()
    }
}

/// Opens a client like [`client`](crate::client) whose answers are read while they come in. The largest answer is up to
/// the reader, and the total time covers the whole body.
///
/// # Errors
/// The system's TLS roots cannot be read.
pub fn streaming_client(settings: ClientSettings) -> Result<StreamTransport> {
    let clients = clients(settings)?;
    Ok(StreamTransport::new(service_fn(move |request: Request<Bytes>| exchange(clients.of(&request), request))))
}

async fn exchange(
    client: Client,
    request: Request<Bytes>,
) -> std::result::Result<Response<BodyStream>, TransportError> {
    let mut answer = execute(client, request).await?;
    let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
    let pieces = stream::try_unfold(answer, |mut answer| async move {
        let piece = answer.chunk().await.map_err(name)?;
        Ok(piece.map(|piece| (piece, answer)))
    });
    let mut response = Response::new(BodyStream::new(pieces));
    (*response.status_mut(), *response.headers_mut()) = (status, headers);
    Ok(response)
}

/// Reads a transport's whole answers as bodies of one piece.
#[must_use]
pub fn in_one_piece(transport: Transport) -> StreamTransport {
    StreamTransport::new(service_fn(move |request: Request<Bytes>| {
        let transport = transport.clone();
        async move {
            let response = transport.oneshot(request).await?;
            Ok(response.map(|body| BodyStream::new(stream::iter([Ok(body)]))))
        }
    }))
}
