use http::StatusCode;
use serde_json::json;

use super::{
    Outcome,
    auth::{Caller, refused},
};
use crate::{TwilioEmulator, side::json_answer, twilio::dates};

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}.json`, not for API keys. The token in it is blanked out.
    pub(crate) fn fetch_account(&self, caller: Caller) -> Outcome {
        if caller == Caller::Key {
            return Err(refused());
        }
        let sid = &self.account.settings.account_sid;
        let root = format!("/2010-04-01/Accounts/{sid}");
        let opened = dates::rfc2822(self.account.opened);
        let body = json!({
            "sid": sid,
            "owner_account_sid": sid,
            "friendly_name": "Emulated account",
            "auth_token": "********************************",
            "status": "active",
            "type": "Full",
            "date_created": opened,
            "date_updated": opened,
            "uri": format!("{root}.json"),
            "subresource_uris": { "messages": format!("{root}/Messages.json") },
        });
        Ok(json_answer(StatusCode::OK, &body))
    }
}
