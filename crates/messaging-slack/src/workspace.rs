//! Which token speaks in which workspace.

use messaging_core::{Error, ErrorKind, Place, Result};

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
        self.api.clone().ok_or_else(|| {
            let message = "the account has an incoming webhook and no token: set `bot_token` (SLACK_BOT_TOKEN)";
            Error::new(ErrorKind::Config, message)
        })
    }
}
