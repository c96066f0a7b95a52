//! People who write all the time, whether anybody listens or not.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use messaging_http::Transport;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tower::ServiceExt;

const PEOPLE: usize = 8;

/// Most messages that the platform has not taken yet: on a busy machine people wait for it, or it would have ever more.
const WAITING: usize = 128;

/// What people write, and what became of the webhooks that told it.
#[derive(Debug)]
pub struct Traffic {
    url: String,
    client: Transport,
    stopped: AtomicBool,
    acknowledged: Mutex<BTreeSet<String>>,
    /// By what the platform was told: a status, or why there was none.
    answers: Mutex<BTreeMap<String, usize>>,
}

impl Traffic {
    /// People at this emulator.
    #[must_use]
    pub fn new(emulator: &str, client: Transport) -> Self {
        let url = format!("{emulator}/_emulator/people/messages?wait=1");
        let (acknowledged, answers) = (Mutex::default(), Mutex::default());
        Self { url, client, stopped: AtomicBool::new(false), acknowledged, answers }
    }

    /// Lets them write no more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    /// What was acknowledged with a 2xx.
    ///
    /// # Panics
    /// Somebody who wrote has panicked.
    #[must_use]
    pub fn acknowledged(&self) -> BTreeSet<String> {
        self.acknowledged.lock().unwrap().clone()
    }

    /// How often the platform was told what: a status, or that there was no answer.
    ///
    /// # Panics
    /// Somebody who wrote has panicked.
    #[must_use]
    pub fn answers(&self) -> BTreeMap<String, usize> {
        self.answers.lock().unwrap().clone()
    }

    /// Writes a message every so often until stopped, then waits for the last answer.
    ///
    /// # Panics
    /// The emulator does not answer.
    pub async fn flow(self: Arc<Self>, every: Duration) {
        let mut writing = JoinSet::new();
        for number in 0.. {
            if self.stopped.load(Ordering::SeqCst) {
                break;
            }
            writing.spawn(Arc::clone(&self).write(number));
            // house: real time, because the processes that listen are others.
            tokio::time::sleep(every).await;
            while let Some(written) = writing.try_join_next() {
                written.unwrap();
            }
            if writing.len() >= WAITING {
                writing.join_next().await.unwrap().unwrap();
            }
        }
        while let Some(written) = writing.join_next().await {
            written.unwrap();
        }
    }

    async fn write(self: Arc<Self>, number: usize) {
        let text = format!("message {number}");
        let body = json!({ "from": format!("+1555040{:04}", number % PEOPLE), "text": text }).to_string();
        let request = Request::post(&self.url).header("content-type", "application/json");
        let answer = self.client.clone().oneshot(request.body(Bytes::from(body)).unwrap()).await.unwrap();
        let answer: Value = serde_json::from_slice(answer.body()).unwrap();
        let status = &answer["delivery"]["status"];
        *self.answers.lock().unwrap().entry(status.to_string()).or_default() += 1;
        if status == 200 {
            self.acknowledged.lock().unwrap().insert(text);
        }
    }
}
