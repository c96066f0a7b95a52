use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    task::Waker,
};

use futures_util::task::AtomicWaker;

/// Where a connection is: waiting for a request, or serving one. Shared by its two ends, the socket and the service.
#[derive(Clone, Debug, Default)]
pub(super) struct Phase(Arc<State>);

#[derive(Debug, Default)]
struct State {
    /// Even: waiting. Odd: serving.
    turns: AtomicU64,
    /// Who reads the socket: nothing is due from the client while it is served, but as soon as that ends.
    reader: AtomicWaker,
    /// The last request's body was left unread, so that closing at once would take the answer away from its sender.
    unread: AtomicBool,
    /// The connection is no longer one of HTTP: whoever took it over keeps the time.
    handed_over: AtomicBool,
}

impl Phase {
    /// Says that a request is being served, until the guard is dropped.
    pub(super) fn serve(&self) -> Serving {
        self.0.unread.store(false, Ordering::Relaxed);
        self.0.turns.fetch_add(1, Ordering::Release);
        Serving(self.clone())
    }

    /// A number that changes with every change of phase: even while waiting.
    pub(super) fn turn(&self) -> u64 {
        self.0.turns.load(Ordering::Acquire)
    }

    /// Wakes `reader` when the request under way has been served.
    pub(super) fn wake_after(&self, reader: &Waker) {
        self.0.reader.register(reader);
    }

    /// Says that the connection now belongs to another protocol.
    pub(super) fn hand_over(&self) {
        self.0.handed_over.store(true, Ordering::Release);
    }

    pub(super) fn is_handed_over(&self) -> bool {
        self.0.handed_over.load(Ordering::Acquire)
    }

    pub(super) fn leave_unread(&self) {
        self.0.unread.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_unread(&self) -> bool {
        self.0.unread.load(Ordering::Relaxed)
    }
}

/// A request is being served.
#[derive(Debug)]
pub(super) struct Serving(Phase);

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.0.turns.fetch_add(1, Ordering::Release);
        self.0.0.reader.wake();
    }
}
