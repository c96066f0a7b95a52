//! Connections over which platforms deliver, instead of calling a URL.
//!
//! Each account keeps a few open, each in a future of its own: [`keep`] opens one, and the next one before the platform
//! ends it; [`serve`] takes in what comes on it, as a webhook, and acknowledges what is stored.

mod backoff;
mod keep;
mod open;
mod pulse;
mod serve;

use std::future::Future;

use fastrand::Rng;
use futures_util::future::join_all;
use messaging_core::capability::Socket;

use crate::{Gateway, account::Account};

use keep::Keeper;

impl Gateway {
    /// Keeps the connections of every account open until `stop`, then leaves them once what came is stored and told.
    pub(crate) async fn listen(&self, stop: impl Future<Output = ()> + Clone + Send) {
        let listening = self.parts.accounts.values().filter_map(|account| {
            let socket = account.messenger.provider().socket()?;
            Some(self.listen_to(account, socket, stop.clone()))
        });
        join_all(listening).await;
    }

    async fn listen_to(&self, account: &Account, socket: &dyn Socket, stop: impl Future<Output = ()> + Clone + Send) {
        // A gateway may be run several times at once; one of them listens, and the next one if that is dropped.
        let _turn = tokio::select! {
            biased;
            () = stop.clone() => return,
            turn = account.board.turn() => turn,
        };
        let connections = self.parts.settings.sockets.connections;
        account.board.begin(connections);
        // The low half is as unpredictable as the whole, and seeded where the whole is.
        #[allow(clippy::cast_possible_truncation, reason = "half of the bits are plenty for a wait")]
        let seed = || (self.parts.ids)() as u64;
        let keepers = (1..=connections).map(|number| {
            let rng = Rng::with_seed(seed());
            Keeper { gateway: self, account, socket, number, rng }.run(stop.clone())
        });
        join_all(keepers).await;
    }
}
