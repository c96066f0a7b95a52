//! Whatever comes in, an answer comes out.

use bytes::Bytes;
use fastrand::Rng;
use http::{Method, Request};
use serde_json::{Value, json};

use crate::workspace::{Workspace, read};

const PIECES: [&str; 24] = [
    "<",
    ">",
    "&",
    "&amp;",
    "<@",
    "|",
    "@bot",
    "@",
    "http://",
    "https://x",
    ".",
    "é",
    "🎉",
    "\u{0}",
    " ",
    "\n",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "=",
    "%2",
    "1503435956.000247",
];

fn noise(rng: &mut Rng) -> String {
    (0..rng.usize(..12)).map(|_| rng.choice(PIECES).unwrap()).collect()
}

fn value(rng: &mut Rng) -> Value {
    match rng.u32(..7) {
        0 => json!(rng.i64(-2..2_000)),
        1 => json!(rng.f64()),
        2 => json!(rng.bool()),
        3 => json!([{ "type": noise(rng), "text": noise(rng), "elements": [noise(rng), { "type": "button" }] }]),
        4 => json!({ "event_type": noise(rng), "event_payload": { noise(rng): noise(rng) }, "type": 1 }),
        _ => json!(noise(rng)),
    }
}

fn request(rng: &mut Rng, workspace: &Workspace) -> Request<Bytes> {
    let settings = workspace.settings();
    let methods = ["chat.postMessage", "conversations.history", "conversations.replies", "users.info", "api.test", ""];
    let names = [
        "text",
        "blocks",
        "metadata",
        "thread_ts",
        "limit",
        "cursor",
        "oldest",
        "latest",
        "inclusive",
        "ts",
        "user",
        "markdown_text",
        "attachments",
        "username",
        "reply_broadcast",
        "a[0]",
    ];
    let mut fields = serde_json::Map::new();
    for _ in 0..rng.usize(..5) {
        fields.insert(rng.choice(names).unwrap().to_owned(), value(rng));
    }
    fields.insert("channel".to_owned(), if rng.u32(..8) == 0 { value(rng) } else { json!(settings.channel) });
    let json = Value::Object(fields.clone()).to_string();
    let pairs =
        fields.iter().map(|(name, value)| (name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)));
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let (kind, body) = match rng.u32(..6) {
        0 => ("application/json", noise(rng)),
        1 | 2 => ("application/x-www-form-urlencoded", form),
        3 => ("application/x-www-form-urlencoded", noise(rng)),
        _ => ("application/json; charset=utf-8", json),
    };
    Request::builder()
        .method(if rng.u32(..20) == 0 { Method::PUT } else { Method::POST })
        .uri(format!("/api/{}", rng.choice(methods).unwrap()))
        .header("content-type", kind)
        .header("authorization", format!("Bearer {}", settings.bot_token))
        .body(body.into())
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn every_request_is_answered_in_slacks_envelope() {
    let (workspace, mut rng) = (Workspace::new(), Rng::with_seed(11));
    let mut good = 0;
    for round in 0..3_000 {
        let request = request(&mut rng, &workspace);
        let shown = format!("round {round}: {request:?}");
        let response = workspace.raw(request).await.unwrap_or_else(|error| panic!("{error} in {shown}"));
        let answer = read(&response);
        let ok = answer["ok"].as_bool().unwrap_or_else(|| panic!("{answer} in {shown}"));
        assert_eq!(answer["error"].is_string(), !ok, "{answer} in {shown}");
        good += u32::from(ok);
    }
    assert!((300..2_700).contains(&good), "{good} of 3,000 were fine: the noise says little");
}

#[tokio::test(start_paused = true)]
async fn people_may_type_anything() {
    let (workspace, mut rng) = (Workspace::new(), Rng::with_seed(12));
    for _ in 0..1_000 {
        let text = noise(&mut rng);
        if workspace.slack.write(workspace.ann(), &workspace.settings().channel, &text, None).is_ok() {
            assert_eq!(workspace.screen().last(), Some(&text));
        }
    }
    workspace.settle().await;
    let told = workspace.told();
    for event in told.iter().map(|told| &told.body["event"]).filter(|event| event["type"] == "message") {
        let text = event["text"].as_str().unwrap();
        let marks = text.replace(&format!("<@{}>", workspace.settings().bot_user_id), "").replace("<http", "");
        assert!(!marks.contains('<'), "{text}");
    }
    assert!(told.len() > 900);
}
