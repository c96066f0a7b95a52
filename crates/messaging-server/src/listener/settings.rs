use std::{io, time::Duration};

use messaging_core::duration;
use serde::Deserialize;

/// The smallest room for a head that the HTTP implementation can work with.
const SMALLEST_HEAD: usize = 8 * 1024;

/// What a listener puts up with.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ListenerSettings {
    /// Longest time for a request's head, from its first byte; for a connection's first one from the connection on.
    /// 5 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub head_timeout: Duration,
    /// Longest time for a request's body, from the end of its head. 10 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub body_timeout: Duration,
    /// How long a connection may lie idle between two requests. 30 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub idle_timeout: Duration,
    /// How long a client may take nothing of an answer that waits for it. 30 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub stall_timeout: Duration,
    /// How long requests under way may go on once the listener stops. 10 s unless told otherwise.
    #[serde(deserialize_with = "duration::one")]
    pub stop_timeout: Duration,
    /// Most connections at once; more are told 503. 4,096 unless told otherwise.
    pub connections: usize,
    /// Most connections at once from one IPv4 address or one IPv6 /64; 0 sets no limit, for a gateway behind a proxy.
    /// 128 unless told otherwise.
    pub connections_per_ip: usize,
    /// Whether connections from this machine count against `connections_per_ip`. False unless told otherwise.
    pub count_loopback: bool,
    /// Most header fields of a request; more are told 431. 100 unless told otherwise.
    pub headers: usize,
    /// Largest head of a request, in bytes, 8 KiB at least; a larger one is told 431. 32 KiB unless told otherwise.
    pub head_bytes: usize,
    /// Largest body of a request, in bytes; a larger one is told 413. 1 MiB unless told otherwise.
    pub body_bytes: usize,
    /// Most bytes of bodies on their way in at once, over all connections; more are told 503. 64 MiB unless told
    /// otherwise.
    pub all_body_bytes: usize,
}

impl Default for ListenerSettings {
    fn default() -> Self {
        Self {
            head_timeout: Duration::from_secs(5),
            body_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(30),
            stall_timeout: Duration::from_secs(30),
            stop_timeout: Duration::from_secs(10),
            connections: 4_096,
            connections_per_ip: 128,
            count_loopback: false,
            headers: 100,
            head_bytes: 32 * 1024,
            body_bytes: 1024 * 1024,
            all_body_bytes: 64 * 1024 * 1024,
        }
    }
}

impl ListenerSettings {
    /// Refuses numbers with which nothing could be served; [`serve`](crate::serve) does so, too.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput), naming the setting.
    pub fn check(&self) -> io::Result<()> {
        let waits = [self.head_timeout, self.body_timeout, self.idle_timeout, self.stall_timeout];
        let rules = [
            (waits.iter().all(|wait| !wait.is_zero()), "the listener's time-outs must not be zero"),
            (self.connections > 0 && self.headers > 0, "the listener's `connections` and `headers` must be 1 at least"),
            (self.body_bytes <= self.all_body_bytes, "the listener's `all_body_bytes` must have room for `body_bytes`"),
            (self.head_bytes >= SMALLEST_HEAD, "the listener's `head_bytes` must be 8192 at least"),
        ];
        match rules.into_iter().find(|(holds, _)| !holds) {
            Some((_, rule)) => Err(io::Error::new(io::ErrorKind::InvalidInput, rule)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_written_stays_and_nonsense_is_refused() {
        let read = |text| serde_json::from_str::<ListenerSettings>(text);
        let settings = read(r#"{"head_timeout":"500ms","connections":7}"#).unwrap();
        assert_eq!((settings.head_timeout, settings.connections), (Duration::from_millis(500), 7));
        assert_eq!(settings.body_timeout, Duration::from_secs(10));
        settings.check().unwrap();
        assert!(read(r#"{"head_timout":1}"#).is_err());
        for wrong in
            [r#"{"head_timeout":0}"#, r#"{"connections":0}"#, r#"{"head_bytes":100}"#, r#"{"all_body_bytes":9}"#]
        {
            assert_eq!(read(wrong).unwrap().check().unwrap_err().kind(), io::ErrorKind::InvalidInput, "{wrong}");
        }
    }
}
