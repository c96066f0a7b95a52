use std::panic::{AssertUnwindSafe, catch_unwind};

use messaging_core::{
    Error, ErrorKind, Result,
    capability::{Frame, Goodbye, Heard, Line, Socket},
};
use tokio::time::timeout;

use super::backoff::Failure;
use crate::SocketSettings;

/// Opens a connection and waits until it is in use.
pub(super) async fn open(socket: &dyn Socket, settings: &SocketSettings) -> Result<Box<dyn Line>, Failure> {
    let opening = async {
        let mut line = socket.connect().await.map_err(|error| failure(&error))?;
        loop {
            let text = match line.receive().await {
                Some(Frame::Text(text)) => text,
                Some(Frame::Close(_)) | None => return Err(Failure::passing("it was closed before it came into use")),
                Some(_) => continue,
            };
            match hear(socket, &text).map_err(|error| failure(&error))? {
                Heard::Hello => return Ok(line),
                Heard::Goodbye(goodbye, reason) => {
                    let refused = goodbye != Goodbye::Renew;
                    return Err(Failure { reason: in_words(goodbye, &reason), refused, wait: None });
                }
                // Not acknowledged, so it comes again.
                _ => {}
            }
        }
    };
    timeout(settings.open, opening).await.unwrap_or_else(|_| Err(Failure::passing("it did not come into use in time")))
}

/// Reads a frame; a panic in a provider is a frame that cannot be read, not the end of the gateway.
pub(super) fn hear(socket: &dyn Socket, text: &str) -> Result<Heard> {
    catch_unwind(AssertUnwindSafe(|| socket.hear(text)))
        .unwrap_or_else(|_| Err(Error::new(ErrorKind::Invalid, "the provider could not read a frame")))
}

fn failure(error: &Error) -> Failure {
    let refused =
        matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::NotFound | ErrorKind::Invalid | ErrorKind::Config);
    Failure { reason: error.to_string(), refused, wait: error.retry_after() }
}

/// What the platform's goodbye means, for people.
pub(super) fn in_words(goodbye: Goodbye, reason: &str) -> String {
    match goodbye {
        Goodbye::TooMany => {
            format!("there are too many connections ({reason}): lower `sockets.connections`, or stop another node")
        }
        Goodbye::Disabled => format!("connections are switched off ({reason}): switch them on at the platform"),
        _ => format!("the platform wants a fresh connection ({reason})"),
    }
}
