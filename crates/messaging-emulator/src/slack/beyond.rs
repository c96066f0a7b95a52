use bytes::Bytes;
use http::Request;

use super::{SlackEmulator, api::Reply};

impl SlackEmulator {
    /// What Slack serves besides the Web API; none if the path is none of these.
    pub(crate) fn beyond(&self, request: &Request<Bytes>) -> Option<Reply> {
        let first = request.uri().path().split('/').nth(1)?;
        match first {
            "actions" | "app" | "commands" => Some(self.respond(request)),
            "services" => Some(self.receive_hook(request)),
            "oauth" if request.uri().path() == "/oauth/v2/authorize" => Some(self.authorize_page(request)),
            _ => None,
        }
    }
}
