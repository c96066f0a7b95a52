use std::sync::Arc;

use async_trait::async_trait;
use messaging_core::UnixMillis;

use crate::Result;

/// Where an app is installed: a team, or an organisation as a whole, as one account knows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Workspace {
    /// The account, which stands for one app.
    pub account: Arc<str>,
    /// The team; the organisation, if it is installed there as a whole.
    pub id: String,
    /// Whether `id` is an organisation's.
    pub is_organisation: bool,
}

impl Workspace {
    /// Names a team, or an organisation where there is none; none at all is no workspace.
    #[must_use]
    pub fn of(account: &Arc<str>, enterprise: Option<&str>, team: Option<&str>) -> Option<Self> {
        let is_organisation = team.is_none();
        let id = team.or(enterprise)?.to_owned();
        Some(Self { account: Arc::clone(account), id, is_organisation })
    }
}

/// An installation as it is kept. A store sees no credentials: they come sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Installation {
    /// Where.
    pub workspace: Workspace,
    /// Whom it belongs to.
    pub tenant: Arc<str>,
    /// The organisation that a team is part of.
    pub enterprise: Option<String>,
    /// What may be shown, as JSON.
    pub details: String,
    /// The credentials, encrypted for this row alone.
    pub sealed: Vec<u8>,
    /// When the app was installed there.
    pub installed_at: UnixMillis,
    /// How often it was changed; the store counts.
    pub revision: u64,
}

impl Installation {
    /// A row that no store has seen yet.
    #[must_use]
    pub fn new(workspace: Workspace, tenant: Arc<str>, sealed: Vec<u8>, installed_at: UnixMillis) -> Self {
        Self { workspace, tenant, enterprise: None, details: "{}".into(), sealed, installed_at, revision: 0 }
    }
}

/// Most words that are remembered as spent; one more is refused as [`Full`](crate::StoreError::Full).
pub(crate) const WORDS: usize = 10_000;

/// What a store keeps of installations. What an answer tells is durable when the answer arrives.
#[async_trait]
pub trait Installations: Send + Sync {
    /// Keeps an installation. Where `seen` is given, only if that is still the row's revision; says whether it was kept.
    /// Every write gives the row a revision that no row has had.
    async fn keep(&self, row: Installation, seen: Option<u64>) -> Result<bool>;

    /// Finds an installation.
    async fn find(&self, workspace: &Workspace) -> Result<Option<Installation>>;

    /// Lists an account's installations by name, at most `limit`.
    async fn list(&self, account: &str, limit: usize) -> Result<Vec<Installation>>;

    /// Forgets an installation; says whether there was one.
    async fn forget(&self, workspace: &Workspace) -> Result<bool>;

    /// Spends a word of an account until `until`; says whether it was unspent. Words whose time is over are forgotten.
    async fn spend(&self, account: &str, word: &str, until: UnixMillis) -> Result<bool>;
}
