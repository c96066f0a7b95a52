//! `messaging serve` as a process that comes and goes, and its folder, which stays.

use std::path::{Path, PathBuf};

use messaging_http::{ClientSettings, Transport, client};
use serde_json::Value;

use crate::{
    console::get,
    process::{Process, Scratch, free_port},
    served::eventually,
};

const TOKEN: &str = "operated-console-token";

/// The gateway, running or not.
#[derive(Debug)]
pub struct Gateway {
    /// Where it listens.
    pub url: String,
    /// What platforms call; the same unless told otherwise.
    pub public_url: String,
    /// What asks it.
    pub client: Transport,
    /// Its folder.
    pub scratch: Scratch,
    program: PathBuf,
    store: String,
    console: u16,
}

impl Gateway {
    /// Makes the folder; nothing runs yet.
    ///
    /// # Panics
    /// There is no folder or no client.
    #[must_use]
    pub fn new(name: &str, program: PathBuf) -> Self {
        let url = format!("http://127.0.0.1:{}", free_port());
        let client = client(ClientSettings::default()).unwrap();
        let (store, public_url) = ("./messaging.db".into(), url.clone());
        Self { url, public_url, client, scratch: Scratch::new(name), program, store, console: free_port() }
    }

    /// Keeps its file elsewhere in its folder.
    #[must_use]
    pub fn store(mut self, file: &str) -> Self {
        file.clone_into(&mut self.store);
        self
    }

    /// Is called through a proxy.
    #[must_use]
    pub fn behind(mut self, proxy: &str) -> Self {
        proxy.clone_into(&mut self.public_url);
        self
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.scratch.file(".")
    }

    /// Writes `messaging.toml`: everything that takes time takes a thirtieth of it, or less.
    ///
    /// # Panics
    /// It cannot be written.
    pub fn configure(&self, agent: &str, rest: &str) {
        let Self { url, public_url, store, console, .. } = self;
        let config = format!(
            "public_url = \"{public_url}\"\nlisten = \"{}\"\nconsole = \"127.0.0.1:{console}\"\n\
             store = \"sqlite:{store}\"\n[agent]\nurl = \"{agent}\"\n[sends]\nlooks = [0.2, 1, 3]\n\
             timeout = \"2s\"\n{rest}",
            url.trim_start_matches("http://")
        );
        std::fs::write(self.scratch.file("messaging.toml"), config).unwrap();
    }

    /// Starts it.
    ///
    /// # Panics
    /// It cannot be started.
    #[must_use]
    pub fn start(&self, variables: &[(&str, &str)]) -> Process {
        Process::of(&self.program, &self.folder(), &["serve"], &with_token(variables))
    }

    /// Starts it; what it says on its standard error goes to a file.
    ///
    /// # Panics
    /// It cannot be started.
    #[must_use]
    pub fn start_told(&self, variables: &[(&str, &str)], said: &Path) -> Process {
        Process::told(&self.program, &self.folder(), &["serve"], &with_token(variables), said)
    }

    /// Where its console is.
    #[must_use]
    pub fn console_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.console)
    }

    /// Starts it by another program, such as one that watches it; what it says goes to a file.
    ///
    /// # Panics
    /// It cannot be started.
    #[must_use]
    pub fn start_by(&self, words: &[&str], said: &Path) -> Process {
        let program = self.program.to_str().expect("a path");
        let (first, rest) = words.split_first().map_or((program, &[][..]), |(first, rest)| (*first, rest));
        let own = if words.is_empty() { &["serve"][..] } else { &[program, "serve"] };
        Process::told(Path::new(first), &self.folder(), &[rest, own].concat(), &with_token(&[]), said)
    }

    /// Whether it is ready for traffic.
    pub async fn is_ready(&self) -> bool {
        get(&self.client, &format!("{}/readyz", self.url), "").await.is_some()
    }

    /// What its store counts; nothing if it does not answer.
    pub async fn counts(&self) -> Option<Value> {
        let status = format!("http://127.0.0.1:{}/api/status", self.console);
        get(&self.client, &status, &format!("Bearer {TOKEN}")).await.map(|status| status["counts"].clone())
    }

    /// Waits until everything ended; returns the counts.
    ///
    /// # Panics
    /// Something is held or dead.
    pub async fn everything_ended(&self) -> Value {
        let in_flight = |counts: &Option<Value>| counts.as_ref().and_then(|counts| counts["in_flight"].as_u64());
        let mut counts = eventually("counts", || self.counts(), |counts| in_flight(counts).is_some()).await;
        // A long run may have left more than is done within the time that one step may take.
        while let Some(left) = in_flight(&counts).filter(|left| *left > 0) {
            let fewer = |counts: &Option<Value>| in_flight(counts).is_some_and(|now| now < left);
            counts = eventually(&format!("an end of one of {left} in flight"), || self.counts(), fewer).await;
        }
        let counts = counts.expect("they were counted");
        assert_eq!((&counts["held"], &counts["dead"]), (&Value::from(0), &Value::from(0)), "{counts}");
        counts
    }

    /// Lets a last process end everything, and asks it to go.
    ///
    /// # Panics
    /// Something is held or dead, or it does not end cleanly.
    pub async fn end_everything(&self) -> Value {
        let process = self.start(&[]);
        let counts = self.everything_ended().await;
        assert_eq!(process.terminate(), Some(0), "a clean drain");
        counts
    }
}

fn with_token<'v>(variables: &[(&'v str, &'v str)]) -> Vec<(&'v str, &'v str)> {
    variables.iter().copied().chain([("MESSAGING_CONSOLE_TOKEN", TOKEN)]).collect()
}
