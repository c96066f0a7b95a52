use http::Uri;
use messaging_http::{
    TransportError,
    duplex::{Dialer, Duplex},
};
use tower::service_fn;

use super::connections::Order;
use crate::slack::SlackEmulator;

/// Frames that wait in each direction.
const ROOM: usize = 64;

impl SlackEmulator {
    /// Opens connections of Socket Mode in this process, by the URL that `apps.connections.open` gave out.
    ///
    /// Such a connection is served by tasks of the emulator's own: dial within a tokio runtime.
    #[must_use]
    pub fn dialer(&self) -> Dialer {
        let emulator = self.clone();
        Dialer::new(service_fn(move |url: Uri| {
            let emulator = emulator.clone();
            async move {
                let (here, there) = Duplex::pair(ROOM);
                let refused = || TransportError::not_sent("the ticket of the connection is not good");
                let link = emulator.link(&url).ok_or_else(refused)?;
                tokio::spawn(link.serve(here));
                Ok::<_, TransportError>(there)
            }
        }))
    }

    /// Admits whoever has a ticket; none for whoever has not, to be answered with 401. The connection itself is then
    /// handed to [`serve`](SlackLink::serve).
    #[must_use]
    pub fn link(&self, url: &Uri) -> Option<SlackLink> {
        let is_short = self.admitted(url)?;
        Some(SlackLink { emulator: self.clone(), is_short })
    }

    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.app().connections.count()
    }

    /// Breaks every connection, as a network does: nobody is told.
    pub fn cut_connections(&self) {
        self.order(Order::Cut);
    }

    /// Has every connection refreshed, as Slack does every few hours.
    pub fn refresh_connections(&self) {
        self.order(Order::Disconnect("refresh_requested"));
    }

    /// Switches Socket Mode off, or on again: open connections are told `link_disabled`.
    pub fn set_socket_mode(&self, on: bool) {
        self.app().connections.set_disabled(!on);
        if !on {
            self.order(Order::Disconnect("link_disabled"));
        }
    }

    fn order(&self, order: Order) {
        for connection in self.app().connections.all() {
            // A connection that has an order waiting goes anyway.
            let _ = connection.orders.try_send(order);
        }
    }
}

/// Somebody with a ticket, about to have a connection.
#[derive(Debug)]
pub struct SlackLink {
    pub(super) emulator: SlackEmulator,
    pub(super) is_short: bool,
}
