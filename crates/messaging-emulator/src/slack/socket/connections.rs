use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use messaging_http::duplex::FrameSender;
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

/// Most connections of an app.
pub(super) const MOST_OPEN: usize = 10;
/// How long a ticket is good for.
const TICKET_LIFE: Duration = Duration::from_secs(30);
/// How long an app may take to connect again.
const RECONNECT: Duration = Duration::from_secs(60);
/// Most tickets that wait to be used.
const MOST_TICKETS: usize = 1_000;

/// The connections that the app has open, and what was sent over them.
#[derive(Debug)]
pub(crate) struct Connections {
    tickets: VecDeque<Ticket>,
    open: Vec<Connection>,
    /// Whoever waits for an acknowledgement, by `envelope_id`.
    waiting: BTreeMap<String, oneshot::Sender<Value>>,
    next: u64,
    /// When a connection was there last.
    seen: Option<Duration>,
    /// Whether Socket Mode was switched off.
    disabled: bool,
    /// Whoever waits for a connection, in order. Not a `watch`, which wakes in random order.
    bells: Vec<oneshot::Sender<()>>,
}

#[derive(Debug)]
struct Ticket {
    secret: String,
    made: Duration,
    reconnects: bool,
}

/// A connection, as those see it who have something to send.
#[derive(Clone, Debug)]
pub(super) struct Connection {
    pub(super) id: u64,
    pub(super) sender: FrameSender,
    pub(super) orders: mpsc::Sender<Order>,
    /// Whether it was told to go.
    pub(super) leaves: bool,
}

/// What a connection is told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Say why, and go.
    Disconnect(&'static str),
    /// Break.
    Cut,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            tickets: VecDeque::new(),
            open: Vec::new(),
            waiting: BTreeMap::new(),
            next: 1,
            seen: None,
            disabled: false,
            bells: Vec::new(),
        }
    }
}

impl Connections {
    pub(super) fn add_ticket(&mut self, secret: String, made: Duration, reconnects: bool) {
        if self.tickets.len() >= MOST_TICKETS {
            self.tickets.pop_front();
        }
        self.tickets.push_back(Ticket { secret, made, reconnects });
    }

    /// Uses a ticket up; none if it is not one, or not any more.
    pub(super) fn take_ticket(&mut self, secret: &str, now: Duration) -> Option<bool> {
        let at = self.tickets.iter().position(|ticket| ticket.secret == secret)?;
        let ticket = self.tickets.remove(at)?;
        (now <= ticket.made + TICKET_LIFE).then_some(ticket.reconnects)
    }

    pub(super) fn is_full(&self) -> bool {
        self.open.len() >= MOST_OPEN
    }

    pub(super) fn count(&self) -> usize {
        self.open.len()
    }

    pub(super) fn is_disabled(&self) -> bool {
        self.disabled
    }

    pub(super) fn set_disabled(&mut self, disabled: bool) {
        self.disabled = disabled;
    }

    /// Lets a connection be used from now on.
    pub(super) fn add(&mut self, sender: FrameSender, orders: mpsc::Sender<Order>) -> u64 {
        let id = self.next;
        self.next += 1;
        self.open.push(Connection { id, sender, orders, leaves: false });
        for bell in self.bells.drain(..) {
            // Whoever gave up waiting is not told.
            let _ = bell.send(());
        }
        id
    }

    /// Whether there is a connection, or was not long ago: an app that reconnects is still one of sockets.
    pub(super) fn is_used(&self, now: Duration) -> bool {
        !self.open.is_empty() || self.seen.is_some_and(|seen| now < seen + RECONNECT)
    }

    pub(super) fn remove(&mut self, id: u64, now: Duration) {
        self.seen = Some(now);
        self.open.retain(|connection| connection.id != id);
    }

    /// Sends nothing more over a connection.
    pub(super) fn leave(&mut self, id: u64) {
        if let Some(connection) = self.open.iter_mut().find(|connection| connection.id == id) {
            connection.leaves = true;
        }
    }

    pub(super) fn all(&self) -> Vec<Connection> {
        self.open.clone()
    }

    /// Those that something can be sent over.
    pub(super) fn usable(&self) -> Vec<Connection> {
        self.open.iter().filter(|connection| !connection.leaves).cloned().collect()
    }

    /// Rings when another connection can be used.
    pub(super) fn bell(&mut self) -> oneshot::Receiver<()> {
        let (ring, bell) = oneshot::channel();
        self.bells.retain(|bell| !bell.is_closed());
        self.bells.push(ring);
        bell
    }

    pub(super) fn wait(&mut self, envelope: String) -> oneshot::Receiver<Value> {
        let (tell, heard) = oneshot::channel();
        self.waiting.insert(envelope, tell);
        heard
    }

    pub(super) fn forget(&mut self, envelope: &str) -> Option<oneshot::Sender<Value>> {
        self.waiting.remove(envelope)
    }
}
