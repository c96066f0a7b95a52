//! Web chat through cut connections and `kill -9`: no message is lost and none is repeated.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeSet, fs};

use http::Request;
use messaging_http::{ClientSettings, Transport, client};
use messaging_tests::{
    console::{ask, get},
    process::{Process, Scratch, free_port},
    served::eventually,
    sse::EventStream,
};
use serde_json::{Value, json};

async fn post(client: &Transport, url: &str, body: &Value) -> Value {
    let request = Request::post(url).header("content-type", "application/json");
    let answer = ask(client, request, body.to_string()).await.expect("an answer");
    assert!(answer.status().is_success(), "{} {:?}", answer.status(), answer.body());
    serde_json::from_slice(answer.body()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_line_and_a_killed_server_neither_lose_nor_repeat() {
    let scratch = Scratch::new("web-chat");
    let port = free_port();
    let console = free_port();
    let config = format!(
        "public_url = \"http://127.0.0.1:{port}\"\nlisten = \"127.0.0.1:{port}\"\nconsole = \"127.0.0.1:{console}\"\n\
         [agent]\nbuiltin = \"echo-plus\"\n[accounts.web]\nprovider = \"web\"\n"
    );
    fs::write(scratch.file("messaging.toml"), config).unwrap();
    let (host, base) = (format!("127.0.0.1:{port}"), format!("http://127.0.0.1:{port}"));
    let client = client(ClientSettings::default()).unwrap();
    let folder = scratch.file(".");
    let ready = async || get(&client, &format!("{base}/readyz"), "").await.is_some();
    let mut serve = Process::start(&folder, &["serve"], &[]);
    eventually("ready", &ready, |ready| *ready).await;

    let visitor =
        post(&client, &format!("{base}/chat/visitors"), &json!({})).await["visitor"].as_str().unwrap().to_owned();
    let path = format!("/chat/events?visitor={visitor}");
    let (mut seen, mut last) = (Vec::new(), None::<String>);
    for round in 0..6 {
        let said = json!({ "visitor": visitor, "client_id": format!("c{round}"), "text": format!("message {round}") });
        let first = post(&client, &format!("{base}/chat/messages"), &said).await;
        if round % 2 == 1 {
            serve.kill();
            serve = Process::start(&folder, &["serve"], &[]);
            eventually("ready again", &ready, |ready| *ready).await;
        }
        // The page is not sure that it was heard, and says it again.
        assert_eq!(post(&client, &format!("{base}/chat/messages"), &said).await, first, "the same answer");
        let mut stream = EventStream::open(&host, &path, last.as_deref()).await;
        loop {
            let (id, record) = stream.next().await;
            let answered =
                record["role"] == "assistant" && record["text"].as_str().unwrap().contains(&format!("message {round}"));
            seen.push((record["role"].clone(), record["text"].clone()));
            last = Some(id);
            if answered {
                break;
            }
        }
    }
    let distinct: BTreeSet<_> = seen.iter().map(|(role, text)| format!("{role}{text}")).collect();
    assert_eq!((seen.len(), distinct.len()), (12, 12), "{seen:?}");
    for (round, pair) in seen.chunks(2).enumerate() {
        assert!(pair.iter().all(|(_, text)| text.as_str().unwrap().contains(&format!("message {round}"))), "{seen:?}");
    }

    // From the beginning, the same story once more.
    let mut stream = EventStream::open(&host, &path, None).await;
    for expected in &seen {
        let (_, record) = stream.next().await;
        assert_eq!((&record["role"], &record["text"]), (&expected.0, &expected.1));
    }
    assert_eq!(serve.terminate(), Some(0), "a clean drain ends the streams");
}
