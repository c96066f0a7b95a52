use std::sync::Arc;

use serde_json::{Map, Value};

use crate::{Secret, UnixMillis};

/// One installation of an app: in a team, or in a whole organisation where no team is named.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Installed {
    /// Whom it belongs to.
    pub tenant: Arc<str>,
    /// The organisation, where the workspace is part of one.
    pub enterprise: Option<String>,
    /// The team; none if the app is installed in the organisation as a whole.
    pub team: Option<String>,
    /// What may be shown: names, scopes, who we are there.
    pub details: Map<String, Value>,
    /// The tokens, in the provider's own words. Encrypted wherever they are kept.
    pub credentials: Secret,
    /// When the app was installed there, or installed again.
    pub installed_at: UnixMillis,
    /// How often it was changed, as the store counts.
    pub revision: u64,
}

impl Installed {
    /// An installation of `tenant`, with nothing to show.
    #[must_use]
    pub fn new(tenant: impl Into<Arc<str>>, credentials: Secret, installed_at: UnixMillis) -> Self {
        Self {
            tenant: tenant.into(),
            enterprise: None,
            team: None,
            details: Map::new(),
            credentials,
            installed_at,
            revision: 0,
        }
    }

    /// Names the workspace.
    #[must_use]
    pub fn in_workspace(mut self, enterprise: Option<String>, team: Option<String>) -> Self {
        (self.enterprise, self.team) = (enterprise, team);
        self
    }
}
