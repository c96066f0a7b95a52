use bytes::Bytes;
use http::{Request, Response, StatusCode};

use super::read;
use crate::{TwilioEmulator, side::json_answer, twilio::switches::Switches};

impl TwilioEmulator {
    /// What is turned on.
    pub(super) fn account_switches(&self) -> Response<Bytes> {
        json_answer(StatusCode::OK, &self.switches().json())
    }

    /// Turns on what is named, and off what is not: `advanced_opt_out`, `inbound_twice`, `whatsapp_sandbox` (a number),
    /// `shared_key` (`name` and `secret`).
    pub(super) fn set_switches(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let switches: Switches = match read(request) {
            Ok(switches) => switches,
            Err(wrong) => return wrong.answer(),
        };
        self.records().messaging.switches = Some(switches);
        self.account_switches()
    }
}
