use serde_json::Value;
use tokio::time::Instant;

use super::envelope::{Enveloped, PATIENCE};
use crate::slack::{SlackDelivery, SlackEmulator};

impl SlackEmulator {
    /// Whether the app is told over a socket.
    pub(crate) fn tells_by_socket(&self) -> bool {
        match self.settings().app.delivery {
            SlackDelivery::Http => false,
            SlackDelivery::Socket => true,
            SlackDelivery::Either => self.app().connections.is_used(self.desk().now()),
        }
    }

    /// Tells the app of an event over a socket; whether it acknowledged.
    pub(crate) async fn tell_by_socket(&self, envelope: &Value, attempt: usize) -> bool {
        let sent = Enveloped { kind: "events_api", payload: envelope, attempt: Some(attempt) };
        self.send_over_socket(sent, Instant::now() + PATIENCE).await.is_some()
    }
}
