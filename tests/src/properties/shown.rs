use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::{
    Messenger, SendMessage,
    message::{Action, Content, Media},
    text::fit,
};
use messaging_http::Transport;
use messaging_slack::{Slack, SlackConfig, dm};
use serde_json::Value;

use super::{lossy, pieces, run};

/// What an agent writes calls nobody and keeps Slack's limits, as text and as blocks, whole and in parts.
pub(super) fn slack_message(data: &[u8]) {
    let [text, label, name] = pieces(data).map(lossy);
    let mut content = Content::text(text);
    if !name.is_empty() {
        let mut media = Media::at("https://x.test/a.pdf");
        media.name = Some(name);
        content.media.push(media);
    }
    let label: String = label.chars().take(60).collect();
    if !label.trim().is_empty() {
        content.actions.push(Action::new(label, "v"));
    }
    let sent = Arc::<Mutex<Vec<Value>>>::default();
    let heard = Arc::clone(&sent);
    let slack = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
        heard.lock().expect("no panic").push(serde_json::from_slice(request.body()).expect("JSON"));
        async { Ok(Response::new(Bytes::from_static(br#"{"ok":true,"ts":"1.000000"}"#))) }
    }));
    let slack = Messenger::new(Slack::new(SlackConfig::new("xoxb-1", "s"), slack).expect("settings"));
    let message = SendMessage::new(dm("T1", "D1"), content);
    let Ok(parts) = fit(&message, &slack.provider().limits(&message)) else { return };
    for part in parts.into_iter().filter(|part| !part.content.is_empty()) {
        run(slack.send(part)).expect("what fits is sent");
    }
    for body in sent.lock().expect("no panic").iter() {
        assert_calls_nobody(body, "");
        let blocks = body["blocks"].as_array().map(Vec::as_slice).unwrap_or_default();
        let length = body["text"].as_str().unwrap_or_default().chars().count();
        assert!(length <= 4_000 && blocks.len() <= 50, "{body}");
        let tables = blocks.iter().filter(|block| block["type"] == "table").count();
        assert!(tables <= 1 && !body.to_string().contains(r#""elements":[]"#), "{body}");
    }
}

/// No string that is shown mentions anybody.
fn assert_calls_nobody(value: &Value, key: &str) {
    match value {
        Value::String(text) if !["value", "url", "image_url"].contains(&key) => {
            for call in ["<!channel", "<!here", "<!everyone", "<!subteam", "<!date", "<@U", "<#C"] {
                assert!(!text.contains(call), "{key}: {text:?}");
            }
        }
        Value::Array(list) => list.iter().for_each(|value| assert_calls_nobody(value, key)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| assert_calls_nobody(value, key)),
        _ => {}
    }
}
