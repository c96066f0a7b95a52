use std::{future::Future, process};

use tokio::sync::watch;

use crate::exit::{Exit, Failure};

/// What a second Ctrl-C ends with.
const INTERRUPTED: i32 = 130;

/// The wish to stop: Ctrl-C or SIGTERM. The second one does not wait for anything.
#[derive(Clone, Debug)]
pub(crate) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens from now on.
    pub(crate) fn listen() -> Result<Self, Failure> {
        let mut signals = Signals::new()
            .map_err(|cause| Failure::new(Exit::Failed, "signals cannot be listened to").because(cause))?;
        let (wish, wished) = watch::channel(false);
        tokio::spawn(async move {
            signals.next().await;
            wish.send_replace(true);
            signals.next().await;
            process::exit(INTERRUPTED);
        });
        Ok(Self(wished))
    }

    /// Ends once somebody wants to stop.
    pub(crate) fn wished(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut wished = self.0.clone();
        async move {
            // The task that could say so ends with the process only.
            let _ = wished.wait_for(|wish| *wish).await;
        }
    }
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            biased;
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    #[allow(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
