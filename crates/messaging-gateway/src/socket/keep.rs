use std::{future::Future, sync::Arc};

use fastrand::Rng;
use futures_util::{FutureExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use messaging_core::capability::{Goodbye, Line, Socket};
use tokio::{
    sync::{Notify, oneshot},
    time::{Instant, sleep},
};

use super::{
    backoff::{Failure, jitter},
    open::{in_words, open},
};
use crate::{Gateway, Stage, account::Account};

/// Keeps one connection of an account open.
pub(super) struct Keeper<'g> {
    pub(super) gateway: &'g Gateway,
    pub(super) account: &'g Account,
    pub(super) socket: &'g dyn Socket,
    /// Which of the account's connections this is, counted from 1.
    pub(super) number: usize,
    pub(super) rng: Rng,
}

/// Why a connection needs a successor.
#[derive(Debug)]
pub(super) enum Parting {
    /// The platform said so. The connection goes on until the successor is there, if it only wants a fresh one.
    Goodbye(Goodbye, String),
    /// It is dead.
    Lost(String),
}

/// The connection that is in use.
struct Newest {
    parting: oneshot::Receiver<Parting>,
    leave: Arc<Notify>,
    since: Instant,
}

type Opening<'g> = BoxFuture<'g, Result<Box<dyn Line>, Failure>>;

impl<'g> Keeper<'g> {
    /// Opens it, and opens the next one whenever it goes; until `stop`, and until what came has been told.
    pub(super) async fn run(mut self, stop: impl Future<Output = ()> + Clone + Send) {
        let settings = &self.gateway.parts.settings.sockets;
        let (gateway, account, socket) = (self.gateway, self.account, self.socket);
        let opening_in = |wait| -> Opening<'g> {
            async move {
                sleep(wait).await;
                open(socket, settings).await
            }
            .boxed()
        };
        let mut serving = FuturesUnordered::new();
        let mut newest: Option<Newest> = None;
        // A connection that is to be left once another one is there.
        let mut old: Option<Arc<Notify>> = None;
        let mut failures = 0;
        // A crowd of gateways that starts together does not connect together.
        let mut opening = Some(opening_in(jitter(1, settings, &mut self.rng)));
        loop {
            tokio::select! {
                biased;
                () = stop.clone() => break,
                opened = some(&mut opening) => {
                    opening = None;
                    match opened {
                        Ok(line) => {
                            let (asks, parting) = oneshot::channel();
                            let leave = Arc::new(Notify::new());
                            newest = Some(Newest { parting, leave: Arc::clone(&leave), since: Instant::now() });
                            if let Some(old) = old.take() {
                                old.notify_one();
                            }
                            self.tell("open");
                            serving.push(gateway.serve(account, socket, line, asks, leave, stop.clone()));
                        }
                        Err(failure) => {
                            failures += 1;
                            self.trouble("failed", &failure.reason);
                            opening = Some(opening_in(failure.wait(failures, settings, &mut self.rng)));
                        }
                    }
                }
                parting = parting_of(&mut newest) => {
                    let Some(Newest { leave, since, .. }) = newest.take() else { continue };
                    // One that dies young again and again must not be replaced without a pause.
                    let settled = since.elapsed() >= settings.open;
                    failures = if settled { 0 } else { failures + 1 };
                    let wait = match parting {
                        Parting::Goodbye(Goodbye::Renew, reason) => {
                            self.tell(&format!("renew: {reason}"));
                            old = Some(leave);
                            if settled { None } else { Some(Failure::passing("")) }
                        }
                        Parting::Goodbye(goodbye, reason) => {
                            let reason = in_words(goodbye, &reason);
                            self.trouble("refused", &reason);
                            Some(Failure { reason, refused: true, wait: None })
                        }
                        Parting::Lost(reason) => {
                            self.trouble("lost", &reason);
                            Some(Failure::passing(reason))
                        }
                    };
                    let wait = wait.map(|failure| failure.wait(failures.max(1), settings, &mut self.rng));
                    opening = Some(opening_in(wait.unwrap_or_default()));
                }
                Some(()) = serving.next() => {}
            }
        }
        drop(opening);
        // They have heard the stop, too, and end with what they have under way.
        while serving.next().await.is_some() {}
        self.tell("left");
    }

    fn trouble(&self, word: &str, reason: &str) {
        tracing::warn!(account = self.account.name, connection = self.number, word, reason, "socket");
        self.account.board.trouble(reason);
        self.tell(&format!("{word}: {reason}"));
    }

    fn tell(&self, outcome: &str) {
        let id = format!("connection {}", self.number);
        let took = std::time::Duration::ZERO;
        self.gateway.hop(Stage::Socket, &self.account.name, None, id, outcome.to_owned(), took);
    }
}

/// Waits for a future that may not be there.
async fn some<F: Future + Unpin>(future: &mut Option<F>) -> F::Output {
    match future {
        Some(future) => future.await,
        None => std::future::pending().await,
    }
}

async fn parting_of(newest: &mut Option<Newest>) -> Parting {
    match newest {
        Some(newest) => {
            let parting = (&mut newest.parting).await;
            parting.unwrap_or_else(|_| Parting::Lost("it ended without a word".into()))
        }
        None => std::future::pending().await,
    }
}
