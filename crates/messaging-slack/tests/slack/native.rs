use messaging_core::{ErrorKind, Reached, message::Invoke};
use serde_json::json;

use crate::script::{Script, fields};

fn invoke(method: &str, payload: serde_json::Value) -> Invoke {
    Invoke { method: method.to_owned(), payload }
}

#[tokio::test]
async fn writing_methods_get_json() {
    let answer = json!({ "ok": true, "channel": "C1", "ts": "1.000000", "more": [1] });
    let script = Script::new().ok(&answer);
    let payload = json!({ "channel": "C1", "ts": "1.000000", "blocks": [{ "type": "divider" }] });
    assert_eq!(script.messenger().call(invoke("chat.update", payload.clone())).await.unwrap(), answer);
    let asked = script.request();
    assert_eq!((asked.url.as_str(), asked.json()), ("http://slack.test/api/chat.update", payload));
}

#[tokio::test]
async fn the_rest_gets_a_form_with_nested_json() {
    let script = Script::new().ok(&json!({ "ok": true })).ok(&json!({ "ok": true }));
    let payload = json!({ "user": "U1 &", "flag": true, "limit": 5, "files": [{ "id": "F1" }], "none": null });
    script.messenger().call(invoke("files.completeUploadExternal", payload)).await.unwrap();
    script.messenger().call(invoke("auth.test", json!(null))).await.unwrap();
    let asked = script.requests();
    let expected = fields(&[("user", "U1 &"), ("flag", "true"), ("limit", "5"), ("files", r#"[{"id":"F1"}]"#)]);
    assert_eq!(asked[0].form(), expected);
    assert_eq!(asked[1].form(), []);
}

#[tokio::test]
async fn what_is_no_call_is_refused_and_a_no_is_a_no() {
    for request in [invoke("../oauth", json!({})), invoke("users.info", json!([])), invoke("", json!({}))] {
        let script = Script::new();
        let error = script.messenger().call(request).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent));
        assert!(script.requests().is_empty());
    }
    let script = Script::new().ok(&json!({ "ok": false, "error": "user_not_found" }));
    let error = script.messenger().call(invoke("users.info", json!({ "user": "U1" }))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let docs = error.vendor().unwrap().docs.as_deref();
    assert_eq!(docs, Some("https://docs.slack.dev/reference/methods/users.info"));
}
