use std::time::Duration;

use messaging_core::UnixMillis;
use serde::{Serialize, Serializer};

/// One step of a message through the gateway, for people who watch. Holds no text.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Hop {
    /// When it ended.
    pub at: UnixMillis,
    /// Which step.
    pub stage: Stage,
    /// Which account.
    pub account: String,
    /// Which conversation, as far as it is known.
    pub conversation: Option<String>,
    /// The event, run or intent it was about.
    pub id: String,
    /// How it ended, in a word or a status.
    pub outcome: String,
    /// How long it took, in milliseconds.
    #[serde(rename = "ms", serialize_with = "milliseconds")]
    pub took: Duration,
}

fn milliseconds<S: Serializer>(took: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((took.as_secs_f64() * 10_000.0).round() / 10.0)
}

/// The steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Stage {
    /// A webhook was taken in, or refused.
    Webhook,
    /// Something came over a connection of ours, or the connection itself changed.
    Socket,
    /// The agent was asked.
    Turn,
    /// A reply was sent.
    Send,
    /// A doubtful send was looked up.
    Look,
    /// A person decided about something that waited for them.
    Decision,
    /// What came in once was put to the gateway again.
    Replay,
}
