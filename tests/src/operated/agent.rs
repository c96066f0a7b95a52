//! An HTTP agent that takes its time, and on request answers piece by piece.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Response, header},
    routing::post,
};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::{net::TcpListener, time::sleep};

use super::UnderWay;

/// The agent, and how many turns it is thinking about.
#[derive(Debug)]
pub struct Agent {
    /// What `[agent]` names.
    pub url: String,
    /// The turns it is thinking about.
    pub under_way: UnderWay,
}

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// At once, a message for each text.
    Whole,
    /// Now so, now in one message, a piece every now and then.
    Pieces,
    /// Not within the life of a test.
    Never,
}

struct Thinking {
    manner: Manner,
    under_way: UnderWay,
    dice: Mutex<fastrand::Rng>,
}

/// What it answers to a text, whatever else it answers: no answer is a part of another.
#[must_use]
pub fn answer(text: &str) -> String {
    format!("You said: {text}!")
}

impl Agent {
    /// Starts it on a port of its own.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn start(manner: Manner, seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/agent", listener.local_addr().unwrap());
        let dice = Mutex::new(fastrand::Rng::with_seed(seed));
        let under_way = UnderWay::default();
        let thinking = Arc::new(Thinking { manner, under_way: under_way.clone(), dice });
        let router = Router::new().route("/agent", post(think)).with_state(thinking);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, under_way }
    }
}

async fn think(State(thinking): State<Arc<Thinking>>, body: Bytes) -> Response<Body> {
    let place = thinking.under_way.enter();
    if thinking.manner == Manner::Never {
        std::future::pending::<()>().await;
    }
    let (pause, whole) = {
        let mut dice = thinking.dice.lock().unwrap();
        (Duration::from_millis(dice.u64(20..200)), thinking.manner == Manner::Whole || dice.bool())
    };
    let turn: Value = serde_json::from_slice(&body).unwrap();
    let texts = turn["messages"].as_array().unwrap().iter().map(|message| message["text"].as_str().unwrap());
    let answers: Vec<_> = texts.map(answer).collect();
    if whole {
        // house: real time, because the process that asks is another one.
        sleep(pause).await;
        let messages: Vec<_> = answers.iter().map(|text| json!({ "text": text })).collect();
        return typed("application/json", json!({ "messages": messages }).to_string().into());
    }
    let text = answers.join(" ");
    let mut events: Vec<_> = text
        .as_bytes()
        .chunks(2)
        .map(|piece| format!("event: delta\ndata: {}\n\n", json!({ "text": String::from_utf8_lossy(piece) })))
        .collect();
    events.push("event: done\ndata: {}\n\n".into());
    let events = stream::iter(events).then(move |event| {
        let _here = &place;
        async move {
            // house: real time, because the process that reads is another one.
            sleep(pause).await;
            Ok::<_, Infallible>(event)
        }
    });
    typed("text/event-stream", Body::from_stream(events))
}

fn typed(content_type: &'static str, body: Body) -> Response<Body> {
    Response::builder().header(header::CONTENT_TYPE, content_type).body(body).unwrap()
}
