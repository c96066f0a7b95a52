use messaging_core::{
    ErrorKind, SendMessage, UnixMillis,
    message::{Content, FindSend, Found, Media, Receipt},
};
use messaging_twilio::{conversation, direct};
use serde_json::{Value, json};

use crate::scripted::{AC, Answer, CH, MG, OURS, Script, THEIRS, listed, refuses, texts};

/// Fri, 24 May 2019 17:44:46.500 UTC.
const SENT: UnixMillis = UnixMillis(1_558_719_886_500);

fn find(message: SendMessage) -> FindSend {
    FindSend { intent: "run-7/1".into(), message, not_before: SENT, known: vec!["SM9".into()] }
}

fn text(sid: &str, time: &str, body: &str) -> Value {
    json!({
        "sid": sid, "from": OURS, "to": THEIRS, "body": body, "direction": "outbound-api", "num_media": "0",
        "status": "queued", "date_created": format!("Fri, 24 May 2019 {time} +0000"), "date_sent": null,
    })
}

async fn looked(content: impl Into<Content>, answers: Vec<Answer>) -> Found {
    let script = Script::new(answers);
    let found = script.client().call(find(SendMessage::new(direct(OURS, THEIRS), content))).await.unwrap();
    script.asked();
    found
}

fn happened(sid: &str) -> Found {
    Found::Happened(Receipt::of(sid))
}

#[tokio::test]
async fn a_text_is_found_by_who_when_and_what() {
    let mut inbound = text("SM7", "17:44:46", "hi");
    inbound["direction"] = json!("inbound");
    let rows = json!([
        text("SM2", "17:44:59", "hi"),
        text("SM1", "17:44:46", "hi"),
        text("SM9", "17:44:46", "hi"),
        text("SM8", "17:44:46", "hello"),
        text("SM6", "17:43:45", "hi"),
        inbound,
    ]);
    let script = Script::new([texts(&rows, None)]);
    let found = script.client().call(find(SendMessage::new(direct(OURS, THEIRS), "hi"))).await.unwrap();
    // The first of two that nobody accounted for: SM9 is known, SM6 is too old.
    assert_eq!(found, happened("SM1"));
    let wanted = format!(
        "GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json\
         ?To=%2B15550100777&From=%2B15550100001&PageSize=1000"
    );
    assert_eq!(script.asked(), [wanted]);
}

#[tokio::test]
async fn what_is_not_there_did_not_happen() {
    let others = json!([text("SM9", "17:44:46", "hi"), text("SM6", "17:43:45", "hi"), text("SM8", "17:44:46", "ho")]);
    assert_eq!(looked("hi", vec![texts(&others, None)]).await, Found::DidNot);
    assert_eq!(looked("hi", vec![texts(&json!([]), None)]).await, Found::DidNot);
}

/// A host may be a minute ahead of Twilio.
#[tokio::test]
async fn a_clock_ahead_of_twilio_finds_what_it_sent() {
    let row = json!([text("SM1", "17:43:47", "hi")]);
    assert_eq!(looked("hi", vec![texts(&row, None)]).await, happened("SM1"));
}

#[tokio::test]
async fn a_trial_account_s_prefix_is_not_ours() {
    let row = json!([text("SM1", "17:44:47", "Sent from your Twilio trial account - hi")]);
    assert_eq!(looked("hi", vec![texts(&row, None)]).await, happened("SM1"));
}

#[tokio::test]
async fn what_cannot_be_compared_leaves_doubt() {
    // Redacted; without a date; rendered by Twilio.
    assert_eq!(looked("hi", vec![texts(&json!([text("SM1", "17:44:47", "")]), None)]).await, Found::CannotTell);
    assert_eq!(looked("hi", vec![texts(&json!([text("SM1", "noon", "hi")]), None)]).await, Found::CannotTell);
    let mut template = Content::text("hi");
    template.native = Some(json!({ "ContentSid": "HX1" }));
    assert_eq!(looked(template, vec![]).await, Found::CannotTell);
}

#[tokio::test]
async fn a_file_without_words_is_found_by_its_count() {
    let mut file = Content::text("");
    file.media = vec![Media::at("https://x.test/a.png")];
    let mut row = text("MM1", "17:44:47", "");
    assert_eq!(looked(file.clone(), vec![texts(&json!([row]), None)]).await, Found::CannotTell);
    row["num_media"] = json!("1");
    assert_eq!(looked(file, vec![texts(&json!([row]), None)]).await, happened("MM1"));
}

