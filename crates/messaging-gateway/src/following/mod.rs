//! What of a message's way is under way here, so that it can be told once it is over.

mod delivered;
mod log;
mod sending;
mod turning;

use std::time::Duration;

use messaging_core::{Secret, UnixMillis, trace::SpanEvent};
use messaging_telemetry::{Calls, Spans};
use tokio::{sync::OnceCell, time::Instant};

pub(crate) use delivered::Delivered;
pub(crate) use log::{send_log, turn_log};
pub(crate) use sending::{FAILED, Sending, calls};
pub(crate) use turning::{Shown, Turning, interrupted, turn_span};

/// Where spans go, and what they may say.
#[derive(Debug)]
pub(crate) struct Tracing {
    pub(crate) spans: Spans,
    /// When this process began to be at work: what is older may have been told of already, or not.
    pub(crate) since: UnixMillis,
    /// What conversations are hashed with, once the store has said.
    pub(crate) salt: OnceCell<Secret>,
}

impl Tracing {
    pub(crate) fn new(spans: Spans, since: UnixMillis) -> Self {
        Self { spans, since, salt: OnceCell::new() }
    }
}

/// When a step began, by both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begun {
    pub(crate) at: UnixMillis,
    pub(crate) started: Instant,
}

impl Begun {
    pub(crate) fn took(&self) -> Duration {
        self.started.elapsed()
    }
}

/// What happened during calls, as a span tells it.
fn events(calls: &Calls, begun: &Begun) -> Vec<SpanEvent> {
    let told = calls.take().into_iter().map(|happened| {
        let event = SpanEvent::new(happened.name, begun.at.plus(happened.after));
        match happened.error {
            Some(error) => event.after(error),
            None => event,
        }
    });
    told.collect()
}
