use bytes::Bytes;
use messaging_core::{ErrorKind, Reached};
use messaging_http::TransportError;
use messaging_slack::client::Upload;
use serde_json::{Value, json};

use crate::script::Script;

fn ticket(url: &str) -> Value {
    json!({ "ok": true, "upload_url": url, "file_id": "F1" })
}

const URL: &str = "https://files.slack.com/upload/v1/canary2";

fn upload() -> Upload {
    Upload::new("a.png", Bytes::from_static(b"\x89PNG")).titled("A").shown_in("C1").in_thread("1.0").saying("see")
}

#[tokio::test]
async fn a_file_goes_in_three_steps() {
    let done = json!({ "ok": true, "files": [{ "id": "F1", "title": "A" }], "warning": "w" });
    let script = Script::new().ok(&ticket(URL)).status(200, &[], "OK - 4").ok(&done);
    let file = script.slack().client().await.unwrap().upload(upload()).await.unwrap();
    assert_eq!((file.value.id.as_deref(), file.warnings), (Some("F1"), vec!["w".to_owned()]));
    let asked = script.raw_requests();
    assert_eq!(asked[0].body(), "filename=a.png&length=4");
    assert_eq!((asked[1].uri().to_string().as_str(), &asked[1].body()[..]), (URL, &b"\x89PNG"[..]));
    assert!(asked[1].headers().get("authorization").is_none(), "the token stays here");
    let form: Vec<_> = form_urlencoded::parse(asked[2].body()).into_owned().collect();
    let expected = [
        ("channel_id", "C1"),
        ("files", r#"[{"id":"F1","title":"A"}]"#),
        ("initial_comment", "see"),
        ("thread_ts", "1.0"),
    ];
    assert_eq!(form, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[tokio::test]
async fn bytes_go_to_slack_or_the_base_alone() {
    for url in ["https://files.slack.com.evil.test/x", "http://files.slack.com/x", "https://10.0.0.1/x", "x"] {
        let script = Script::new().ok(&ticket(url));
        let error = script.slack().client().await.unwrap().upload(upload()).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{url}");
        assert_eq!(script.raw_requests().len(), 1);
    }
    let done = json!({ "ok": true, "files": [{ "id": "F1" }] });
    let script = Script::new().ok(&ticket("http://slack.test/upload/x")).status(200, &[], "OK").ok(&done);
    script.slack().client().await.unwrap().upload(upload()).await.unwrap();
}

#[tokio::test]
async fn before_the_last_step_nothing_has_happened() {
    for script in [
        Script::new().fails(TransportError::maybe_sent("reset")),
        Script::new().ok(&ticket(URL)).status(500, &[], "oops"),
        Script::new().ok(&ticket(URL)).status(302, &[("location", "https://evil.test/")], ""),
        Script::new().ok(&ticket(URL)).fails(TransportError::maybe_sent("reset").timed_out()),
    ] {
        let error = script.slack().client().await.unwrap().upload(upload()).await.unwrap_err();
        assert_eq!(error.reached(), Reached::NotSent, "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn an_open_end_is_looked_up() {
    let open = || Script::new().ok(&ticket(URL)).status(200, &[], "OK").fails(TransportError::maybe_sent("reset"));
    let shared = json!({ "ok": true, "file": { "id": "F1", "shares": { "public": { "C1": [{ "ts": "1.0" }] } } } });
    let file = open().ok(&shared).slack().client().await.unwrap().upload(upload()).await.unwrap();
    assert_eq!(file.value.id.as_deref(), Some("F1"));
    let elsewhere = json!({ "ok": true, "file": { "id": "F1", "shares": {}, "channels": ["C2"] } });
    let gone = json!({ "ok": false, "error": "file_not_found" });
    for looked in [elsewhere, gone] {
        let error = open().ok(&looked).slack().client().await.unwrap().upload(upload()).await.unwrap_err();
        assert_eq!(error.reached(), Reached::MaybeSent, "{error}");
    }
    // A verdict is believed, and nothing is looked up.
    let no = json!({ "ok": false, "error": "not_in_channel" });
    let script = Script::new().ok(&ticket(URL)).status(200, &[], "OK").ok(&no);
    let error = script.slack().client().await.unwrap().upload(upload()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unauthorized, Reached::Answered));
}

#[tokio::test]
async fn what_cannot_be_uploaded_is_refused() {
    let mut nowhere = upload();
    nowhere.channel = None;
    for upload in [Upload::new("a.png", Bytes::new()), nowhere] {
        let script = Script::new();
        let error = script.slack().client().await.unwrap().upload(upload).await.unwrap_err();
        assert_eq!((error.kind(), script.raw_requests().len()), (ErrorKind::Invalid, 0));
    }
}
