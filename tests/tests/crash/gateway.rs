//! `messaging serve` as a process that dies, and its folder, which stays.

use std::path::PathBuf;

use messaging_http::{ClientSettings, Transport, client};
use messaging_tests::{
    console::get,
    process::{Process, Scratch, free_port, mortal},
    served::eventually,
};
use serde_json::Value;

const TOKEN: &str = "crash-console-token";

pub(crate) struct Gateway {
    pub(crate) url: String,
    pub(crate) client: Transport,
    pub(crate) scratch: Scratch,
    console: u16,
}

impl Gateway {
    pub(crate) fn new(name: &str) -> Self {
        let url = format!("http://127.0.0.1:{}", free_port());
        let client = client(ClientSettings::default()).unwrap();
        Self { url, client, scratch: Scratch::new(name), console: free_port() }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.scratch.file(".")
    }

    /// Writes `messaging.toml`: everything that takes time takes a thirtieth of it, or less.
    pub(crate) fn configure(&self, agent: &str, rest: &str) {
        let (url, console) = (&self.url, self.console);
        let config = format!(
            "public_url = \"{url}\"\nlisten = \"{}\"\nconsole = \"127.0.0.1:{console}\"\n\
             store = \"sqlite:./messaging.db\"\n[agent]\nurl = \"{agent}\"\n[sends]\nlooks = [0.2, 1, 3]\n\
             timeout = \"2s\"\n{rest}",
            url.trim_start_matches("http://")
        );
        std::fs::write(self.scratch.file("messaging.toml"), config).unwrap();
    }

    pub(crate) fn start(&self, variables: &[(&str, &str)]) -> Process {
        let variables: Vec<_> = variables.iter().copied().chain([("MESSAGING_CONSOLE_TOKEN", TOKEN)]).collect();
        Process::of(&mortal(), &self.folder(), &["serve"], &variables)
    }

    pub(crate) async fn is_ready(&self) -> bool {
        get(&self.client, &format!("{}/readyz", self.url), "").await.is_some()
    }

    pub(crate) async fn counts(&self) -> Option<Value> {
        let status = format!("http://127.0.0.1:{}/api/status", self.console);
        get(&self.client, &status, &format!("Bearer {TOKEN}")).await.map(|status| status["counts"].clone())
    }

    /// Lets a last process end everything, and asks it to go.
    ///
    /// # Panics
    /// Something is held or dead, or it does not end cleanly.
    pub(crate) async fn end_everything(&self) -> Value {
        let process = self.start(&[]);
        let ended = |counts: &Option<Value>| counts.as_ref().is_some_and(|counts| counts["in_flight"] == 0);
        let counts = eventually("everything ended", || self.counts(), ended).await.unwrap();
        assert_eq!((&counts["held"], &counts["dead"]), (&Value::from(0), &Value::from(0)), "{counts}");
        assert_eq!(process.terminate(), Some(0), "a clean drain");
        counts
    }
}
