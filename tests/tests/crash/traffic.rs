//! People who write all the time, whether anybody listens or not.

use std::{
    collections::BTreeSet,
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
use tower::ServiceExt;

const PEOPLE: usize = 8;

pub(crate) struct Traffic {
    url: String,
    client: Transport,
    stopped: AtomicBool,
    acknowledged: Mutex<BTreeSet<String>>,
}

impl Traffic {
    pub(crate) fn new(emulator: &str, client: Transport) -> Self {
        let url = format!("{emulator}/_emulator/people/messages?wait=1");
        Self { url, client, stopped: AtomicBool::new(false), acknowledged: Mutex::default() }
    }

    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    /// What was acknowledged with a 2xx.
    pub(crate) fn acknowledged(&self) -> BTreeSet<String> {
        self.acknowledged.lock().unwrap().clone()
    }

    /// Writes some thirty messages a second until stopped, then waits for the last answer.
    pub(crate) async fn flow(self: Arc<Self>) {
        let mut writing = Vec::new();
        for number in 0.. {
            if self.stopped.load(Ordering::SeqCst) {
                break;
            }
            writing.push(tokio::spawn(Arc::clone(&self).write(number)));
            // house: real time, because the processes that listen are others.
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        for one in writing {
            one.await.unwrap();
        }
    }

    async fn write(self: Arc<Self>, number: usize) {
        let text = format!("message {number}");
        let body = json!({ "from": format!("+1555040{:04}", number % PEOPLE), "text": text }).to_string();
        let request = Request::post(&self.url).header("content-type", "application/json");
        let answer = self.client.clone().oneshot(request.body(Bytes::from(body)).unwrap()).await.unwrap();
        let answer: Value = serde_json::from_slice(answer.body()).unwrap();
        if answer["delivery"]["status"] == 200 {
            self.acknowledged.lock().unwrap().insert(text);
        }
    }
}
