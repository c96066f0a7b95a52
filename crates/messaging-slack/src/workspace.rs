//! Which token speaks in which workspace.

use messaging_core::{Place, Result};

use crate::{Slack, api::Api};

impl Slack {
    /// Returns the Web API as the installation that `place` belongs to: its first part is the team, or the
    /// organisation.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](messaging_core::ErrorKind) where the app is not installed.
    pub(crate) async fn api_for(&self, place: &Place) -> Result<Api> {
        self.api_of(place.parts().first().map(String::as_str)).await
    }

    /// Returns the Web API as the installation in `team`; without one, as the only installation there is.
    ///
    /// # Errors
    /// As [`api_for`](Self::api_for).
    #[allow(clippy::unused_async, reason = "an installation is read from a store, and its token may be refreshed")]
    pub(crate) async fn api_of(&self, _team: Option<&str>) -> Result<Api> {
        Ok(self.api.clone())
    }
}
