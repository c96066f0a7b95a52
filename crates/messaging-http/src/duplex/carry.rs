use futures_util::{SinkExt, StreamExt, stream::SplitSink};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::mpsc,
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Message,
        protocol::{CloseFrame, Role, WebSocketConfig},
    },
};

use super::{Close, Duplex, Frame, WebSocketSettings};

/// Carries frames over a connection on which the WebSocket handshake is done, as the server.
///
/// Spawns the task that reads and writes; it ends with the connection, or when the [`Duplex`] is dropped. Call it
/// within a tokio runtime.
pub fn carry<S>(io: S, settings: WebSocketSettings) -> impl Future<Output = Duplex> + Send
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    as_role(io, Role::Server, settings)
}

pub(super) async fn as_role<S>(io: S, role: Role, settings: WebSocketSettings) -> Duplex
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let config = WebSocketConfig::default()
        .max_message_size(Some(settings.max_message))
        .max_frame_size(Some(settings.max_message));
    let socket = WebSocketStream::from_raw_socket(io, role, Some(config)).await;
    let (duplex, outgoing, incoming) = Duplex::over_websocket(settings.capacity);
    tokio::spawn(pump(socket, outgoing, incoming, settings));
    duplex
}

/// Reads and writes side by side, until one of the ends is done or gone.
async fn pump<S>(
    socket: WebSocketStream<S>,
    mut outgoing: mpsc::Receiver<Frame>,
    incoming: mpsc::Sender<Frame>,
    settings: WebSocketSettings,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (mut sink, mut stream) = socket.split();
    let writing = async {
        while let Some(frame) = outgoing.recv().await {
            let last = matches!(frame, Frame::Close(_));
            // A peer that takes nothing any more is lost, and the silence that follows says so.
            if !write(&mut sink, frame, settings).await || last {
                break;
            }
        }
    };
    let reading = async {
        // An error of the protocol or of the network is a lost connection; there is nobody to tell but the reader.
        while let Some(Ok(message)) = stream.next().await {
            let Some(frame) = shown(message) else { continue };
            let last = matches!(frame, Frame::Close(_));
            if incoming.send(frame).await.is_err() || last {
                break;
            }
        }
    };
    tokio::select! {
        () = writing => {}
        () = reading => {}
    }
    // A close is answered, and an end that was just dropped says one; whether it is heard does not matter any more.
    let _ = timeout(settings.write_timeout, sink.close()).await;
}

async fn write<S>(sink: &mut SplitSink<WebSocketStream<S>, Message>, frame: Frame, settings: WebSocketSettings) -> bool
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let message = match frame {
        Frame::Text(text) => Message::text(text),
        Frame::Binary(bytes) => Message::Binary(bytes),
        Frame::Ping(bytes) => Message::Ping(bytes),
        Frame::Pong(bytes) => Message::Pong(bytes),
        Frame::Close(close) => Message::Close(close.map(|Close { code, mut reason }| {
            while reason.len() > 123 {
                reason.pop();
            }
            CloseFrame { code: code.into(), reason: reason.into() }
        })),
    };
    matches!(timeout(settings.write_timeout, sink.send(message)).await, Ok(Ok(())))
}

fn shown(message: Message) -> Option<Frame> {
    Some(match message {
        Message::Text(text) => Frame::Text(text.as_str().to_owned()),
        Message::Binary(bytes) => Frame::Binary(bytes),
        Message::Ping(bytes) => Frame::Ping(bytes),
        Message::Pong(bytes) => Frame::Pong(bytes),
        Message::Close(close) => {
            Frame::Close(close.map(|close| Close { code: close.code.into(), reason: close.reason.as_str().to_owned() }))
        }
        // Never comes out of a reader.
        Message::Frame(_) => return None,
    })
}
