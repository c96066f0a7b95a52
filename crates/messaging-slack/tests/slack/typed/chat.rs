use messaging_slack::client::{Seconds, chat};
use serde_json::json;

use super::check;

const TS: &str = "1503435956.000247";

#[tokio::test]
async fn messages_are_posted() {
    let call = chat::PostMessage::new("C1")
        .text("hi")
        .blocks(json!([{ "type": "divider" }]))
        .thread_ts(TS)
        .reply_broadcast(true)
        .metadata(json!({ "event_type": "x", "event_payload": {} }))
        .unfurl_links(false)
        .unfurl_media(false);
    let expected = json!({ "channel": "C1", "text": "hi", "blocks": [{ "type": "divider" }], "thread_ts": TS,
        "reply_broadcast": true, "metadata": { "event_type": "x", "event_payload": {} },
        "unfurl_links": false, "unfurl_media": false });
    let message = json!({ "type": "message", "user": "U0BOT", "ts": TS, "bot_id": "B0BOT", "text": "hi", "new": 1 });
    let answer = json!({ "channel": "C111", "ts": TS, "message": message, "more": [1] });
    let posted = check(call, expected, answer).await.value;
    assert_eq!((posted.channel.as_deref(), posted.ts.as_deref()), (Some("C111"), Some(TS)));
    assert_eq!(posted.extra["more"], json!([1]));
    let message = posted.message.unwrap();
    assert_eq!((message.r#type.as_deref(), message.extra["new"].clone()), (Some("message"), json!(1)));

    let call = chat::PostMessage::new("C1").markdown_text("**hi**").username("Ann").icon_emoji(":cat:");
    let expected = json!({ "channel": "C1", "markdown_text": "**hi**", "username": "Ann", "icon_emoji": ":cat:" });
    // A field of another form counts as missing, and the whole answer is kept.
    let posted = check(call, expected, json!({ "channel": "C1", "ts": TS, "message": "odd" })).await;
    assert!(posted.value.message.is_none() && posted.raw()["message"] == "odd");

    let call = chat::PostEphemeral::new("C1", "U1").text("psst").thread_ts(TS);
    let expected = json!({ "channel": "C1", "user": "U1", "text": "psst", "thread_ts": TS });
    let shown = check(call, expected, json!({ "message_ts": TS })).await.value;
    assert_eq!(shown.message_ts.as_deref(), Some(TS));

    let call = chat::MeMessage::new("C1", "waves");
    let placed = check(call, json!({ "channel": "C1", "text": "waves" }), json!({ "channel": "C1", "ts": TS })).await;
    assert_eq!(placed.value.ts.as_deref(), Some(TS));
}

#[tokio::test]
async fn messages_are_changed_and_read() {
    let call = chat::Update::new("C1", TS).text("new").file_ids(vec!["F1".to_owned()]);
    let expected = json!({ "channel": "C1", "ts": TS, "text": "new", "file_ids": ["F1"] });
    let updated = check(call, expected, json!({ "channel": "C1", "ts": TS, "text": "new" })).await.value;
    assert_eq!(updated.text.as_deref(), Some("new"));

    let answer = json!({ "channel": "C1", "ts": TS });
    check(chat::Delete::new("C1", TS), json!({ "channel": "C1", "ts": TS }), answer).await;

    let call = chat::GetPermalink::new("C1", TS);
    let answer = json!({ "channel": "C1", "permalink": "https://x.slack.com/archives/C1/p1503435956000247" });
    let link = check(call, json!({ "channel": "C1", "message_ts": TS }), answer).await.value;
    assert!(link.permalink.unwrap().ends_with("000247"));

    let call = chat::Unfurl::new().channel("C1").ts(TS).unfurls(json!({ "https://x.test": { "text": "x" } }));
    let expected = json!({ "channel": "C1", "ts": TS, "unfurls": { "https://x.test": { "text": "x" } } });
    check(call, expected, json!({})).await;
}

#[tokio::test]
async fn messages_are_scheduled() {
    for post_at in [json!(1_900_000_000), json!("1900000000")] {
        let call = chat::ScheduleMessage::new("C1", 1_900_000_000).text("later");
        let expected = json!({ "channel": "C1", "post_at": 1_900_000_000, "text": "later" });
        let answer = json!({ "channel": "C1", "scheduled_message_id": "Q1", "post_at": post_at });
        let scheduled = check(call, expected, answer).await.value;
        assert_eq!(scheduled.post_at, Some(Seconds(1_900_000_000)));
    }
    let call = chat::ScheduledMessagesList::new().channel("C1").limit(5_u32);
    let answer = json!({ "scheduled_messages": [{ "id": "Q1", "channel_id": "C1", "post_at": 1, "date_created": 2 }] });
    let listed = check(call, json!({ "channel": "C1", "limit": "5" }), answer).await.value;
    assert_eq!(listed.scheduled_messages.unwrap()[0].id.as_deref(), Some("Q1"));

    let call = chat::DeleteScheduledMessage::new("C1", "Q1");
    check(call, json!({ "channel": "C1", "scheduled_message_id": "Q1" }), json!({})).await;
}

#[tokio::test]
async fn messages_are_streamed() {
    let chunks = json!([{ "type": "markdown_text", "text": "He" }]);
    let answer = json!({ "channel": "C1", "ts": TS });
    let call = chat::StartStream::new("C1")
        .thread_ts(TS)
        .recipient_user_id("U1")
        .recipient_team_id("T1")
        .chunks(chunks.clone())
        .task_display_mode("plan");
    let expected = json!({ "channel": "C1", "thread_ts": TS, "recipient_user_id": "U1", "recipient_team_id": "T1",
        "chunks": chunks, "task_display_mode": "plan" });
    check(call, expected, answer.clone()).await;

    let call = chat::AppendStream::new("C1", TS).chunks(chunks.clone());
    check(call, json!({ "channel": "C1", "ts": TS, "chunks": chunks }), answer).await;

    let call = chat::StopStream::new("C1", TS).markdown_text("llo").session_status("active");
    let expected = json!({ "channel": "C1", "ts": TS, "markdown_text": "llo", "session_status": "active" });
    let answer = json!({ "channel": "C1", "ts": TS, "message": { "text": "Hello", "ts": TS } });
    let stopped = check(call, expected, answer).await.value;
    assert_eq!(stopped.message.unwrap().text.as_deref(), Some("Hello"));
}
