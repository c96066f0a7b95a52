use std::sync::{Arc, Mutex, PoisonError};

use messaging_core::{Messenger, PublicUrl, capability::InstallationCounts};
use messaging_telemetry::AccountMeters;
use serde::Serialize;
use tokio::time::Instant;

use crate::{
    backlog::Backlog,
    board::{Board, SocketStatus},
    checked::Checked,
};

/// A configured provider under a name.
pub(crate) struct Account {
    pub(crate) name: String,
    /// The same, as lanes hold it.
    pub(crate) lane_name: Arc<str>,
    /// Where its platform calls, as far as that is configured.
    pub(crate) webhook_url: PublicUrl,
    pub(crate) messenger: Messenger,
    pub(crate) meters: AccountMeters,
    /// What is known of its connections.
    pub(crate) board: Board,
    /// Where the last round did not look any more, for what was missed.
    pub(crate) backlog: Backlog,
    /// How many installations there were, and when they were counted.
    pub(crate) counted: tokio::sync::Mutex<Option<(Instant, Option<InstallationCounts>)>>,
    state: Mutex<(AccountState, Checked)>,
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
    /// The connections over which it is told what happens, where it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sockets: Option<SocketStatus>,
}

impl Account {
    pub(crate) fn new(name: &str, messenger: Messenger, public_url: &PublicUrl, meters: AccountMeters) -> Self {
        let configured = messenger.provider().webhooks().and_then(|webhooks| webhooks.configured_url());
        let webhook_url =
            configured.map_or_else(|| PublicUrl::new(format!("{public_url}/webhooks/{name}")), PublicUrl::new);
        Self {
            name: name.to_owned(),
            lane_name: name.into(),
            webhook_url,
            messenger,
            meters,
            board: Board::default(),
            backlog: Backlog::default(),
            counted: tokio::sync::Mutex::default(),
            state: Mutex::new((AccountState::Unchecked, Checked::default())),
        }
    }

    pub(crate) fn set_state(&self, state: AccountState, and: impl FnOnce(Checked) -> Checked) {
        let mut known = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *known = (state, and(known.1));
    }

    pub(crate) fn status(&self) -> AccountStatus {
        self.standing().0
    }

    /// How it is, and what the last check said.
    pub(crate) fn standing(&self) -> (AccountStatus, Checked) {
        let sockets = self.board.status();
        let (state, checked) = self.state.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // Nothing can come in: whatever else works, the account does not.
        let deaf = sockets.as_ref().and_then(SocketStatus::deaf);
        let status = AccountStatus {
            account: self.name.clone(),
            provider: self.messenger.provider().descriptor().name,
            state: deaf.map_or(state, AccountState::Degraded),
            sockets,
        };
        (status, checked)
    }
}
