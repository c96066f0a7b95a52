use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::RETRY_AFTER};
use serde_json::{Value, json};

use super::{arguments::Arguments, caller::Caller, error::json_response};
use crate::slack::{SlackEmulator, throttled::SlackThrottled};

impl SlackEmulator {
    /// Counts a call, or says that there were too many.
    pub(super) fn count(&self, caller: &Caller, arguments: &Arguments) -> Option<Response<Bytes>> {
        let limits = &self.settings().limits;
        if !limits.enforced {
            return None;
        }
        let channel = arguments.values().get("channel").and_then(Value::as_str);
        let now = self.desk().now();
        let counted = self.rates().count(limits, now, caller.team(), caller.method, channel);
        counted.err().map(|wait| {
            let retry_after = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            let (team, method) = (caller.team().to_owned(), caller.method.name);
            self.desk().note(format_args!("ratelimited {team} {method} {retry_after}"));
            self.keep_throttled(SlackThrottled { at: now, team, method, channel: channel.map(str::to_owned), wait });
            ratelimited(retry_after.max(1))
        })
    }
}

/// 429 (<https://docs.slack.dev/apis/web-api/rate-limits>).
pub(super) fn ratelimited(seconds: u64) -> Response<Bytes> {
    let body = json!({ "ok": false, "error": "ratelimited" });
    let mut response = json_response(StatusCode::TOO_MANY_REQUESTS, &body);
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}
