use std::sync::{Mutex, MutexGuard, PoisonError, atomic::AtomicUsize};

use serde::Serialize;

/// What is known of the connections of one account.
#[derive(Debug, Default)]
pub(crate) struct Board {
    status: Mutex<SocketStatus>,
    /// Deliveries being stored.
    pub(crate) taking: AtomicUsize,
    listener: tokio::sync::Mutex<()>,
}

/// The connections of one account, for people who operate the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SocketStatus {
    /// How many there should be.
    pub wanted: usize,
    /// How many are in use.
    pub open: usize,
    /// How often one was opened since the start.
    pub opened: u64,
    /// Why the last one was lost or did not open; none once all are open again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
}

impl SocketStatus {
    /// Why nothing can come in at the moment.
    pub(crate) fn deaf(&self) -> Option<String> {
        let trouble = self.trouble.as_ref().filter(|_| self.open == 0)?;
        Some(format!("none of {} connections is open: {trouble}", self.wanted))
    }
}

impl Board {
    /// Waits until nobody else listens for this account.
    pub(crate) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.listener.lock().await
    }

    pub(crate) fn begin(&self, wanted: usize) {
        self.lock().wanted = wanted;
    }

    /// A connection has come into use, until the guard is dropped.
    pub(crate) fn open(&self) -> Open<'_> {
        let mut status = self.lock();
        status.open += 1;
        status.opened += 1;
        if status.open >= status.wanted {
            status.trouble = None;
        }
        Open(self)
    }

    pub(crate) fn trouble(&self, reason: &str) {
        self.lock().trouble = Some(reason.to_owned());
    }

    /// None while nobody has begun to listen.
    pub(crate) fn status(&self) -> Option<SocketStatus> {
        let status = self.lock();
        (status.wanted > 0).then(|| status.clone())
    }

    fn lock(&self) -> MutexGuard<'_, SocketStatus> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection in use.
pub(crate) struct Open<'a>(&'a Board);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        let mut status = self.0.lock();
        status.open = status.open.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_deaf_only_without_any_connection() {
        let board = Board::default();
        assert_eq!(board.status(), None);
        board.begin(2);
        board.trouble("unplugged");
        assert_eq!(board.status().unwrap().deaf().unwrap(), "none of 2 connections is open: unplugged");
        let first = board.open();
        assert_eq!((board.status().unwrap().deaf(), board.status().unwrap().trouble.is_some()), (None, true));
        let second = board.open();
        assert_eq!(board.status().unwrap().trouble, None);
        drop((first, second));
        assert_eq!((board.status().unwrap().open, board.status().unwrap().opened), (0, 2));
    }
}
