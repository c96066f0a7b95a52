//! Finding a message of a conversation again that could not carry our id.

use messaging_core::{
    SendMessage, UnixMillis,
    message::{Content, FindSend, Found, Media, Receipt},
};
use messaging_twilio::conversation;
use serde_json::{Value, json};

use crate::scripted::{CH, Script, listed};

const ME: &str = "ME00000000000000000000000000000001";

fn said(sid: &str, body: &str, attributes: &str, seconds: u32) -> Value {
    json!({
        "sid": sid, "author": "assistant", "body": body, "attributes": attributes,
        "date_created": format!("2026-11-20T12:00:{seconds:02}Z"),
    })
}

/// Looks for a message sent at 12:00:30.
async fn find(message: SendMessage, known: &[&str], rows: Value) -> Found {
    let find = FindSend {
        intent: "i1".into(),
        message,
        not_before: UnixMillis(1_795_176_030_000),
        known: known.iter().map(|id| (*id).into()).collect(),
    };
    Script::new([listed("messages", &rows, None)]).client().call(find).await.unwrap()
}

fn native(fields: Value) -> SendMessage {
    let mut content = Content::text("hi");
    content.native = Some(fields);
    SendMessage::new(conversation(CH), content)
}

fn happened(sid: &str) -> Found {
    Found::Happened(Receipt::of(sid))
}

#[tokio::test]
async fn it_is_known_by_author_words_and_count() {
    let list = || native(json!({ "Attributes": "[1]" }));
    let mut earlier = said("IM1", "hi", "[1]", 0);
    earlier["date_created"] = json!("2026-11-20T11:59:29Z");
    let rows = json!([
        said("IM5", "hi", "[1]", 40),
        said("IM4", "hi", "[2]", 35),
        said("IM3", "hi", "[1]", 31),
        said("IM2", "ho", "[1]", 31),
        earlier,
    ]);
    assert_eq!(find(list(), &[], rows.clone()).await, happened("IM3"));
    assert_eq!(find(list(), &["IM3"], rows.clone()).await, happened("IM5"));
    assert_eq!(find(list(), &["IM3", "IM5"], rows.clone()).await, Found::DidNot);
    assert_eq!(find(list().by("ann"), &[], rows.clone()).await, Found::DidNot);
    let full = json!({ "a": "x".repeat(4_088) });
    let mut message = SendMessage::new(conversation(CH), "hi");
    message.attributes = full.as_object().unwrap().clone();
    let row = said("IM6", "hi", &full.to_string(), 30);
    assert_eq!(find(message.clone(), &[], json!([row])).await, happened("IM6"));
    assert_eq!(find(message, &[], rows).await, Found::DidNot);
}

#[tokio::test]
async fn a_template_and_a_file_are_known_by_their_sid() {
    let hx = "HX00000000000000000000000000000001";
    let template = native(json!({ "ContentSid": hx, "Attributes": "[1]" }));
    let mut made = said("IM1", "Hello Ann", "[1]", 30);
    assert_eq!(find(template.clone(), &[], json!([made])).await, Found::DidNot);
    made["content_sid"] = json!(hx);
    assert_eq!(find(template, &[], json!([made])).await, happened("IM1"));
    let mut file = native(json!({ "Attributes": "[1]" }));
    file.content.media.push(Media::at(ME));
    let mut made = said("IM2", "hi", "[1]", 30);
    assert_eq!(find(file.clone(), &[], json!([made])).await, Found::DidNot);
    made["media"] = json!([{ "sid": ME }]);
    assert_eq!(find(file, &[], json!([made])).await, happened("IM2"));
}

#[tokio::test]
async fn our_id_counts_whatever_else_is_alike() {
    let message = SendMessage::new(conversation(CH), "hi");
    let rows =
        json!([said("IM2", "edited since", "{\"mid\":\"i1\",\"from\":\"Ann\"}", 31), said("IM1", "hi", "{}", 30),]);
    assert_eq!(find(message.clone(), &[], rows).await, happened("IM2"));
    assert_eq!(find(message, &[], json!([said("IM1", "hi", "{}", 30)])).await, Found::DidNot);
}
