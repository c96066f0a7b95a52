use std::{fmt, future::Future};

use futures_util::future::try_join_all;
use messaging_core::ErrorKind;
use messaging_store::StoreError;
use tokio::{sync::watch, task::JoinHandle};

use crate::{Gateway, account::Account};

/// Why a gateway did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A vendor refused the credentials.
    #[error("account `{account}`: {reason}")]
    Credentials {
        /// Whose.
        account: String,
        /// What the provider said, with the key to check.
        reason: String,
    },
    /// A vendor does not know something that the settings name.
    #[error("account `{account}`: {reason}")]
    NotFound {
        /// Whose.
        account: String,
        /// What the provider said, with the key to check.
        reason: String,
    },
    /// The store did not take the gateway in.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Gateway {
    /// Checks every account, begins a new life in the store, and runs on a task of its own.
    ///
    /// A vendor that cannot be reached, or answers 429 or 5xx, does not keep the gateway from starting: its webhooks
    /// must still be stored. [`Gateway::accounts`] shows it as degraded.
    ///
    /// # Errors
    /// Refused credentials, something named that does not exist, or a store that does not answer.
    pub async fn start(&self) -> Result<Running, StartError> {
        // Side by side: one vendor that is silent must not keep the others' webhooks waiting longer than it has to.
        try_join_all(self.parts.accounts.values().map(|account| self.begin(account))).await?;
        self.life().await?;
        let (stop, stopped) = watch::channel(false);
        let (end, ended) = watch::channel(());
        let gateway = self.clone();
        let task = tokio::spawn(async move {
            // Dropped when the task ends, in a panic too: that is what readers of `ended` wait for.
            let _end = end;
            gateway.run(until(stopped)).await;
        });
        Ok(Running { gateway: self.clone(), stop, ended, task })
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // A handle that is gone cannot stop it any more: that is a stop, too.
    let _ = stopped.wait_for(|stop| *stop).await;
}

impl Gateway {
    /// Checks an account before anything begins.
    async fn begin(&self, account: &Account) -> Result<(), StartError> {
        if !account.can_be_asked() {
            return Ok(());
        }
        let Err(error) = self.check(account).await else { return Ok(()) };
        let (name, reason) = (account.name.clone(), error.to_string());
        match error.kind() {
            ErrorKind::Unauthorized => Err(StartError::Credentials { account: name, reason }),
            ErrorKind::NotFound => Err(StartError::NotFound { account: name, reason }),
            _ => {
                tracing::warn!(account = name, reason, "the account could not be checked; starting all the same");
                Ok(())
            }
        }
    }
}

/// A gateway at work. Dropping the handle stops it as [`drain`](Self::drain) does, without waiting.
pub struct Running {
    gateway: Gateway,
    stop: watch::Sender<bool>,
    ended: watch::Receiver<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// Returns the gateway.
    #[must_use]
    pub fn gateway(&self) -> &Gateway {
        &self.gateway
    }

    /// Claims nothing more, ends or gives back what is under way, then returns.
    pub fn drain(self) -> impl Future<Output = ()> + Send {
        self.stop.send_replace(true);
        async move {
            let _stop = self.stop;
            if let Err(error) = self.task.await {
                tracing::error!(%error, "the gateway ended badly; what it had under way comes again after a restart");
            }
        }
    }

    /// Waits until it ends by itself: a later life of the same node has taken over, or the store cannot go on.
    ///
    /// Webhooks would still be stored and nobody would answer: the process should end, and be started again.
    pub fn ended(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut ended = self.ended.clone();
        // Nothing is ever sent: a change can only be the end.
        async move { while ended.changed().await.is_ok() {} }
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("gateway", &self.gateway).finish_non_exhaustive()
    }
}
