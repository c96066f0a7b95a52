//! The Conversations media service: files are uploaded, described, and fetched by temporary URLs
//! (<https://www.twilio.com/docs/conversations-classic/media-support-conversations>).

mod read;
mod set;
mod upload;

use http::Method;

use super::{
    Answer,
    call::Call,
    routes::{not_allowed, nothing},
};
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// `/v1/Services/{IS}/Media…`
    pub(crate) fn route_media(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::POST, ["Media"]) => self.upload(call).into(),
            (&Method::POST, ["MediaSet"]) => self.look(|| self.media_set(call)),
            (&Method::GET, ["Media", sid]) => self.look(|| self.fetch_upload(call, sid)),
            (&Method::GET, ["Media", sid, "Content"]) => self.look(|| self.fetch_content(call, sid)),
            (&Method::DELETE, ["Media", sid]) => self.delete_upload(call, sid).into(),
            (_, ["Media" | "MediaSet"] | ["Media", _] | ["Media", _, "Content"]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }
}
