use std::time::Duration;

use messaging_core::duration;
use serde::Deserialize;

/// Connections over which platforms deliver, such as Slack's Socket Mode.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct SocketSettings {
    /// Connections of each account, 1 to 10. 2 unless told otherwise: one can be lost without a pause.
    pub connections: usize,
    /// Longest wait for a connection to come into use. 15 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub open: Duration,
    /// How often the other end is asked whether it is there. 5 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub ping: Duration,
    /// Silence after which a connection counts as dead; longer than `ping`. 15 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub silence: Duration,
    /// Time without a ping of the platform's own after which a connection counts as dead, where it sends any. 30 s.
    #[serde(deserialize_with = "duration::one")]
    pub server_ping: Duration,
    /// Longest first wait before a connection is tried again; it doubles, and any part of it may be drawn. 250 ms.
    #[serde(deserialize_with = "duration::one")]
    pub retry: Duration,
    /// Longest wait before a connection is tried again, and the wait after a refusal. 30 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub retry_most: Duration,
    /// Deliveries of one account being stored at once; more are not acknowledged, and come again. 256.
    pub in_flight: usize,
}

impl Default for SocketSettings {
    fn default() -> Self {
        Self {
            connections: 2,
            open: Duration::from_secs(15),
            ping: Duration::from_secs(5),
            silence: Duration::from_secs(15),
            server_ping: Duration::from_secs(30),
            retry: Duration::from_millis(250),
            retry_most: Duration::from_secs(30),
            in_flight: 256,
        }
    }
}

impl SocketSettings {
    /// Says which rule the numbers break.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        let rules = [
            ((1..=10).contains(&self.connections), "sockets.connections must be 1 to 10"),
            (!self.open.is_zero() && !self.ping.is_zero(), "sockets.open and sockets.ping must not be zero"),
            (self.silence > self.ping, "sockets.silence must be longer than sockets.ping"),
            (!self.server_ping.is_zero(), "sockets.server_ping must not be zero"),
            (!self.retry.is_zero(), "sockets.retry must not be zero"),
            (self.retry <= self.retry_most, "sockets.retry must be sockets.retry_most at most"),
            (self.in_flight > 0, "sockets.in_flight must be 1 at least"),
        ];
        rules.into_iter().find(|(holds, _)| !holds).map_or(Ok(()), |(_, rule)| Err(rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_hold_and_numbers_that_cannot_work_do_not() {
        SocketSettings::default().check().unwrap();
        for (wrong, rule) in [
            (r#"{"connections":0}"#, "sockets.connections"),
            (r#"{"connections":11}"#, "sockets.connections"),
            (r#"{"silence":"5s"}"#, "sockets.silence"),
            (r#"{"retry":"1m"}"#, "sockets.retry"),
            (r#"{"in_flight":0}"#, "sockets.in_flight"),
        ] {
            let settings: SocketSettings = serde_json::from_str(wrong).unwrap();
            assert!(settings.check().unwrap_err().contains(rule), "{wrong}");
        }
    }
}
