use messaging_slack::client::{Seconds, conversations as c, users};
use serde_json::json;

use super::check;

const TS: &str = "1503435956.000247";

#[tokio::test]
async fn channels_live() {
    let channel = json!({ "channel": { "id": "C1", "name": "ops", "created": 5, "is_private": true,
        "topic": { "value": "t", "last_set": 7 }, "new": {} } });
    let call = c::Create::new("ops").is_private(true);
    let made =
        check(call, json!({ "name": "ops", "is_private": "true" }), channel.clone()).await.value.channel.unwrap();
    assert_eq!((made.id.as_deref(), made.created, made.is_private), (Some("C1"), Some(Seconds(5)), Some(true)));
    assert_eq!((made.topic.unwrap().value.as_deref(), made.extra["new"].clone()), (Some("t"), json!({})));

    let of = json!({ "channel": "C1" });
    let call = c::Info::new("C1").include_num_members(true);
    check(call, json!({ "channel": "C1", "include_num_members": "true" }), channel.clone()).await;
    check(c::Archive::new("C1"), of.clone(), json!({})).await;
    check(c::Unarchive::new("C1"), of.clone(), json!({})).await;
    check(c::Join::new("C1"), of.clone(), channel.clone()).await;
    let left = check(c::Leave::new("C1"), of.clone(), json!({ "not_in_channel": true })).await.value;
    assert_eq!(left.not_in_channel, Some(true));
    check(c::Rename::new("C1", "dev"), json!({ "channel": "C1", "name": "dev" }), channel.clone()).await;
    check(c::SetTopic::new("C1", "t"), json!({ "channel": "C1", "topic": "t" }), channel.clone()).await;
    check(c::SetPurpose::new("C1", "p"), json!({ "channel": "C1", "purpose": "p" }), channel).await;
}

#[tokio::test]
async fn direct_messages_are_opened_and_closed() {
    let call = c::Open::new().users(["U1", "U2"]).return_im(true);
    let answer = json!({ "channel": { "id": "D1", "is_im": true }, "already_open": true });
    let opened = check(call, json!({ "users": "U1,U2", "return_im": "true" }), answer).await.value;
    assert_eq!((opened.channel.unwrap().id.as_deref(), opened.already_open), (Some("D1"), Some(true)));
    let closed = check(c::Close::new("D1"), json!({ "channel": "D1" }), json!({ "no_op": true })).await.value;
    assert_eq!(closed.no_op, Some(true));
}

#[tokio::test]
async fn people_come_and_go() {
    let answer = json!({ "channel": { "id": "C1" }, "errors": [{ "user": "U2", "error": "cant_invite" }] });
    let call = c::Invite::new("C1", ["U1", "U2"]).force(true);
    let expected = json!({ "channel": "C1", "users": "U1,U2", "force": "true" });
    assert_eq!(check(call, expected, answer).await.value.errors.unwrap().len(), 1);
    check(c::Kick::new("C1").user("U1"), json!({ "channel": "C1", "user": "U1" }), json!({})).await;
    let members = check(c::Members::new("C1"), json!({ "channel": "C1" }), json!({ "members": ["U1"] })).await.value;
    assert_eq!(members.members.unwrap(), ["U1"]);
}

#[tokio::test]
async fn channels_and_messages_are_listed() {
    let channels = json!({ "channels": [{ "id": "C1" }] });
    let call = c::List::new().types(["public_channel", "private_channel"]).exclude_archived(true);
    let expected = json!({ "types": "public_channel,private_channel", "exclude_archived": "true" });
    let listed = check(call, expected, channels.clone()).await.value;
    assert_eq!(listed.channels.unwrap()[0].id.as_deref(), Some("C1"));
    check(users::Conversations::new().user("U1"), json!({ "user": "U1" }), channels).await;

    let messages = json!({ "messages": [{ "ts": TS, "subtype": "of_tomorrow" }], "has_more": true, "pin_count": 2 });
    let call = c::History::new("C1").oldest("1.0").inclusive(true).include_all_metadata(true).limit(15_u32);
    let expected = json!({ "channel": "C1", "oldest": "1.0", "inclusive": "true", "include_all_metadata": "true",
        "limit": "15" });
    let history = check(call, expected, messages.clone()).await.value;
    assert_eq!((history.has_more, history.pin_count), (Some(true), Some(2)));
    assert_eq!(history.messages.unwrap()[0].subtype.as_deref(), Some("of_tomorrow"));
    let replies = c::Replies::new("C1", TS).latest("2.0");
    check(replies, json!({ "channel": "C1", "ts": TS, "latest": "2.0" }), messages).await;
    check(c::Mark::new("C1", TS), json!({ "channel": "C1", "ts": TS }), json!({})).await;
}
