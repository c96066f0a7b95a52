//! What was said while nobody listened, read before anybody has said who we are.

use messaging_core::{Addressed, ListMissed, UnixMillis};
use messaging_slack::{channel, thread};
use serde_json::json;

use crate::script::Script;

#[tokio::test]
async fn a_mention_is_one_although_nobody_has_said_who_we_are() {
    let mention = json!({ "type": "message", "user": "U1", "text": "<@U0BOT> help", "ts": "1610261659.001400" });
    let ours =
        json!({ "type": "message", "user": "U0BOT", "bot_id": "B0BOT", "text": "Yes?", "ts": "1610261660.000100" });
    let script = Script::new()
        .ok(&json!({ "ok": true, "user_id": "U0BOT", "bot_id": "B0BOT", "team_id": "T1" }))
        .ok(&json!({ "ok": true, "messages": [ours, mention], "has_more": false }))
        .ok(&json!({ "ok": true, "messages": [], "has_more": false }));
    // The answer to the health check may have been an error: the gateway starts all the same.
    let slack = script.messenger();
    let missed = |since| slack.call(ListMissed::of(channel("T1", "C1"), UnixMillis(since)));
    let events = missed(1_610_261_000_000).await.unwrap().events;
    let told: Vec<_> = events.iter().map(|event| (event.conversation.clone(), event.addressed)).collect();
    assert_eq!(told[0], (thread("T1", "C1", "1610261659.001400"), Addressed::Mention));
    assert_eq!(told[1].1, Addressed::Ambient, "what we said calls nobody");
    // It was asked once.
    missed(1_610_261_000_000).await.unwrap();
    let asked: Vec<_> = script.requests().into_iter().map(|asked| asked.url).collect();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked.iter().filter(|url| url.ends_with("auth.test")).count() == 1, "{asked:?}");
}
