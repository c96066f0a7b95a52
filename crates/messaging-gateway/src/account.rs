use std::sync::{Mutex, PoisonError};

use messaging_core::Messenger;
use serde::Serialize;

/// A configured provider under a name.
pub(crate) struct Account {
    pub(crate) name: String,
    pub(crate) messenger: Messenger,
    state: Mutex<AccountState>,
}

/// What is known of an account since the last check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "state", content = "detail")]
#[non_exhaustive]
pub enum AccountState {
    /// Not checked yet, or the provider has no check.
    Unchecked,
    /// The credentials work; the text says who we are to the vendor.
    Ready(String),
    /// The vendor could not be asked; webhooks are stored all the same.
    Degraded(String),
}

/// One account, for people who operate the gateway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountStatus {
    /// The account's name.
    pub account: String,
    /// The provider behind it.
    pub provider: &'static str,
    /// How it is.
    #[serde(flatten)]
    pub state: AccountState,
}

impl Account {
    pub(crate) fn new(name: String, messenger: Messenger) -> Self {
        Self { name, messenger, state: Mutex::new(AccountState::Unchecked) }
    }

    pub(crate) fn set_state(&self, state: AccountState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    pub(crate) fn status(&self) -> AccountStatus {
        AccountStatus {
            account: self.name.clone(),
            provider: self.messenger.provider().descriptor().name,
            state: self.state.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }
}
