use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::json;

use crate::{TwilioEmulator, side::json_answer, twilio::dates};

impl TwilioEmulator {
    /// `GET /v1/Services/{IS}`
    pub(crate) fn fetch_service(&self) -> Response<Bytes> {
        let settings = &self.account.settings;
        let url = self.absolute(&format!("/v1/Services/{}", settings.conversations_service_sid));
        let opened = dates::iso(self.account.opened);
        let body = json!({
            "sid": settings.conversations_service_sid,
            "account_sid": settings.account_sid,
            "friendly_name": "Emulated service",
            "date_created": opened,
            "date_updated": opened,
            "links": { "conversations": format!("{url}/Conversations") },
            "url": url,
        });
        json_answer(StatusCode::OK, &body)
    }

    /// The URL of a path, as clients of this emulator reach it.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.account.settings.base_url.trim_end_matches('/'))
    }
}