#[tokio::test]
async fn a_service_s_texts_are_told_apart() {
    let mut mine = text("SM2", "17:44:50", "hi");
    mine["messaging_service_sid"] = json!(MG);
    let script = Script::new([texts(&json!([mine, text("SM1", "17:44:47", "hi")]), None), texts(&json!([]), None)]);
    let client = script.client();
    let find = find(SendMessage::new(direct(MG, THEIRS), "hi"));
    assert_eq!(client.call(find.clone()).await.unwrap(), happened("SM2"));
    assert_eq!(client.call(find).await.unwrap(), Found::DidNot);
    let path = format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json?To=%2B15550100777");
    let wanted = format!("{path}&PageSize=1000");
    assert_eq!(script.asked(), [wanted.clone(), wanted]);
}

#[tokio::test]
async fn a_list_of_texts_is_read_to_its_end_but_not_for_ever() {
    let next = format!("/2010-04-01/Accounts/{AC}/Messages.json?PageToken=PA1");
    let page = |rows: Value| texts(&rows, Some(&next));
    let script = Script::new([page(json!([])), texts(&json!([text("SM1", "17:44:47", "hi")]), None)]);
    let found = script.client().call(find(SendMessage::new(direct(OURS, THEIRS), "hi"))).await.unwrap();
    assert_eq!((found, script.asked()[1].clone()), (happened("SM1"), format!("GET https://api.twilio.com{next}")));
    assert_eq!(looked("hi", (0..5).map(|_| page(json!([]))).collect()).await, Found::CannotTell);
    // Newest first: beyond a page that is older than the send there is nothing of it.
    assert_eq!(looked("hi", vec![page(json!([text("SM1", "17:00:00", "hi")]))]).await, Found::DidNot);
}

fn chat(sid: &str, second: u32, attributes: &str) -> Value {
    json!({ "sid": sid, "author": "assistant", "body": "hi", "attributes": attributes, "date_created": format!("2019-05-24T17:44:{second:02}Z") })
}

#[tokio::test]
async fn a_conversation_s_message_is_found_by_our_mark() {
    let next = format!("https://conversations.twilio.com/v1/Conversations/{CH}/Messages?PageToken=1");
    let send = || find(SendMessage::new(conversation(CH), "hi"));
    let first = json!([chat("IM4", 59, "{}"), chat("IM3", 58, "not JSON")]);
    let marked = json!([chat("IM2", 50, r#"{"from":"x","mid":"run-7/1"}"#), chat("IM1", 47, r#"{"mid":"run-6/1"}"#)]);
    let script = Script::new([listed("messages", &first, Some(&next)), listed("messages", &marked, Some(&next))]);
    assert_eq!(script.client().call(send()).await.unwrap(), happened("IM2"));
    let path = format!("GET https://conversations.twilio.com/v1/Conversations/{CH}/Messages?Order=desc&PageSize=100");
    assert_eq!(script.asked(), [path, format!("GET {next}")]);

    // Nothing is read beyond the moment of the send.
    let mut earlier = chat("IM0", 0, "{}");
    earlier["date_created"] = json!("2019-05-24T17:43:45Z");
    let old = json!([chat("IM4", 59, "{}"), earlier]);
    let script = Script::new([listed("messages", &old, Some(&next))]);
    assert_eq!(script.client().call(send()).await.unwrap(), Found::DidNot);
    assert_eq!(script.asked().len(), 1);

    let endless = (0..10).map(|_| listed("messages", &first, Some(&next)));
    let script = Script::new(endless);
    assert_eq!(script.client().call(send()).await.unwrap(), Found::CannotTell);
    assert_eq!(script.asked().len(), 10);
}

#[tokio::test]
async fn a_refused_look_is_an_error_and_no_verdict() {
    for (status, kind) in [(404, ErrorKind::NotFound), (429, ErrorKind::RateLimited), (503, ErrorKind::Unavailable)] {
        let script = Script::new([refuses(status, status.into(), "no")]);
        let error = script.client().call(find(SendMessage::new(conversation(CH), "hi"))).await.unwrap_err();
        assert_eq!(error.kind(), kind);
    }
    let unreadable = Script::new([texts(&Value::Null, None)]);
    let error = unreadable.client().call(find(SendMessage::new(direct(OURS, THEIRS), "hi"))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unexpected);
    let elsewhere = Script::new([listed("messages", &json!([]), Some("https://evil.test/Messages"))]);
    let found = elsewhere.client().call(find(SendMessage::new(conversation(CH), "hi"))).await;
    assert_eq!(found.unwrap_err().kind(), ErrorKind::Invalid);
    assert_eq!(elsewhere.asked().len(), 1);
}
