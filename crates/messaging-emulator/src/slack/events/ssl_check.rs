use bytes::Bytes;
use http::{Request, header::CONTENT_TYPE};
use tokio::time::timeout;

use super::{attempt::PATIENCE, envelope::OLD_TOKEN};
use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// Checks the URL of slash commands as Slack does, by a form with `ssl_check=1` that is not signed. Returns the
    /// status that the app answered, none if there was no answer within 3 s.
    pub async fn check_ssl(&self) -> Option<u16> {
        let app = &self.settings().app;
        let url =
            app.commands_url.as_ref().or(app.interactivity_url.as_ref()).or(self.settings().events_url.as_ref())?;
        let body = Bytes::from(format!("ssl_check=1&token={OLD_TOKEN}"));
        let request = Request::post(url).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body).ok()?;
        let answer = timeout(PATIENCE, self.desk().call(request)).await.ok()?;
        answer.ok().map(|response| response.status().as_u16())
    }
}
