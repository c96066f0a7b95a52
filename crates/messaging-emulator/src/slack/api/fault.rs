use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE, header::RETRY_AFTER};
use serde_json::json;
use tokio::time::sleep;

use super::{
    arguments::Arguments,
    error::{Refusal, enveloped, json_response},
    router::Reply,
};
use crate::{
    desk::Desk,
    fate::Fate,
    slack::{SlackEmulator, message::Draft},
};

impl SlackEmulator {
    /// `chat.postMessage`, as well as its fate allows.
    pub(super) fn post_message(&self, arguments: &Arguments, warnings: &[&'static str]) -> Reply {
        let fate = self.desk().fate();
        self.desk().note(format_args!("chat.postMessage {fate:?}"));
        match fate {
            Fate::Refuse => return Reply::Refused,
            Fate::Throttle => return Reply::Answer(throttled(self.desk())),
            Fate::BreakBefore => return Reply::Answer(broken(self.desk())),
            Fate::VanishBefore => return Reply::Silence,
            _ => {}
        }
        let drafted = self.draft(arguments);
        let refused = |refusal| Reply::Answer(enveloped(Err(refusal), warnings));
        match (fate, drafted) {
            (Fate::BreakAfter, drafted) => {
                self.post_if_fine(drafted);
                Reply::Answer(broken(self.desk()))
            }
            (Fate::VanishAfter, drafted) => {
                self.post_if_fine(drafted);
                Reply::Silence
            }
            (Fate::Late, drafted) => {
                let emulator = self.clone();
                tokio::spawn(async move {
                    sleep(emulator.desk().between(1_000, 20_000)).await;
                    emulator.post_if_fine(drafted);
                });
                Reply::Silence
            }
            (_, Err(refusal)) => refused(refusal),
            (Fate::Swallow, Ok((room, draft))) => {
                Reply::Answer(enveloped(self.answer_post(&room, self.pretend(&room, draft)), warnings))
            }
            (_, Ok((room, draft))) => {
                Reply::Answer(enveloped(self.answer_post(&room, self.publish(&room, draft)), warnings))
            }
        }
    }

    fn post_if_fine(&self, drafted: Result<(String, Draft), Refusal>) {
        if let Ok((room, draft)) = drafted {
            self.publish(&room, draft);
        }
    }
}

/// 429, with a `Retry-After` of 1 to 5 s (<https://docs.slack.dev/apis/web-api/rate-limits>).
pub(crate) fn throttled(desk: &Desk) -> Response<Bytes> {
    let body = json!({ "ok": false, "error": "ratelimited" });
    let mut response = json_response(StatusCode::TOO_MANY_REQUESTS, &body);
    let seconds = desk.dice(|rng| rng.u32(1..=5));
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Slack is unwell, and says so in one of its two ways: a 503 page, or `internal_error` under a 200.
pub(crate) fn broken(desk: &Desk) -> Response<Bytes> {
    if desk.dice(fastrand::Rng::bool) {
        return enveloped(Err(Refusal::new("internal_error")), &[]);
    }
    let mut response = Response::new(Bytes::from_static(b"<html><body><h1>503 Service Unavailable</h1></body></html>"));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}
