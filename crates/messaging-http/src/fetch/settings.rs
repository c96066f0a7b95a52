use std::time::Duration;

/// The limits of a [`Fetcher`](super::Fetcher).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FetchSettings {
    /// Longest wait for a connection, TLS included. 5 s unless told otherwise.
    pub connect_timeout: Duration,
    /// Longest silence while a file is coming in. 15 s unless told otherwise.
    pub read_timeout: Duration,
    /// Longest time for everything, redirects included. 60 s unless told otherwise.
    pub total_timeout: Duration,
    /// Most redirects followed. 5 unless told otherwise.
    pub max_redirects: u32,
    /// Whether this machine's own addresses may be fetched from, and by `http` too: for an emulator. No unless told
    /// otherwise.
    pub allow_loopback: bool,
}

impl Default for FetchSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            read_timeout: Duration::from_secs(15),
            total_timeout: Duration::from_secs(60),
            max_redirects: 5,
            allow_loopback: false,
        }
    }
}

impl FetchSettings {
    /// Allows this machine's own addresses, over `http` too: for an emulator.
    #[must_use]
    pub fn with_loopback(mut self) -> Self {
        self.allow_loopback = true;
        self
    }
}
