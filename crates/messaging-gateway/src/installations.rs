//! How many workspaces have an app: counted for operators, not more often than it changes.

use std::{collections::BTreeMap, panic::AssertUnwindSafe, time::Duration};

use futures_util::{FutureExt, future::join_all};
use messaging_core::capability::InstallationCounts;
use tokio::time::{Instant, timeout};

use crate::{Gateway, account::Account};

/// How long a count is told again.
const FOR: Duration = Duration::from_secs(30);

/// Longest time for a count.
const PATIENCE: Duration = Duration::from_secs(2);

impl Gateway {
    /// Counts the installations of every account that others install, by its name: as they were at most 30 s ago. None
    /// where they cannot be counted now.
    pub async fn installations(&self) -> BTreeMap<String, Option<InstallationCounts>> {
        let counted = self.parts.accounts.values().filter(|account| account.messenger.provider().installs().is_some());
        let counts = counted.map(async |account| (account.name.clone(), account.installations().await));
        join_all(counts).await.into_iter().collect()
    }
}

impl Account {
    async fn installations(&self) -> Option<InstallationCounts> {
        // Whoever asks meanwhile waits for the same count.
        let mut known = self.counted.lock().await;
        if let Some((at, counts)) = &*known
            && at.elapsed() < FOR
        {
            return *counts;
        }
        let count = AssertUnwindSafe(self.messenger.provider().installs()?.count()).catch_unwind();
        let why = match timeout(PATIENCE, count).await {
            Ok(Ok(Ok(counts))) => {
                *known = Some((Instant::now(), Some(counts)));
                return Some(counts);
            }
            Ok(Ok(Err(error))) => error.to_string(),
            Ok(Err(_)) => "the provider panicked".to_owned(),
            Err(_) => "no answer in time".to_owned(),
        };
        tracing::warn!(account = self.name, why, "installations cannot be counted");
        *known = Some((Instant::now(), None));
        None
    }
}
