use futures_util::StreamExt;
use messaging_core::ErrorKind;
use messaging_slack::client::{conversations, users};
use serde_json::{Value, json};

use crate::script::{Script, fields};

fn page(members: &[&str], next: &str) -> Value {
    json!({ "ok": true, "members": members, "response_metadata": { "next_cursor": next } })
}

#[tokio::test]
async fn pages_follow_each_other_until_the_cursor_is_empty() {
    let script = Script::new().ok(&page(&["U1", "U2"], "a==")).ok(&page(&[], "b==")).ok(&page(&["U3"], ""));
    let client = script.slack().client().await.unwrap();
    let members = client.list(conversations::Members::new("C1")).collect().await.unwrap();
    assert_eq!(members, ["U1", "U2", "U3"]);
    let asked: Vec<_> = script.requests().iter().map(crate::script::Asked::form).collect();
    let first = [("channel", "C1"), ("limit", "200")];
    let at = |cursor| fields(&[&first[..], &[("cursor", cursor)]].concat());
    assert_eq!(asked, [fields(&first), at("a=="), at("b==")]);
}

#[tokio::test]
async fn no_more_pages_are_read_than_are_needed() {
    let script = Script::new().ok(&page(&["U1", "U2"], "a=="));
    let client = script.slack().client().await.unwrap();
    let members = conversations::Members::new("C1").limit(2_u32);
    assert_eq!(client.list(members).up_to(2).collect().await.unwrap(), ["U1", "U2"]);
    assert_eq!(script.request().field("limit").as_deref(), Some("2"));
}

#[tokio::test]
async fn a_circle_and_an_error_end_the_list() {
    let script = Script::new().ok(&page(&["U1"], "a")).ok(&page(&["U2"], "b")).ok(&page(&["U3"], "a"));
    let client = script.slack().client().await.unwrap();
    let error = client.list(conversations::Members::new("C1")).collect().await.unwrap_err();
    assert!(error.to_string().contains("conversations.members"), "{error}");
    let script = Script::new().ok(&page(&["U1"], "a")).ok(&page(&["U2"], "a"));
    let mut list = script.slack().client().await.unwrap().list(conversations::Members::new("C1"));
    assert_eq!(list.next().await.unwrap().unwrap(), "U1");
    let error = list.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("circle"), "{error}");
    assert!(list.next().await.is_none());

    let script = Script::new().ok(&json!({ "ok": false, "error": "invalid_cursor" }));
    let error = script.slack().client().await.unwrap().list(users::List::new()).collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
}
