//! How the accounts are, asked from time to time and told from memory.

use std::panic::AssertUnwindSafe;

use futures_util::{FutureExt, StreamExt, stream};
use messaging_core::{
    Error, ErrorKind, Result, UnixMillis, Verb,
    message::{CheckHealth, Healthy},
};
use tokio::time::{sleep, timeout};

use crate::{AccountHealth, AccountState, Gateway, HealthSettings, HealthState, account::Account, checked::Checked};

/// Accounts that are asked at once.
const AT_ONCE: usize = 8;

impl Gateway {
    /// Says how every account is, from memory: asks nobody.
    #[must_use]
    pub fn health(&self) -> Vec<AccountHealth> {
        self.parts.accounts.values().map(Account::health).collect()
    }

    /// Asks every account how it is, every [`HealthSettings::every`], for as long as it is polled. Ends at once if that is
    /// switched off, or there is nobody to ask.
    pub async fn watch_accounts(&self) {
        let HealthSettings { every, .. } = self.parts.settings.health;
        while !every.is_zero() && self.parts.accounts.values().any(Account::can_be_asked) {
            sleep(every).await;
            self.check_accounts().await;
        }
    }

    /// Asks every account once how it is, 8 at once, and for so long at most; [`health`](Self::health) tells what they said.
    pub async fn check_accounts(&self) {
        let asked = self.parts.accounts.values().filter(|account| account.can_be_asked());
        stream::iter(asked)
            .for_each_concurrent(AT_ONCE, |account| async {
                if let Err(error) = self.check(account).await {
                    tracing::debug!(account = account.name, %error, "an account did not pass its check");
                }
            })
            .await;
    }

    /// Asks one account, and keeps what it said.
    pub(crate) async fn check(&self, account: &Account) -> Result<()> {
        let patience = self.parts.settings.health.patience;
        let call = AssertUnwindSafe(account.messenger.call(CheckHealth::default())).catch_unwind();
        let answer = match timeout(patience, call).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Error::new(ErrorKind::Unexpected, "the provider panicked")),
            Err(_) => Err(Error::new(ErrorKind::Timeout, format!("no answer within {patience:?}"))),
        };
        account.checked(self.parts.clock.millis(), &answer);
        answer.map(drop)
    }
}

impl Account {
    /// Whether its provider has something to ask.
    pub(crate) fn can_be_asked(&self) -> bool {
        Verb::Health.is_offered_by(self.messenger.provider())
    }

    fn checked(&self, now: UnixMillis, answer: &Result<Healthy>) {
        let (state, code) = match answer {
            Ok(healthy) => (AccountState::Ready(healthy.identity.clone()), None),
            Err(error) => (AccountState::Degraded(error.to_string()), Some(error.kind().word())),
        };
        self.set_state(state, |checked| checked.and(now, code));
    }

    /// Whether it passed its last check; none if there was none.
    pub(crate) fn is_well(&self) -> Option<bool> {
        match self.status().state {
            AccountState::Unchecked => None,
            state => Some(matches!(state, AccountState::Ready(_))),
        }
    }

    fn health(&self) -> AccountHealth {
        let (status, Checked { at, since, code }) = self.standing();
        let (state, code) = match status.state {
            AccountState::Unchecked => (HealthState::Unchecked, None),
            AccountState::Ready(_) => (HealthState::Ready, None),
            AccountState::Degraded(_) => (HealthState::Degraded, code.or(Some("not_connected"))),
        };
        AccountHealth { account: status.account, provider: status.provider, state, since, checked: at, code }
    }
}
