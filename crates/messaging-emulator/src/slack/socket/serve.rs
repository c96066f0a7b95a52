use std::time::Duration;

use bytes::Bytes;
use messaging_http::duplex::{Duplex, Frame};
use serde_json::{Value, json};
use tokio::{
    sync::mpsc,
    time::{Instant, interval_at, sleep_until},
};

use super::{connections::Order, dial::SlackLink};
use crate::slack::SlackEmulator;

/// How often Slack asks whether the other side is there.
const PING: Duration = Duration::from_secs(10);
/// How long before its end a connection is warned, and how long it has to go once it is told to.
const NOTICE: Duration = Duration::from_secs(10);
/// The life of a connection that was opened with `debug_reconnects=true`.
const SHORT_LIFE: Duration = Duration::from_secs(360);
const HOST: &str = "applink-emulated";

impl SlackLink {
    /// Serves the connection until it ends.
    pub async fn serve(self, duplex: Duplex) {
        let Self { emulator, is_short } = self;
        let (is_full, is_disabled, others) = {
            let app = emulator.app();
            (app.connections.is_full(), app.connections.is_disabled(), app.connections.count())
        };
        let life = if is_short { SHORT_LIFE } else { emulator.settings().app.connection_life };
        let hello = json!({
            "type": "hello",
            "num_connections": others + 1,
            "connection_info": { "app_id": emulator.settings().app_id },
            "debug_info": { "host": HOST, "build_number": 10, "approximate_connection_time": life.as_secs() },
        });
        for (refused, reason) in [(is_full, "too_many_websockets"), (is_disabled, "link_disabled")] {
            if refused {
                emulator.desk().note(format_args!("socket refused {reason}"));
                // Whoever is gone need not be told.
                let _ = duplex.send(Frame::Text(goodbye(reason))).await;
                let _ = duplex.send(Frame::done()).await;
                return;
            }
        }
        if duplex.send(Frame::Text(hello.to_string())).await.is_err() {
            return;
        }
        let (give, orders) = mpsc::channel(1);
        let id = emulator.app().connections.add(duplex.sender(), give);
        emulator.desk().note(format_args!("socket {id} opens"));
        Life { emulator: &emulator, id, orders, ends: Instant::now() + life }.live(duplex).await;
        let now = emulator.desk().now();
        emulator.app().connections.remove(id, now);
        emulator.desk().note(format_args!("socket {id} ends"));
    }
}

/// A connection while it lasts.
struct Life<'a> {
    emulator: &'a SlackEmulator,
    id: u64,
    orders: mpsc::Receiver<Order>,
    ends: Instant,
}

impl Life<'_> {
    async fn live(mut self, mut duplex: Duplex) {
        let mut ping = interval_at(Instant::now() + PING, PING);
        let warning = self.ends.checked_sub(NOTICE).unwrap_or(self.ends);
        let (mut is_warned, mut is_told) = (false, false);
        loop {
            let sent = tokio::select! {
                biased;
                frame = duplex.receive() => match frame {
                    Some(Frame::Text(text)) => {
                        self.emulator.acknowledged(&text);
                        Ok(())
                    }
                    Some(Frame::Close(_)) | None => return,
                    Some(_) => Ok(()),
                },
                order = self.orders.recv() => match order {
                    Some(Order::Disconnect(reason)) => {
                        is_told = true;
                        self.say_goodbye(&duplex, reason).await
                    }
                    Some(Order::Cut) | None => return,
                },
                () = sleep_until(warning), if !is_warned && !is_told => {
                    is_warned = true;
                    duplex.send(Frame::Text(goodbye("warning"))).await
                }
                () = sleep_until(self.ends) => {
                    if is_told {
                        // It had its time to go; whoever is gone need not be told.
                        let _ = duplex.send(Frame::done()).await;
                        return;
                    }
                    is_told = true;
                    self.say_goodbye(&duplex, "refresh_requested").await
                }
                _ = ping.tick() => duplex.send(Frame::Ping(Bytes::from_static(b"Ping from applink"))).await,
            };
            if sent.is_err() {
                return;
            }
        }
    }

    /// Tells the other side to go; it has [`NOTICE`] for that, and may still acknowledge.
    async fn say_goodbye(
        &mut self,
        duplex: &Duplex,
        reason: &'static str,
    ) -> Result<(), messaging_http::duplex::Closed> {
        self.emulator.app().connections.leave(self.id);
        self.ends = Instant::now() + NOTICE;
        duplex.send(Frame::Text(goodbye(reason))).await
    }
}

fn goodbye(reason: &str) -> String {
    json!({ "type": "disconnect", "reason": reason, "debug_info": { "host": HOST } }).to_string()
}

impl SlackEmulator {
    /// Takes an acknowledgement in: `{"envelope_id", "payload"?}`, where an empty payload is none.
    fn acknowledged(&self, text: &str) {
        let Ok(said) = serde_json::from_str::<Value>(text) else {
            self.desk().warn("a frame over a socket is not JSON".to_owned());
            return;
        };
        let Some(id) = said.get("envelope_id").and_then(Value::as_str) else {
            self.desk().warn("a frame over a socket names no envelope_id".to_owned());
            return;
        };
        let waiting = self.app().connections.forget(id);
        let Some(waiting) = waiting else {
            self.desk().note(format_args!("late acknowledgement {id}"));
            return;
        };
        // Whoever gave up waiting is not told.
        let _ = waiting.send(said.get("payload").cloned().unwrap_or_default());
    }
}
