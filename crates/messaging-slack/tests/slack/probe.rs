use messaging_core::{ErrorKind, Reached};
use messaging_slack::doctor::SecondPost;
use serde_json::{Value, json};

use crate::script::Script;

const ID: &str = "968c94da-c271-4f2a-8ec9-12a9985e5df4";

fn posted(ts: &str) -> Value {
    json!({ "ok": true, "channel": "C1", "ts": ts })
}

fn no(code: &str) -> Value {
    json!({ "ok": false, "error": code })
}

#[tokio::test]
async fn a_workspace_is_asked_what_it_does_with_copies() {
    let ok = json!({ "ok": true });
    for (second, deleted, expected) in [
        (posted("2.0"), 2, SecondPost::Doubled),
        (posted("1.0"), 1, SecondPost::Dropped),
        (no("duplicate_message_not_found"), 1, SecondPost::Refused("duplicate_message_not_found".to_owned())),
    ] {
        let script = Script::new().ok(&posted("1.0")).ok(&second).ok(&ok).ok(&ok);
        let probed = script.slack().probe_idempotency("C1", ID).await.unwrap();
        assert_eq!((probed.second, probed.left), (expected, Vec::<String>::new()));
        let asked = script.requests();
        assert_eq!(asked.len(), 2 + deleted);
        assert_eq!(asked[0], asked[1]);
        assert_eq!(
            (asked[0].json()["client_msg_id"].clone(), asked[0].json()["channel"].clone()),
            (json!(ID), json!("C1"))
        );
        assert!(asked[2..].iter().all(|asked| asked.url.ends_with("/api/chat.delete")));
    }
}

#[tokio::test]
async fn what_cannot_be_deleted_is_named_and_what_fails_is_told() {
    let script =
        Script::new().ok(&posted("1.0")).ok(&posted("2.0")).ok(&no("cant_delete_message")).ok(&json!({ "ok": true }));
    assert_eq!(script.slack().probe_idempotency("C1", ID).await.unwrap().left, ["1.0"]);
    let script = Script::new().ok(&no("not_in_channel"));
    assert_eq!(script.slack().probe_idempotency("C1", ID).await.unwrap_err().kind(), ErrorKind::Unauthorized);
    // The second one's end is open: the first is deleted all the same.
    let script = Script::new().ok(&posted("1.0")).ok(&no("internal_error")).ok(&json!({ "ok": true }));
    let error = script.slack().probe_idempotency("C1", ID).await.unwrap_err();
    assert_eq!((error.reached(), script.requests().len()), (Reached::MaybeSent, 3));
}
