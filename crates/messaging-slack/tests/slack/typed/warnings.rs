use messaging_core::message::Invoke;
use messaging_slack::client::{Answer, Call, chat, conversations};
use serde_json::json;

use crate::script::Script;

#[tokio::test]
async fn what_slack_warns_of_is_told_once() {
    let body = json!({ "ok": true, "channel": { "id": "C1" }, "warning": "already_in_channel,missing_charset",
        "response_metadata": { "warnings": ["missing_charset", "new"], "messages": ["[WARN] too long"] } });
    let script = Script::new().ok(&body);
    let joined = script.slack().client().await.unwrap().call(conversations::Join::new("C1")).await.unwrap();
    assert_eq!(joined.warnings, ["already_in_channel", "missing_charset", "new"]);
    assert_eq!(joined.messages, ["[WARN] too long"]);
    assert_eq!(joined.raw(), &body);
}

#[tokio::test]
async fn a_typed_call_passes_the_layers_of_a_messenger() {
    let script = Script::new().ok(&json!({ "ok": true, "channel": "C1", "ts": "1.000000" }));
    let update = chat::Update::new("C1", "1.000000").text("new");
    let invoke: Invoke = update.invoke().unwrap();
    let body = script.messenger().call(invoke).await.unwrap();
    let updated = Answer::read(&update, body).unwrap();
    assert_eq!(updated.value.ts.as_deref(), Some("1.000000"));
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/chat.update");
    assert_eq!(asked.json(), json!({ "channel": "C1", "ts": "1.000000", "text": "new" }));
}
