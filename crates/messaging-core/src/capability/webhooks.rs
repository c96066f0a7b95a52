use std::{
    fmt,
    time::{Duration, SystemTime},
};

use bytes::Bytes;

use super::{Asked, DecisionWording, Inline, Question};
use crate::{Event, PublicUrl, Result, TraceContext, trace::TraceFragment};

/// Turning a provider's HTTP callback into events.
///
/// No I/O happens here, and time and URL are arguments: the same code serves servers, fuzzers and replays.
pub trait Webhooks: Send + Sync {
    /// Checks the signature, and its age against `now`, then reads the payload.
    ///
    /// `url` is the URL as the platform called it, which some platforms sign.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind) for a missing, false or stale signature, `Invalid` for a body that
    /// is signed and cannot be read.
    fn receive(&self, request: &http::Request<Bytes>, url: &PublicUrl, now: SystemTime) -> Result<Received>;

    /// The status that tells this platform that its signature was refused; 401 unless it expects another.
    fn refusal(&self) -> http::StatusCode {
        http::StatusCode::UNAUTHORIZED
    }

    /// The exact URL the platform was given, where the settings name one; otherwise the gateway's own.
    fn configured_url(&self) -> Option<&str> {
        None
    }
}

/// Words an answer, given what became of the events.
pub type Wording = Box<dyn FnOnce(&[Verdict]) -> Reply + Send>;

/// What a callback was.
#[non_exhaustive]
pub enum Received {
    /// Something to store before it is answered. Only a committed batch can say 2xx.
    Store {
        /// What happened, oldest first; none for an event nobody handles.
        events: Vec<Event>,
        /// Words the answer, once the events are safe.
        reply: Wording,
    },
    /// Something to store, after which the platform waits for the turn's replies inside the answer.
    Inline {
        /// What happened, oldest first.
        events: Vec<Event>,
        /// Words the answer where the replies do not come in time, or cannot be carried so.
        reply: Wording,
        /// How the replies are carried.
        inline: Inline,
    },
    /// Something to store, about which the platform then waits for the application's own answer: a form that was sent,
    /// a command. Asked only once the events are safe, and perhaps again if the platform tells them again.
    Decide {
        /// What happened, oldest first.
        events: Vec<Event>,
        /// What the application is asked.
        question: Question,
        /// How long the platform waits, counted from the request; the answer is [`Pass`](super::Decision::Pass) then.
        deadline: Duration,
        /// Words the answer.
        reply: DecisionWording,
    },
    /// A question before something happens: nothing is stored.
    Ask(Asked),
    /// A handshake: the answer, at once, with nothing stored.
    Immediate(http::Response<Bytes>),
}

impl Received {
    /// Stores `events`, then says `reply`.
    #[must_use]
    pub fn store(events: Vec<Event>, reply: Reply) -> Self {
        Self::Store { events, reply: Box::new(move |_| reply) }
    }

    /// Stores `events`, then says what `reply` makes of their verdicts.
    pub fn store_then(events: Vec<Event>, reply: impl FnOnce(&[Verdict]) -> Reply + Send + 'static) -> Self {
        Self::Store { events, reply: Box::new(reply) }
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store { events, .. } => f.debug_struct("Store").field("events", events).finish_non_exhaustive(),
            Self::Inline { events, inline, .. } => {
                f.debug_struct("Inline").field("events", events).field("inline", inline).finish_non_exhaustive()
            }
            Self::Decide { events, question, deadline, .. } => f
                .debug_struct("Decide")
                .field("events", events)
                .field("question", question)
                .field("deadline", deadline)
                .finish_non_exhaustive(),
            Self::Ask(asked) => f.debug_tuple("Ask").field(asked).finish(),
            Self::Immediate(response) => f.debug_tuple("Immediate").field(&response.status()).finish(),
        }
    }
}

/// What a store made of one event. A duplicate gets the original's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The store's own name for the event.
    pub id: String,
    /// The place of the event in its conversation's stream, as a cursor.
    pub cursor: u64,
    /// Whether it had been told before; nothing was added then.
    pub duplicate: bool,
    /// The span of what it is about, where that has one: of the message it repeats, or of the reply whose way it tells.
    pub about: Option<TraceContext>,
    /// What ended by it: replies that it settled.
    pub ended: Vec<TraceFragment>,
}

/// The words of an answer. Its status is a 2xx that only a committed batch can spend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Which 2xx.
    pub status: ReplyStatus,
    /// MIME type; none for an empty answer.
    pub content_type: Option<&'static str>,
    /// TwiML, JSON, or nothing.
    pub body: Bytes,
}

impl Reply {
    /// Says 200 and nothing more.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Says 200 with a body.
    #[must_use]
    pub fn body(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self { status: ReplyStatus::Ok, content_type: Some(content_type), body: body.into() }
    }

    /// Says 202 instead of 200.
    #[must_use]
    pub fn accepted(mut self) -> Self {
        self.status = ReplyStatus::Accepted;
        self
    }
}

/// The two ways to say yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReplyStatus {
    /// 200.
    #[default]
    Ok,
    /// 202: taken in, to be answered elsewhere.
    Accepted,
}
