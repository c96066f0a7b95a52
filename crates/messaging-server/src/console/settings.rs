use messaging_core::Secret;
use serde_json::Value;

/// Who may see the console, and what it tells them besides.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConsoleSettings {
    /// What `Authorization: Bearer …` must say. It reaches the page in the fragment of its URL.
    pub token: Secret,
    /// Host names the console answers to, besides `localhost` and loopback addresses; without a port.
    pub hosts: Vec<String>,
    /// Origins, besides its own, that the page may read from: the public side's, for its web chat.
    pub connect_origins: Vec<String>,
    /// What platforms call us.
    pub public_url: String,
    /// What the page is told besides, such as where the emulators are.
    pub info: Value,
}

impl ConsoleSettings {
    /// A console on this machine, for whoever knows `token`.
    #[must_use]
    pub fn new(token: Secret) -> Self {
        Self {
            token,
            hosts: Vec::new(),
            connect_origins: Vec::new(),
            public_url: "http://127.0.0.1:7400".into(),
            info: Value::Null,
        }
    }
}
