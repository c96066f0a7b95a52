use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value};
use tokio::{
    sync::oneshot,
    time::{Instant, sleep},
};

use super::attempt::{Attempt, Failure, Heard};
use crate::{
    Written,
    slack::{SlackEmulator, ts::Ts},
};

/// How long before each try: at once, again at once, after a minute, after five.
const PAUSES: [Duration; 4] = [Duration::ZERO, Duration::ZERO, Duration::from_secs(60), Duration::from_secs(300)];
/// With delayed events, how often and how long it goes on.
const LATER: (Duration, usize) = (Duration::from_secs(60 * 60), 24);

/// Most events on their way at a time; further ones are lost, with a warning.
const MOST_OPEN: usize = 10_000;

/// An event on its way.
struct Delivery {
    event_id: String,
    envelope: Value,
    body: Bytes,
    /// The text a person wrote, if it is about one.
    written: Option<String>,
}

impl SlackEmulator {
    /// Tells the app what happened in a workspace, four times at most. Returns the answer to the first try, none if nobody is told.
    pub(crate) fn deliver(
        &self,
        team: &str,
        ts: Ts,
        event: &Map<String, Value>,
        written: Option<String>,
    ) -> Option<oneshot::Receiver<Heard>> {
        if !self.tells_by_socket() && self.settings().events_url.is_none() {
            return None;
        }
        let (event_id, envelope) = self.envelope(team, ts, event)?;
        if !self.admits(team, &event_id) {
            return None;
        }
        let open = self.desk().truth().open;
        if open >= MOST_OPEN {
            self.desk().warn(format!("event {event_id} is lost: {open} others are still on their way"));
            return None;
        }
        self.desk().truth().open += 1;
        let body = envelope.to_string().into();
        let delivery = Delivery { event_id, envelope, body, written };
        let (tell, first) = oneshot::channel();
        let emulator = self.clone();
        tokio::spawn(async move {
            emulator.carry(&delivery, tell).await;
            emulator.desk().truth().open -= 1;
        });
        Some(first)
    }

    async fn carry(&self, delivery: &Delivery, tell: oneshot::Sender<Heard>) {
        let desk = self.desk();
        let most = if desk.strikes(desk.plan().reorder) {
            1_500
        } else if desk.journal().is_live() {
            0
        } else {
            30
        };
        sleep(desk.between(0, most)).await;
        let (mut tell, mut after) = (Some(tell), None);
        let (pause, times) = LATER;
        let later = std::iter::repeat_n(pause, if self.settings().app.delayed_events { times } else { 0 });
        for (tries, pause) in PAUSES.into_iter().chain(later).enumerate() {
            sleep(pause).await;
            let heard = self.tell(delivery, after).await;
            let failure = heard.failure;
            if let Some(tell) = tell.take() {
                // Nobody has to wait for it.
                let _ = tell.send(heard);
            }
            match failure {
                None => {
                    after = None;
                    break;
                }
                Some(failure) if failure.is_final => return,
                Some(failure) => after = Some((tries + 1, failure.reason)),
            }
        }
        if after.is_some() {
            desk.note(format_args!("lost {}", delivery.event_id));
            return;
        }
        if desk.strikes(desk.plan().duplicate) {
            sleep(desk.between(0, 20_000)).await;
            self.tell(delivery, None).await;
        }
    }

    async fn tell(&self, delivery: &Delivery, after: Option<(usize, &'static str)>) -> Heard {
        let Delivery { event_id, envelope, body, written } = delivery;
        let tries = after.map_or(0, |(tries, _)| tries);
        self.note_written(written.as_deref(), |written, now| {
            written.told.get_or_insert(now);
        });
        let heard = if self.tells_by_socket() {
            let begun = Instant::now();
            let is_acknowledged = self.tell_by_socket(envelope, tries).await;
            let failure = (!is_acknowledged).then_some(Failure::of("timeout"));
            Heard::since(begun, failure, is_acknowledged.then_some(StatusCode::OK))
        } else if let Some(url) = &self.settings().events_url {
            self.attempt(Attempt { url, body, after }).await
        } else {
            Heard::since(Instant::now(), Some(Failure::of("connection_failed")), None)
        };
        if heard.failure.is_none() {
            self.note_written(written.as_deref(), |written, now| {
                written.acknowledged.get_or_insert(now);
            });
        }
        self.count_attempt(heard.failure.is_some());
        let outcome = heard.failure.map_or("yes", |failure| failure.reason);
        self.desk().note(format_args!("tell {event_id} {tries} {outcome}"));
        heard
    }

    fn note_written(&self, text: Option<&str>, note: impl FnOnce(&mut Written, Duration)) {
        let now = self.desk().now();
        let mut truth = self.desk().truth();
        if let Some(written) = text.and_then(|text| truth.written.get_mut(text)) {
            note(written, now);
        }
    }
}
