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
    /// As [`api_for`](Self::api_for); [`ErrorKind::Invalid`] where a team must be named.
    pub(crate) async fn api_of(&self, team: Option<&str>) -> Result<Api> {
        let Some(workspaces) = &self.workspaces else { return self.own() };
        let Some(team) = team else {
            if let Some(api) = &self.api {
                return Ok(api.clone());
            }
            let mut all = workspaces.all(2).await?;
            return match (all.pop(), all.is_empty()) {
                (Some(only), true) => workspaces.speak(only).await,
                (Some(_), false) => Err(Error::new(
                    ErrorKind::Invalid,
                    "the app is installed in several workspaces: say which one with `team_id`",
                )),
                (None, _) => Err(workspaces.missing("any workspace")),
            };
        };
        match workspaces.find(team).await? {
            Some(installed) => workspaces.speak(installed).await,
            None if self.is_at_home(team) => self.own(),
            None => Err(workspaces.missing(team)),
        }
    }

    /// The Web API as the configured token.
    fn own(&self) -> Result<Api> {
        self.api.clone().ok_or_else(|| {
            let message = "the account has an incoming webhook and no token: set `bot_token` (SLACK_BOT_TOKEN)";
            Error::new(ErrorKind::Config, message)
        })
    }

    /// Whether the configured token is of this workspace, as far as anybody knows.
    pub(crate) fn is_at_home(&self, team: &str) -> bool {
        let home = self.identity.get().and_then(|identity| identity.team.as_deref());
        self.api.is_some() && home.is_none_or(|home| home == team)
    }
}
