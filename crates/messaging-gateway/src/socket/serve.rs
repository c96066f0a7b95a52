use std::{
    collections::VecDeque,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use bytes::Bytes;
use futures_util::{StreamExt, stream::FuturesUnordered};
use http::StatusCode;
use messaging_core::capability::{Delivery, Frame, Goodbye, Heard, Line, Socket};
use tokio::{
    sync::{Notify, oneshot},
    time::{Instant, sleep_until, timeout},
};

use super::{
    keep::Parting,
    open::hear,
    pulse::{Beat, Pulse},
};
use crate::{Gateway, Stage, account::Account, receive::Slot};

impl Gateway {
    /// Takes in what comes on one connection, and acknowledges what is stored.
    ///
    /// Says in `asks` when a successor is needed. Ends when it is dead, or told to leave, and nothing is under way.
    pub(super) async fn serve(
        &self,
        account: &Account,
        socket: &dyn Socket,
        mut line: Box<dyn Line>,
        asks: oneshot::Sender<Parting>,
        leave: Arc<Notify>,
        stop: impl Future<Output = ()> + Clone + Send,
    ) {
        let settings = &self.parts.settings.sockets;
        let open = account.board.open();
        let mut asks = Some(asks);
        let mut taking = FuturesUnordered::new();
        // Worded while another frame was being written.
        let mut worded = VecDeque::new();
        let mut pulse = Pulse::new(settings, socket.pings(), Instant::now());
        let mut leaving = false;
        let lost = loop {
            let frame = if let Some(text) = worded.pop_front() {
                Some(Frame::Text(text))
            } else if leaving && taking.is_empty() {
                break None;
            } else {
                tokio::select! {
                    biased;
                    Some(text) = taking.next() => {
                        worded.extend(text);
                        continue;
                    }
                    () = stop.clone(), if !leaving => { leaving = true; continue }
                    () = leave.notified(), if !leaving => { leaving = true; continue }
                    frame = line.receive() => {
                        let Some(frame) = frame else { break Some("the connection ended") };
                        pulse.heard(&frame, Instant::now());
                        match frame {
                            Frame::Close(_) => break Some("the platform closed the connection"),
                            Frame::Text(text) => match read(account, socket, &text) {
                                // What comes now is told again, to somebody who stays.
                                Some(Heard::Delivery(delivery)) if !leaving => {
                                    taking.extend(self.begin_to_take(account, delivery));
                                }
                                Some(Heard::Goodbye(goodbye, reason)) => {
                                    leaving = leaving || goodbye != Goodbye::Renew;
                                    if let Some(asks) = asks.take() {
                                        // A keeper that has gone needs no successor.
                                        let _ = asks.send(Parting::Goodbye(goodbye, reason));
                                    }
                                }
                                _ => {}
                            },
                            _ => {}
                        }
                        None
                    }
                    () = sleep_until(pulse.due()) => match pulse.beat(Instant::now()) {
                        Beat::Wait => None,
                        Beat::Ask => Some(Frame::Ping(Bytes::new())),
                        Beat::Dead(why) => break Some(why),
                    },
                }
            };
            let Some(frame) = frame else { continue };
            let sending = timeout(settings.silence, line.send(frame));
            tokio::pin!(sending);
            let sent = loop {
                tokio::select! {
                    biased;
                    sent = &mut sending => break sent,
                    Some(text) = taking.next() => worded.extend(text),
                }
            };
            if !matches!(sent, Ok(true)) {
                break Some("the platform takes nothing any more");
            }
        };
        drop(open);
        match lost {
            Some(why) => {
                if let Some(asks) = asks {
                    let _ = asks.send(Parting::Lost(why.to_owned()));
                }
                drop(line);
                // What came is stored all the same; the platform tells it once more, and it is a duplicate then.
                while taking.next().await.is_some() {}
            }
            None => {
                // Whether it is heard does not matter: nothing is under way.
                let _ = timeout(settings.ping, line.send(Frame::done())).await;
            }
        }
    }

    /// Begins to take a delivery in. One too many is not acknowledged, and comes again.
    fn begin_to_take<'g>(
        &'g self,
        account: &'g Account,
        delivery: Delivery,
    ) -> Option<impl Future<Output = Option<String>> + use<'g>> {
        let place = Slot::take(&account.board.taking, self.parts.settings.sockets.in_flight);
        if place.is_none() {
            let (id, status) = (&delivery.id, StatusCode::SERVICE_UNAVAILABLE);
            self.tell(Stage::Socket, &account.name, id, status, Vec::new(), Instant::now());
        }
        Some(self.take(account, delivery, place?))
    }

    /// Takes a delivery in, and words its acknowledgement if it may be acknowledged.
    async fn take(&self, account: &Account, delivery: Delivery, place: Slot<'_>) -> Option<String> {
        let started = Instant::now();
        let Delivery { id, received, attempt, acknowledgement, .. } = delivery;
        let delivered = self.delivered(started);
        let (answer, told) = self.stored(account, received, &delivered).await;
        drop(place);
        let yes = answer.yes();
        let status = yes.as_ref().map_or_else(|status| *status, http::Response::status);
        self.trace_delivery(&account.name, &delivered, status, &told);
        let id = if attempt > 0 { format!("{id} again {attempt}") } else { id };
        self.tell(Stage::Socket, &account.name, &id, status, told, started);
        let response = yes.ok()?;
        let text = catch_unwind(AssertUnwindSafe(|| acknowledgement.text(&response))).ok();
        if text.is_none() {
            tracing::error!(account = account.name, id, "the provider could not word an acknowledgement");
        }
        text
    }
}

/// Reads a frame; one without a meaning here is logged.
fn read(account: &Account, socket: &dyn Socket, text: &str) -> Option<Heard> {
    match hear(socket, text) {
        Ok(Heard::Other(name)) => tracing::debug!(account = account.name, name, "a frame without a meaning here"),
        Ok(heard) => return Some(heard),
        Err(error) => tracing::warn!(account = account.name, %error, "a frame could not be read"),
    }
    None
}
