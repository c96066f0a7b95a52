use std::sync::Arc;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::InstallationStore;
use crate::{Clock, Event, Place, PublicUrl, Result};

/// Being installed in many workspaces: each has tokens of its own, and belongs to one tenant.
///
/// A provider offers this only where its settings ask for it; then the application attaches a store of installations
/// before anything else is called.
#[async_trait]
pub trait Installs: Send + Sync {
    /// Takes what installations need. Attached again, the first attachment stays.
    fn attach(&self, attachment: Attachment);

    /// Names the tenant that a place belongs to; none where the app is not installed.
    ///
    /// # Errors
    /// The store of installations did not answer, or cannot read what it holds.
    async fn tenant_of(&self, place: &Place) -> Result<Option<Arc<str>>>;

    /// Takes note of an event that may end an installation, before anybody hears that it was accepted. Told again, or
    /// in another order, it changes nothing more.
    ///
    /// Returns the workspace that an event has ended, as long as the app is not installed there again: places that begin
    /// with it can be reached by nobody.
    ///
    /// # Errors
    /// The store of installations did not answer: the event must be told again.
    async fn heed(&self, event: &Event) -> Result<Option<String>>;

    /// Counts the installations.
    ///
    /// # Errors
    /// The store of installations did not answer, or cannot read what it holds.
    async fn count(&self) -> Result<InstallationCounts>;
}

/// How many workspaces have an app, for people who operate it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InstallationCounts {
    /// Workspaces and organisations that have the app now; 10,000 are counted at most.
    pub installed: u64,
    /// How many of them have a token that is to be renewed, or has ended. It is renewed when it is next used.
    pub expiring: u64,
    /// How many of them have a token that could not be renewed when it was last tried, as far as this process knows.
    pub failing: u64,
    /// How often the app was removed, or its token revoked, since this process began.
    pub removed: u64,
}

/// What a provider needs to keep installations.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attachment {
    /// Where they are kept.
    pub store: Arc<dyn InstallationStore>,
    /// Where the provider's endpoints are, without their names: `https://bot.example.com/slack`.
    pub url: PublicUrl,
    /// What time it is.
    pub clock: Clock,
}

impl Attachment {
    /// Everything a provider needs.
    #[must_use]
    pub fn new(store: Arc<dyn InstallationStore>, url: PublicUrl, clock: Clock) -> Self {
        Self { store, url, clock }
    }
}
