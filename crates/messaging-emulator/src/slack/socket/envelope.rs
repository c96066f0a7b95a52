use std::time::Duration;

use messaging_http::duplex::Frame;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep_until, timeout_at};

use super::connections::{Connection, Order};
use crate::slack::SlackEmulator;

/// Something to be sent over a connection.
#[derive(Clone, Debug)]
pub(crate) struct Enveloped<'a> {
    /// `events_api`, `interactive` or `slash_commands`.
    pub(crate) kind: &'static str,
    pub(crate) payload: &'a Value,
    /// How often it was sent before, for events.
    pub(crate) attempt: Option<usize>,
}

/// Where a connection breaks, if it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Break {
    Before,
    After,
    Unheard,
}

impl SlackEmulator {
    /// Sends something over any connection and waits for the acknowledgement; none if there was none by `late`.
    pub(crate) async fn send_over_socket(&self, sent: Enveloped<'_>, late: Instant) -> Option<Value> {
        let connection = timeout_at(late, self.any_connection()).await.ok()?;
        let parts = [8, 4, 3, 3, 12].map(|digits| self.desk().hex(digits));
        let [first, second, third, fourth, last] = parts;
        let id = format!("{first}-{second}-4{third}-a{fourth}-{last}");
        let mut envelope = json!({
            "envelope_id": id,
            "type": sent.kind,
            "payload": sent.payload,
            "accepts_response_payload": sent.kind != "events_api",
        });
        if let (Some(attempt), Some(envelope)) = (sent.attempt, envelope.as_object_mut()) {
            envelope.insert("retry_attempt".to_owned(), json!(attempt));
            envelope.insert("retry_reason".to_owned(), json!(if attempt > 0 { "timeout" } else { "" }));
        }
        let breaks = self.breaks();
        self.desk().note(format_args!("socket {} {} {id} {breaks:?}", connection.id, sent.kind));
        let heard = self.app().connections.wait(id.clone());
        if breaks != Some(Break::Before) {
            // A connection that is gone shows as silence.
            let _ = timeout_at(late, connection.sender.send(Frame::Text(envelope.to_string()))).await;
        }
        if matches!(breaks, Some(Break::Before | Break::After)) {
            let _ = connection.orders.try_send(Order::Cut);
        }
        let answer = timeout_at(late, heard).await;
        let answer = if breaks == Some(Break::Unheard) {
            let _ = connection.orders.try_send(Order::Cut);
            None
        } else {
            answer.ok().and_then(Result::ok)
        };
        self.app().connections.forget(&id);
        if answer.is_none() {
            sleep_until(late).await;
        }
        answer
    }

    /// One of the connections that can be used, as soon as there is one.
    async fn any_connection(&self) -> Connection {
        loop {
            let (usable, bell) = {
                let mut app = self.app();
                (app.connections.usable(), app.connections.bell())
            };
            if let Some(connection) = self.desk().dice(|rng| rng.choice(&usable).cloned()) {
                return connection;
            }
            // The bell is never dropped while the emulator is there.
            if bell.await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    fn breaks(&self) -> Option<Break> {
        if !self.desk().strikes(self.desk().plan().cut) {
            return None;
        }
        Some(match self.desk().dice(|rng| rng.u32(..3)) {
            0 => Break::Before,
            1 => Break::After,
            _ => Break::Unheard,
        })
    }
}

/// How long an app has to acknowledge what came over a socket.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);
