//! A gateway behind its real listener, in this process.

use std::{error::Error, future::Future, net::SocketAddr};

use messaging_gateway::{Gateway, Running};
use messaging_server::{ListenerSettings, PublicSettings, Readiness, public, serve};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

/// A gateway at work, and the socket it listens on.
#[derive(Debug)]
pub struct Served {
    /// The gateway.
    pub running: Running,
    stop: watch::Sender<bool>,
    task: JoinHandle<std::io::Result<()>>,
}

/// Takes a free port of this machine; the URL that belongs to it is known before anything listens.
///
/// # Errors
/// There is no free port.
pub async fn socket() -> std::io::Result<(TcpListener, String)> {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

impl Served {
    /// Starts `gateway` and serves it on `listener`, with the web chat of the account `web` if asked to.
    ///
    /// # Errors
    /// The gateway does not start, or has no account `web`.
    pub async fn start(listener: TcpListener, gateway: &Gateway, chat: bool) -> Result<Self, Box<dyn Error>> {
        let running = gateway.start().await?;
        let readiness = Readiness::starting();
        let mut settings = PublicSettings::default();
        settings.chat_account = chat.then(|| "web".into());
        let service = public(gateway.clone(), &settings, &readiness)?;
        readiness.ready();
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(serve(listener, service, ListenerSettings::default(), until(stopped)));
        Ok(Self { running, stop, task })
    }

    /// Drains and stops it.
    pub async fn stop(self) {
        self.running.drain().await;
        self.stop.send_replace(true);
        drop(self.task.await);
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    drop(stopped.wait_for(|stop| *stop).await);
}

/// Asks again until the answer is good.
///
/// # Panics
/// After two minutes, with what was asked for.
pub async fn eventually<T, F: Future<Output = T>>(what: &str, ask: impl Fn() -> F, good: impl Fn(&T) -> bool) -> T {
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(120);
    loop {
        let seen = ask().await;
        if good(&seen) {
            return seen;
        }
        assert!(tokio::time::Instant::now() < end, "{what} did not come about");
        // house: real time, because sockets and threads are at work.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}
