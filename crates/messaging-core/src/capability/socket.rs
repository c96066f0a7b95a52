use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use http::Response;

use super::{Line, Received};
use crate::Result;

/// Receiving over connections that we open, instead of at a URL that the platform calls.
///
/// A provider opens a connection and reads what comes on it; it never holds the one that is in use. Whoever holds it
/// sends an [`Acknowledgement`] only once what was delivered is stored, as a webhook is answered.
#[async_trait]
pub trait Socket: Send + Sync {
    /// Opens one connection. It is in use once the platform has said [`Heard::Hello`] on it.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind), `NotFound`, `Invalid` and `Config`: somebody has to change
    /// something first. Anything else may pass. No error names the address, which may be a secret.
    async fn connect(&self) -> Result<Box<dyn Line>>;

    /// Reads one text frame. No I/O happens here.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind) for a frame that cannot be read. It is not acknowledged.
    fn hear(&self, text: &str) -> Result<Heard>;

    /// Whether the platform sends pings of its own, so that their absence shows a dead connection.
    fn pings(&self) -> bool {
        false
    }
}

/// What came on a connection.
#[derive(Debug)]
#[non_exhaustive]
pub enum Heard {
    /// The connection is in use from now on.
    Hello,
    /// Something to take in.
    Delivery(Delivery),
    /// The platform is about to end this connection.
    Goodbye(Goodbye, String),
    /// Something this version has no word for, by the platform's name.
    Other(String),
}

/// What follows from the end of a connection that the platform announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Goodbye {
    /// It only wants a fresh one: open it first, then leave this one.
    Renew,
    /// There are too many: leave this one, and do not come back at once.
    TooMany,
    /// Somebody has switched connections off: nothing comes until somebody switches them on.
    Disabled,
}

/// One delivery, as a webhook would have brought it.
#[non_exhaustive]
pub struct Delivery {
    /// The platform's name for this delivery.
    pub id: String,
    /// What it was.
    pub received: Received,
    /// Which delivery of the same this is, counted from 0, where the platform counts.
    pub attempt: u32,
    /// Words the acknowledgement.
    pub acknowledgement: Acknowledgement,
}

/// Words the frame that tells the platform that a delivery has arrived.
///
/// It is words only: nobody who makes one has a connection to send it on.
pub struct Acknowledgement(Words);

type Words = Box<dyn FnOnce(&Response<Bytes>) -> String + Send>;

impl Acknowledgement {
    /// Words it with what a webhook would have been answered: a 2xx, perhaps with a body.
    pub fn new(words: impl FnOnce(&Response<Bytes>) -> String + Send + 'static) -> Self {
        Self(Box::new(words))
    }

    /// The text frame to send.
    #[must_use]
    pub fn text(self, answer: &Response<Bytes>) -> String {
        (self.0)(answer)
    }
}

impl Delivery {
    /// A delivery for the first time.
    pub fn new(id: impl Into<String>, received: Received, acknowledgement: Acknowledgement) -> Self {
        Self { id: id.into(), received, attempt: 0, acknowledgement }
    }

    /// Says which delivery of the same this is, counted from 0.
    #[must_use]
    pub fn again(mut self, attempt: u32) -> Self {
        self.attempt = attempt;
        self
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("id", &self.id)
            .field("received", &self.received)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Acknowledgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acknowledgement").finish_non_exhaustive()
    }
}
