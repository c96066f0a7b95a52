//! Socket Mode: the platform delivers over connections that we open. What comes is read by the code of the webhooks.
//!
//! <https://docs.slack.dev/apis/events-api/using-socket-mode>

mod acknowledge;
mod envelope;
mod open;

use async_trait::async_trait;
use messaging_core::{
    Error, ErrorKind, Result,
    capability::{Heard, Line, Socket},
};
use messaging_http::failed;
use tower::ServiceExt;

pub(crate) use self::open::address;
use crate::Slack;

#[async_trait]
impl Socket for Slack {
    /// Asks `apps.connections.open` for an address that is good for one connection, and connects to it.
    ///
    /// <https://docs.slack.dev/reference/methods/apps.connections.open>
    async fn connect(&self) -> Result<Box<dyn Line>> {
        let Some(mode) = &self.socket_mode else {
            let message = "Socket Mode needs `app_token` (SLACK_APP_TOKEN), the app-level token of the app, `xapp-…`";
            return Err(Error::new(ErrorKind::Config, message));
        };
        let address = address(&mode.api).await?;
        Ok(Box::new(mode.dialer.clone().oneshot(address).await.map_err(failed)?))
    }

    fn hear(&self, text: &str) -> Result<Heard> {
        envelope::read(self, text)
    }

    /// Slack's ends ping; clients of its own expect one within 30 s.
    fn pings(&self) -> bool {
        true
    }
}
