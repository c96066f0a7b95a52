//! The installations of one account, over any store: credentials are sealed before the store sees them.

use std::sync::Arc;

use async_trait::async_trait;
use messaging_core::{Error, ErrorKind, Installed, Result, UnixMillis, capability::InstallationStore};

use crate::{Installation, Keyring, Store, StoreError, Workspace};

/// The installations of one account, with their credentials encrypted.
///
/// What an older key opens is sealed with the current one as it is read. Sealed for one row, a credential opens in no
/// other: not for another tenant, account or workspace.
#[derive(Clone, Debug)]
pub struct Vault {
    store: Arc<dyn Store>,
    account: Arc<str>,
    keys: Keyring,
}

impl Vault {
    /// Keeps the installations of `account` in `store`.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, account: impl Into<Arc<str>>, keys: Keyring) -> Self {
        Self { store, account: account.into(), keys }
    }

    fn workspace(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<Workspace> {
        Workspace::of(&self.account, enterprise, team).ok_or_else(|| {
            Error::new(ErrorKind::Invalid, "an installation needs a team or an organisation, and names neither")
        })
    }

    /// Seals an installation into a row.
    fn seal(&self, installed: &Installed) -> Result<Installation> {
        let workspace = self.workspace(installed.enterprise.as_deref(), installed.team.as_deref())?;
        let name = name(&installed.tenant, &workspace);
        let sealed = self.keys.seal(&name, installed.credentials.expose());
        let sealed = sealed.ok_or_else(|| {
            Error::new(ErrorKind::Unavailable, "the credentials could not be encrypted: no randomness").not_sent()
        })?;
        let mut row = Installation::new(workspace, Arc::clone(&installed.tenant), sealed, installed.installed_at);
        row.enterprise.clone_from(&installed.enterprise);
        row.details = serde_json::Value::Object(installed.details.clone()).to_string();
        Ok(row)
    }

    /// Opens a row, and seals it anew if an older key did.
    async fn open(&self, row: Installation) -> Result<Installed> {
        let name = name(&row.tenant, &row.workspace);
        let Some((credentials, current)) = self.keys.open(&name, &row.sealed) else {
            let what = format!(
                "no key opens the installation of `{}` in `{}`: add the key that it was encrypted with to \
                 MESSAGING_ENCRYPTION_KEY, or install the app there again",
                row.workspace.account, row.workspace.id
            );
            return Err(Error::new(ErrorKind::Unavailable, what).not_sent());
        };
        let Installation { workspace, tenant, enterprise, details, installed_at, revision, .. } = row;
        let mut installed = Installed::new(tenant, credentials, installed_at);
        installed.details = serde_json::from_str(&details).unwrap_or_default();
        installed.team = (!workspace.is_organisation).then_some(workspace.id);
        installed.enterprise = enterprise;
        installed.revision = revision;
        if !current {
            // Whoever changed it meanwhile has sealed it with the current key.
            let kept = self.store.installations().keep(self.seal(&installed)?, Some(revision)).await.map_err(failed)?;
            if kept {
                let workspace = self.workspace(installed.enterprise.as_deref(), installed.team.as_deref())?;
                let row = self.store.installations().find(&workspace).await.map_err(failed)?;
                installed.revision = row.map_or(revision, |row| row.revision);
            }
        }
        Ok(installed)
    }
}

#[async_trait]
impl InstallationStore for Vault {
    async fn save(&self, installed: Installed) -> Result<()> {
        let row = self.seal(&installed)?;
        self.store.installations().keep(row, None).await.map(drop).map_err(failed)
    }

    async fn renew(&self, installed: &Installed) -> Result<bool> {
        let row = self.seal(installed)?;
        self.store.installations().keep(row, Some(installed.revision)).await.map_err(failed)
    }

    async fn find(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<Option<Installed>> {
        let of_team = team.and_then(|team| Workspace::of(&self.account, None, Some(team)));
        let of_organisation = enterprise.and_then(|id| Workspace::of(&self.account, Some(id), None));
        for workspace in of_team.into_iter().chain(of_organisation) {
            if let Some(row) = self.store.installations().find(&workspace).await.map_err(failed)? {
                return self.open(row).await.map(Some);
            }
        }
        Ok(None)
    }

    async fn list(&self, limit: usize) -> Result<Vec<Installed>> {
        let mut all = Vec::new();
        for row in self.store.installations().list(&self.account, limit).await.map_err(failed)? {
            all.push(self.open(row).await?);
        }
        Ok(all)
    }

    async fn remove(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<bool> {
        let workspace = self.workspace(enterprise, team)?;
        self.store.installations().forget(&workspace).await.map_err(failed)
    }

    async fn redeem(&self, word: &str, until: UnixMillis) -> Result<bool> {
        self.store.installations().spend(&self.account, word, until).await.map_err(failed)
    }
}

/// What a row is sealed under: each part with its length, so that no two rows have one name.
fn name(tenant: &str, workspace: &Workspace) -> Vec<u8> {
    let kind = if workspace.is_organisation { "organisation" } else { "team" };
    let mut name = Vec::new();
    for part in ["messaging installation 1", tenant, &workspace.account, kind, &workspace.id] {
        name.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        name.extend_from_slice(part.as_bytes());
    }
    name
}

/// Nothing has left: whoever asks may ask again.
fn failed(error: StoreError) -> Error {
    Error::new(ErrorKind::Unavailable, format!("installations: {error}")).not_sent().with_source(error)
}
