use std::time::Duration;

use bytes::Bytes;
use serde_json::{Map, Value};
use tokio::{sync::oneshot, time::sleep};

use super::attempt::{Attempt, Heard};
use crate::slack::{SlackEmulator, ts::Ts};

/// How long before each try: at once, again at once, after a minute, after five.
const PAUSES: [Duration; 4] = [Duration::ZERO, Duration::ZERO, Duration::from_secs(60), Duration::from_secs(300)];

/// Most events on their way at a time; further ones are lost, with a warning.
const MOST_OPEN: usize = 10_000;

/// An event on its way.
struct Delivery {
    url: String,
    event_id: String,
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
        let url = self.settings().events_url.clone()?;
        let (event_id, envelope) = self.envelope(team, ts, event)?;
        let open = self.desk().truth().open;
        if open >= MOST_OPEN {
            self.desk().warn(format!("event {event_id} is lost: {open} others are still on their way"));
            return None;
        }
        self.desk().truth().open += 1;
        let delivery = Delivery { url, event_id, body: envelope.to_string().into(), written };
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
        for (tries, pause) in PAUSES.into_iter().enumerate() {
            sleep(pause).await;
            let heard = self.tell(delivery, after).await;
            let failure = heard.failure;
            if let Some(tell) = tell.take() {
                // Nobody has to wait for it.
                let _ = tell.send(heard);
            }
            match failure {
                None => break,
                Some(failure) if failure.is_final => return,
                Some(failure) => after = Some((tries + 1, failure.reason)),
            }
            if tries + 1 == PAUSES.len() {
                desk.note(format_args!("lost {}", delivery.event_id));
                return;
            }
        }
        if desk.strikes(desk.plan().duplicate) {
            sleep(desk.between(0, 20_000)).await;
            self.tell(delivery, None).await;
        }
    }

    async fn tell(&self, delivery: &Delivery, after: Option<(usize, &'static str)>) -> Heard {
        let Delivery { url, event_id, body, written } = delivery;
        let heard = self.attempt(Attempt { url, body, written: written.as_deref(), after }).await;
        let outcome = heard.failure.map_or("yes", |failure| failure.reason);
        self.desk().note(format_args!("tell {event_id} {} {outcome}", after.map_or(0, |(tries, _)| tries)));
        heard
    }
}
