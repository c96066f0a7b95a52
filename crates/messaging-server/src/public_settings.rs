use std::time::Duration;

/// What the public side offers, and to whom.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PublicSettings {
    /// The account of the provider `web` that visitors of `/chat` write to. Without one there is no web chat.
    pub chat_account: Option<String>,
    /// Origins, besides our own, whose pages may use and embed the web chat: `https://shop.example.com`. Our own is
    /// known by the `Host` header: behind a proxy that changes it, name the public origin here.
    pub allowed_origins: Vec<String>,
    /// Most event streams of the web chat at once; more are told 503. 1,000 unless told otherwise.
    pub chat_streams: usize,
    /// Most event streams of one visitor at once. 8 unless told otherwise.
    pub chat_streams_per_visitor: usize,
    /// How often a silent event stream shows that it is alive. 15 s unless told otherwise.
    pub heartbeat: Duration,
}

impl Default for PublicSettings {
    fn default() -> Self {
        Self {
            chat_account: None,
            allowed_origins: Vec::new(),
            chat_streams: 1_000,
            chat_streams_per_visitor: 8,
            heartbeat: Duration::from_secs(15),
        }
    }
}
