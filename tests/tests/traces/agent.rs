//! An HTTP agent that does what a text asks for, and remembers on whose behalf it was asked.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, Response, StatusCode, header},
    routing::post,
};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// What it was told in `traceparent`, by text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(Arc<Mutex<BTreeMap<String, String>>>);

impl Asked {
    pub(crate) fn about(&self, text: &str) -> String {
        self.0.lock().unwrap()[text].clone()
    }
}

/// Starts it; returns what `[agent]` names.
pub(crate) async fn start() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/agent", listener.local_addr().unwrap());
    let asked = Asked::default();
    let router = Router::new().route("/agent", post(answer)).with_state(asked.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, asked)
}

async fn answer(State(asked): State<Asked>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let turn: Value = serde_json::from_slice(&body).unwrap();
    let text = turn["messages"][0]["text"].as_str().unwrap().to_owned();
    let told = headers.get("traceparent").map_or("", |value| value.to_str().unwrap()).to_owned();
    asked.0.lock().unwrap().insert(text.clone(), told);
    let answer = Response::builder();
    let typed = |kind| Response::builder().header(header::CONTENT_TYPE, kind);
    match text.trim_start_matches("@bot ") {
        "refuse" => answer.status(StatusCode::UNPROCESSABLE_ENTITY).body("no".into()).unwrap(),
        "be silent" => answer.status(StatusCode::NO_CONTENT).body(Body::empty()).unwrap(),
        "stream" => {
            let pieces = ["one ", "two ", "three"].map(|text| {
                let data = json!({ "text": text });
                format!("event: delta\ndata: {data}\n\n")
            });
            let pieces = stream::iter(pieces.into_iter().chain(["event: done\ndata: {}\n\n".into()]));
            let pieces = pieces.then(async |piece| {
                // house: real time, because the process that reads is another one.
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                Ok::<_, std::convert::Infallible>(piece)
            });
            typed("text/event-stream").body(Body::from_stream(pieces)).unwrap()
        }
        text => {
            let body = json!({ "messages": [{ "text": format!("re: {text}") }] });
            typed("application/json").body(body.to_string().into()).unwrap()
        }
    }
}
