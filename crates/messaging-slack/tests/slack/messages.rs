use messaging_core::{
    ErrorKind, Page, UnixMillis,
    message::{FetchMessage, ListMessages, Message},
};
use messaging_slack::{channel, thread};
use serde_json::{Value, json};

use crate::script::{Script, fields};

fn message(ts: &str) -> Value {
    json!({ "type": "message", "user": "U1", "text": "a &amp; <@U2|ben>", "ts": ts })
}

fn page(messages: &[Value], next: &str) -> Value {
    json!({ "ok": true, "messages": messages, "has_more": !next.is_empty(), "response_metadata": { "next_cursor": next } })
}

#[tokio::test]
async fn one_message_is_asked_for_by_its_ts() {
    let script = Script::new().ok(&page(&[message("1610261659.001400")], ""));
    let request = FetchMessage { conversation: channel("T1", "C1"), id: "1610261659.001400".into() };
    let found = script.messenger().call(request).await.unwrap();
    assert_eq!((found.id.as_str(), found.author.id.as_str()), ("1610261659.001400", "U1"));
    assert_eq!(found.content.text, "a & @ben");
    assert_eq!(found.sent_at, Some(UnixMillis(1_610_261_659_001)));
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/conversations.history");
    let expected = [("channel", "C1"), ("latest", "1610261659.001400"), ("inclusive", "true"), ("limit", "1")];
    assert_eq!(asked.form(), fields(&[&expected[..], &[("include_all_metadata", "true")]].concat()));
}

#[tokio::test]
async fn the_message_before_is_not_the_message() {
    let script = Script::new().ok(&page(&[message("1610261658.000000")], ""));
    let request = FetchMessage { conversation: channel("T1", "C1"), id: "1610261659.001400".into() };
    let error = script.messenger().call(request).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.to_string().contains("thread:"), "{error}");
}

#[tokio::test]
async fn a_reply_is_found_beside_its_root() {
    let mut reply = message("1610261700.000200");
    reply["thread_ts"] = json!("1610261659.001400");
    let script = Script::new().ok(&page(&[message("1610261659.001400"), reply], ""));
    let place = thread("T1", "C1", "1610261659.001400");
    let request = FetchMessage { conversation: place, id: "1610261700.000200".into() };
    let found = script.messenger().call(request).await.unwrap();
    assert_eq!(found.thread.unwrap().as_str(), "1610261659.001400");
    let asked = script.request();
    assert_eq!(asked.url, "http://slack.test/api/conversations.replies");
    assert_eq!(asked.field("ts").unwrap(), "1610261659.001400");
    assert_eq!((asked.field("oldest"), asked.field("latest")), (asked.field("latest"), asked.field("oldest")));
}

fn ids(page: &Page<Message>) -> Vec<&str> {
    page.items.iter().map(|message| message.id.as_str()).collect()
}

#[tokio::test]
async fn a_channel_is_paged_by_cursor_until_it_is_too_old() {
    let script = Script::new()
        .ok(&page(&[message("4.000000"), message("3.000000")], "dXNlcjpVMDYx="))
        .ok(&page(&[message("2.000000"), message("1.000000")], "older"));
    let mut request = ListMessages::of(channel("T1", "C1"));
    request.limit = Some(2);
    request.not_before = Some(UnixMillis(2_000));
    let first = script.messenger().call(request.clone()).await.unwrap();
    assert_eq!(ids(&first), ["4.000000", "3.000000"]);
    request.cursor = first.next;
    let second = script.messenger().call(request).await.unwrap();
    assert_eq!((ids(&second), second.next.as_deref()), (vec!["2.000000"], None));
    let asked = script.requests();
    let expected = [("channel", "C1"), ("limit", "2"), ("include_all_metadata", "true")];
    assert_eq!(asked[0].form(), fields(&expected));
    assert_eq!(asked[1].form(), fields(&[&expected[..], &[("cursor", "dXNlcjpVMDYx=")]].concat()));
    assert!(asked[1].body.contains("cursor=dXNlcjpVMDYx%3D"));
}

#[tokio::test]
async fn a_thread_is_told_from_its_end() {
    let [root, two, three, four, five] = [1, 2, 3, 4, 5].map(|second| message(&format!("{second}.000000")));
    // The root comes with every page, whatever the bounds.
    let script = Script::new()
        .ok(&page(&[root.clone(), two.clone(), three.clone()], "more"))
        .ok(&page(&[root.clone(), four.clone(), five], ""))
        .ok(&page(&[root, two, three, four], ""));
    let mut request = ListMessages::of(thread("T1", "C1", "1.000000"));
    request.limit = Some(2);
    let first = script.messenger().call(request.clone()).await.unwrap();
    assert_eq!((ids(&first), first.next.as_deref()), (vec!["5.000000", "4.000000"], Some("4.000000")));
    request.cursor = first.next;
    request.not_before = Some(UnixMillis(2_000));
    let second = script.messenger().call(request).await.unwrap();
    assert_eq!((ids(&second), second.next.as_deref()), (vec!["3.000000", "2.000000"], None));
    let asked = script.requests();
    assert_eq!(asked[1].field("cursor").unwrap(), "more");
    assert_eq!(asked[2].field("latest").unwrap(), "4.000000");
    assert_eq!(asked[2].field("oldest").unwrap(), "2.000000");
}

#[tokio::test]
async fn a_root_told_twice_is_one_message() {
    let script = Script::new()
        .ok(&page(&[message("1.000000"), message("2.000000")], "more"))
        .ok(&page(&[message("1.000000"), message("3.000000")], ""));
    let page = script.messenger().call(ListMessages::of(thread("T1", "C1", "1.000000"))).await.unwrap();
    assert_eq!((ids(&page), page.next.as_deref()), (vec!["3.000000", "2.000000", "1.000000"], None));
}

#[tokio::test]
async fn a_thread_without_an_end_is_given_up() {
    let script = (0..10).fold(Script::new(), |script, _| script.ok(&page(&[message("1.000000")], "again")));
    let error = script.messenger().call(ListMessages::of(thread("T1", "C1", "1.000000"))).await.unwrap_err();
    assert!(error.to_string().contains("not_before"), "{error}");
    assert_eq!(script.requests().len(), 10);
}
