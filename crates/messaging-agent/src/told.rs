use std::collections::VecDeque;

use futures_util::{Stream, StreamExt, stream};
use messaging_core::message::{Content, Progress};
use messaging_http::BodyStream;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    AgentError, Piece,
    sse::{EventReader, SentEvent},
    usage::{self, Ledger},
};

/// Largest answer that is read, in bytes.
pub(crate) const LARGEST: usize = 8 * 1024 * 1024;

/// `delta`.
#[derive(Deserialize)]
struct Delta {
    text: String,
}

/// An answer that an HTTP agent tells event by event.
struct Telling {
    body: BodyStream,
    reader: EventReader,
    heard: usize,
    ready: VecDeque<Result<Piece, AgentError>>,
    over: bool,
    ledger: Ledger,
}

/// `done`.
#[derive(Deserialize)]
struct Done {
    #[serde(default)]
    usage: Option<Value>,
}

/// Reads an answer while it is being written. One that breaks off before `done` is a failed turn.
pub(crate) fn told(body: BodyStream, ledger: Ledger) -> impl Stream<Item = Result<Piece, AgentError>> + Send {
    let (reader, ready) = (EventReader::default(), VecDeque::new());
    let telling = Telling { body, reader, heard: 0, ready, over: false, ledger };
    stream::unfold(telling, |mut telling| async move {
        loop {
            if let Some(piece) = telling.ready.pop_front() {
                return Some((piece, telling));
            }
            if telling.over {
                return None;
            }
            let piece = telling.body.next().await;
            telling.hear(piece.map(|piece| piece.map_err(|cause| cause.to_string())));
        }
    })
}

impl Telling {
    fn hear(&mut self, piece: Option<Result<bytes::Bytes, String>>) {
        let heard = match piece {
            None => Err("it ended without `done`".to_owned()),
            Some(Err(cause)) => Err(cause),
            Some(Ok(piece)) => {
                self.heard += piece.len();
                if self.heard > LARGEST {
                    return self.end(AgentError::refused(format!("the answer is larger than {LARGEST} bytes")));
                }
                self.reader.feed(&piece)
            }
        };
        while let Some(event) = self.reader.next() {
            self.count(&event);
            match read(&event) {
                Ok(Some(piece)) => self.ready.push_back(Ok(piece)),
                Ok(None) if event.name == "done" => {
                    // What follows is nobody's answer.
                    self.over = true;
                    return;
                }
                Ok(None) => {}
                Err(error) => return self.end(error),
            }
        }
        if let Err(cause) = heard {
            self.end(AgentError::retry(format!("the agent's stream broke off: {cause}")));
        }
    }

    /// Notes what the answer took: `usage {…}` while it is written, or in `done {"usage": {…}}`.
    fn count(&self, event: &SentEvent) {
        // What cannot be read is no part of the answer.
        let told = match event.name.as_str() {
            "usage" => serde_json::from_str(&event.data).ok(),
            "done" => serde_json::from_str::<Done>(&event.data).ok().and_then(|done| done.usage),
            _ => None,
        };
        usage::told(told, &self.ledger);
    }

    fn end(&mut self, error: AgentError) {
        self.ready.push_back(Err(error));
        self.over = true;
    }
}

/// Reads one event; none for `done`, and for what this version has no word for.
fn read(event: &SentEvent) -> Result<Option<Piece>, AgentError> {
    Ok(match event.name.as_str() {
        "delta" => Some(Piece::Delta(data::<Delta>(event)?.text)),
        "progress" => Some(Piece::Progress(data::<Progress>(event)?)),
        "message" => Some(Piece::Message(data::<Content>(event)?)),
        _ => None,
    })
}

fn data<T: DeserializeOwned>(event: &SentEvent) -> Result<T, AgentError> {
    serde_json::from_str(&event.data).map_err(|cause| {
        let told: String = event.data.chars().take(200).collect();
        AgentError::refused(format!("the agent's event `{}` cannot be read: {cause}: {told}", event.name))
    })
}
