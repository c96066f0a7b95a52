use std::fmt::Debug;

use async_trait::async_trait;

use crate::{Installed, Result, UnixMillis};

/// Where the installations of one account are kept. The application gives it to the provider.
///
/// What an answer tells is durable when the answer arrives. Credentials are encrypted wherever they are kept.
#[async_trait]
pub trait InstallationStore: Debug + Send + Sync {
    /// Keeps an installation, in place of the one that the workspace may have had.
    ///
    /// # Errors
    /// The store did not answer, or is full.
    async fn save(&self, installed: Installed) -> Result<()>;

    /// Keeps what was changed, unless the installation was saved, renewed or removed since it was found; returns
    /// whether it was kept.
    ///
    /// # Errors
    /// The store did not answer.
    async fn renew(&self, installed: &Installed) -> Result<bool>;

    /// Finds the installation of a workspace: the team's own, else that of its organisation.
    ///
    /// # Errors
    /// The store did not answer, or no key fits what it holds.
    async fn find(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<Option<Installed>>;

    /// Lists installations by enterprise and team, at most `limit`.
    ///
    /// # Errors
    /// The store did not answer, or no key fits what it holds.
    async fn list(&self, limit: usize) -> Result<Vec<Installed>>;

    /// Forgets an installation, its credentials first of all; returns whether there was one.
    ///
    /// # Errors
    /// The store did not answer.
    async fn remove(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<bool>;

    /// Spends a word that may be used once, such as the state of an install; returns whether it was unspent. It is
    /// remembered until `until`.
    ///
    /// # Errors
    /// The store did not answer, or is full.
    async fn redeem(&self, word: &str, until: UnixMillis) -> Result<bool>;
}
