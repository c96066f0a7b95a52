//! An HTTP agent that takes its time.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::post};
use bytes::Bytes;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The agent, and how many turns it is thinking about.
pub(crate) struct Agent {
    pub(crate) url: String,
    thinking: Arc<Thinking>,
}

struct Thinking {
    count: AtomicUsize,
    dice: Mutex<fastrand::Rng>,
}

impl Agent {
    pub(crate) fn under_way(&self) -> usize {
        self.thinking.count.load(Ordering::SeqCst)
    }
}

/// What it answers to a text.
pub(crate) fn answer(text: &str) -> String {
    format!("You said: {text}")
}

pub(crate) async fn start(seed: u64) -> Agent {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/agent", listener.local_addr().unwrap());
    let dice = Mutex::new(fastrand::Rng::with_seed(seed));
    let thinking = Arc::new(Thinking { count: AtomicUsize::new(0), dice });
    let router = Router::new().route("/agent", post(think)).with_state(Arc::clone(&thinking));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Agent { url, thinking }
}

async fn think(State(thinking): State<Arc<Thinking>>, body: Bytes) -> impl IntoResponse {
    let _place = Place::take(&thinking.count);
    let pause = thinking.dice.lock().unwrap().u64(20..120);
    // house: real time, because the process that asks is another one.
    tokio::time::sleep(Duration::from_millis(pause)).await;
    let turn: Value = serde_json::from_slice(&body).unwrap();
    let texts = turn["messages"].as_array().unwrap().iter().map(|message| message["text"].as_str().unwrap());
    let messages: Vec<_> = texts.map(|text| json!({ "text": answer(text) })).collect();
    ([(header::CONTENT_TYPE, "application/json")], json!({ "messages": messages }).to_string())
}

/// One of those under way; gone when dropped, however it ends.
pub(crate) struct Place<'c>(&'c AtomicUsize);

impl<'c> Place<'c> {
    pub(crate) fn take(count: &'c AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
