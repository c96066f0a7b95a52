//! Limits (<https://docs.slack.dev/apis/web-api/rate-limits>).

super::rows! {
    "message_limit_exceeded" Exhausted:
        "the workspace's plan allows no more messages for now", "wait, or have the workspace change its plan";
    "rate_limited" Limited:
        "the method or the channel was called too often", "wait as `Retry-After` says; the limiter does so by itself";
    "ratelimited" Limited:
        "the method or the channel was called too often", "wait as `Retry-After` says; the limiter does so by itself";
    "restricted_too_many" Exhausted:
        "too many messages are scheduled for the same five minutes of the channel, 30 at most",
        "schedule them further apart";
}
