use std::time::Duration;

/// The limits of a [`websocket`](crate::duplex::websocket).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct WebSocketSettings {
    /// Longest wait for a connection: name, proxy, TLS and handshake together. 10 s unless told otherwise.
    pub connect_timeout: Duration,
    /// Largest message read, in bytes; a larger one ends the connection. 2 MiB unless told otherwise.
    pub max_message: usize,
    /// Frames that wait for a slow reader, in each direction. 64 unless told otherwise.
    pub capacity: usize,
    /// Longest wait for one frame to be written. 10 s unless told otherwise; then the connection counts as lost.
    pub write_timeout: Duration,
}

impl Default for WebSocketSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            max_message: 2 * 1024 * 1024,
            capacity: 64,
            write_timeout: Duration::from_secs(10),
        }
    }
}
