//! What an earlier process did and may not have told.

use std::time::Duration;

use messaging_core::{TraceContext, UnixMillis, trace::TimelineSpan};
use messaging_store::{Intent, Lane, Traced};
use messaging_telemetry::attribute;
use opentelemetry::KeyValue;
use tokio::time::timeout;

use crate::{Gateway, media_key::MediaKey};

/// What conversations are hashed with is called so in the store.
const SALT: &str = "spans";

/// Messages that are looked at after a start: the newest ones.
const NEWEST: usize = 1_000;

/// What happened this long before the last thing that happened may not have been told: longer than spans wait to be sent.
const UNTOLD: Duration = Duration::from_secs(60);

/// Longest wait for the store: nothing is begun meanwhile.
const PATIENCE: Duration = Duration::from_secs(2);

impl Gateway {
    /// Tells of the way of a message that was stored at `arrived`, if an earlier process may not have.
    pub(super) fn tell_earlier(
        &self,
        lane: &Lane,
        arrived: UnixMillis,
        whole: impl FnOnce() -> Vec<TimelineSpan>,
        trace: TraceContext,
    ) {
        let tracing = &self.parts.tracing;
        if tracing.spans.is_on() && arrived < tracing.since {
            let again = [KeyValue::new(attribute::TOLD_AGAIN, true)];
            self.tell_spans_with(lane.conversation.account(), Some(lane), trace, &whole(), &again);
        }
    }

    /// Tells of the way of the message that a reply answers, if an earlier process decided on that reply.
    pub(crate) async fn tell_before(&self, intent: &Intent) {
        let tracing = &self.parts.tracing;
        let Some(cause) = intent.cause.filter(|_| intent.turn.is_some() && tracing.spans.is_on()) else { return };
        if intent.drafted >= tracing.since {
            return;
        }
        match self.parts.store.timeline(cause).await {
            Ok(Some(traced)) => self.tell_traced(&traced),
            Ok(None) => {}
            Err(error) => tracing::debug!(intent = %intent.id, %error, "the way of a message could not be read"),
        }
    }

    /// Tells of what the process before this one did last, and agrees with the store on how conversations are hashed.
    pub(crate) async fn tell_last(&self) {
        let tracing = &self.parts.tracing;
        if !tracing.spans.is_on() || tracing.salt.initialized() {
            return;
        }
        let told = async {
            let fresh = MediaKey::random().map_err(|error| error.to_string())?;
            let salt = self.parts.store.secret(SALT, &fresh).await.map_err(|error| error.to_string())?;
            // Whoever was first says the same.
            let _ = tracing.salt.set(salt);
            self.parts.store.timelines(NEWEST).await.map_err(|error| error.to_string())
        };
        match timeout(PATIENCE, told).await.unwrap_or_else(|_| Err("it did not answer in time".into())) {
            Ok(newest) => {
                let last = newest.iter().map(Traced::last).filter(|last| *last < tracing.since).max();
                let since = last.unwrap_or(tracing.since).minus(UNTOLD);
                newest.iter().filter(|traced| traced.last() >= since).for_each(|traced| self.tell_traced(traced));
            }
            Err(why) => tracing::warn!(why, "spans of the process before may be missing: the store was not read"),
        }
    }

    fn tell_traced(&self, traced: &Traced) {
        let Traced { event, lane, arrived, timeline, .. } = traced;
        self.tell_earlier(lane, *arrived, || timeline.whole(*event, *arrived), timeline.root);
    }
}
