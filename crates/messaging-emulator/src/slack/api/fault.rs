use bytes::Bytes;
use http::{Response, StatusCode, header::CONTENT_TYPE};
use tokio::time::sleep;

use super::{
    arguments::Arguments,
    caller::Caller,
    error::{Answer, Refusal, enveloped},
    router::Reply,
    throttle::ratelimited,
};
use crate::{desk::Desk, fate::Fate, slack::SlackEmulator};

impl SlackEmulator {
    /// Does what changes something as well as its fate allows. What counts as swallowed is only ever a post.
    pub(super) fn perform_write(
        &self,
        caller: Caller,
        arguments: Arguments,
        warnings: &[&'static str],
        act: fn(&Self, &Caller, &Arguments) -> Answer,
    ) -> Reply {
        let desk = self.desk();
        let fate = desk.fate();
        desk.note(format_args!("{} {fate:?}", caller.method.name));
        match fate {
            Fate::Refuse => Reply::Refused,
            Fate::Throttle => Reply::Answer(ratelimited(desk.dice(|rng| rng.u64(1..=5)))),
            Fate::BreakBefore => Reply::Answer(broken(desk)),
            Fate::VanishBefore => Reply::Silence,
            Fate::BreakAfter => {
                // Nobody hears how it went.
                let _ = act(self, &caller, &arguments);
                Reply::Answer(broken(desk))
            }
            Fate::VanishAfter => {
                let _ = act(self, &caller, &arguments);
                Reply::Silence
            }
            Fate::Late => {
                let emulator = self.clone();
                tokio::spawn(async move {
                    sleep(emulator.desk().between(1_000, 20_000)).await;
                    let _ = act(&emulator, &caller, &arguments);
                });
                Reply::Silence
            }
            Fate::Swallow if caller.method.name == "chat.postMessage" => {
                Reply::Answer(enveloped(self.pretend_to_post(&caller, &arguments), warnings))
            }
            Fate::Swallow | Fate::Well => Reply::Answer(enveloped(act(self, &caller, &arguments), warnings)),
        }
    }
}

/// Slack is unwell, and says so in one of its two ways: a 503 page, or `internal_error` under a 200.
pub(crate) fn broken(desk: &Desk) -> Response<Bytes> {
    if desk.dice(fastrand::Rng::bool) {
        return enveloped(Err(Refusal::new("internal_error")), &[]);
    }
    let mut response = Response::new(Bytes::from_static(b"<html><body><h1>503 Service Unavailable</h1></body></html>"));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static("text/html"));
    response
}
