//! Channels, people and files as the gateway's own nouns, on the wire.

use bytes::Bytes;
use messaging_core::{
    ErrorKind, Reached,
    message::{
        AddParticipant, ConversationState, CreateConversation, DeleteConversation, FetchConversation, FetchMedia,
        ListConversations, ListParticipants, MediaFile, RemoveParticipant, SetConversationState, UpdateConversation,
        UploadMedia,
    },
};
use messaging_slack::{channel, dm};
use serde_json::{Map, Value, json};

use crate::script::Script;

fn ok(more: Value) -> Value {
    let Value::Object(mut body) = more else { panic!("an object") };
    body.insert("ok".to_owned(), json!(true));
    body.into()
}

fn no(code: &str) -> Value {
    json!({ "ok": false, "error": code })
}

fn room(archived: bool) -> Value {
    ok(json!({ "channel": { "id": "C1", "name": "ops", "created": 5, "is_archived": archived, "is_private": false,
        "topic": { "value": "t" }, "purpose": { "value": "" } } }))
}

fn us() -> Value {
    ok(json!({ "team_id": "T1", "user_id": "U0", "is_enterprise_install": false }))
}

fn attributes(value: Value) -> Map<String, Value> {
    let Value::Object(attributes) = value else { panic!("an object") };
    attributes
}

fn called(script: &Script) -> Vec<String> {
    script.requests().iter().map(|asked| asked.url.trim_start_matches("http://slack.test/api/").to_owned()).collect()
}

#[tokio::test]
async fn a_channel_is_created_with_what_was_asked_for() {
    let script = Script::new().ok(&room(false)).ok(&room(false)).ok(&us());
    let wishes = attributes(json!({ "is_private": true, "topic": "t" }));
    let made = script.messenger().call(CreateConversation::named("Ops Room").with_attributes(wishes)).await.unwrap();
    assert_eq!((made.id.as_str(), made.reference.to_string().as_str()), ("C1", "channel:T1,C1"));
    assert_eq!((made.state, made.attributes["topic"].clone()), (ConversationState::Active, json!("t")));
    assert_eq!(called(&script), ["conversations.create", "conversations.setTopic", "auth.test"]);
    assert_eq!(script.requests()[0].field("name").as_deref(), Some("ops-room"));
    for request in [
        CreateConversation::named("ops").with_attributes(attributes(json!({ "from": "Ann" }))),
        CreateConversation::named("ops").unique("dev"),
    ] {
        let script = Script::new();
        let error = script.messenger().call(request).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
    }
}

#[tokio::test]
async fn a_unique_name_that_is_taken_is_looked_up() {
    let page = ok(json!({ "channels": [{ "id": "C9", "name": "ops" }] }));
    let script = Script::new().ok(&no("name_taken")).ok(&page).ok(&us());
    let made = script.messenger().call(CreateConversation::default().unique("ops")).await.unwrap();
    assert_eq!(made.id.as_str(), "C9");
    let script = Script::new().ok(&no("name_taken"));
    assert!(script.messenger().call(CreateConversation::named("ops")).await.is_err());
}

#[tokio::test]
async fn a_direct_message_is_opened() {
    let opened = ok(json!({ "channel": { "id": "D1", "is_im": true, "user": "U1" } }));
    let script = Script::new().ok(&opened).ok(&us());
    let wishes = attributes(json!({ "users": ["U1"] }));
    let made = script.messenger().call(CreateConversation::default().with_attributes(wishes)).await.unwrap();
    assert_eq!(made.reference, dm("T1", "D1"));
    let script = Script::new().ok(&opened).ok(&us());
    assert_eq!(script.slack().open_dm("U1").await.unwrap(), dm("T1", "D1"));
}

#[tokio::test]
async fn channels_are_fetched_and_listed() {
    let script = Script::new().ok(&room(true));
    let found = script.messenger().call(FetchConversation { id: "T2,C1".into() }).await.unwrap();
    assert_eq!((found.id.as_str(), found.reference.to_string().as_str()), ("T2,C1", "channel:T2,C1"));
    assert_eq!(found.state, ConversationState::Closed);
    let page = ok(json!({ "channels": [{ "id": "C1" }, { "id": "C2" }], "response_metadata": { "next_cursor": "n" } }));
    let script = Script::new().ok(&page).ok(&us());
    let listed = script.messenger().call(ListConversations::default()).await.unwrap();
    assert_eq!((listed.items.len(), listed.next.as_deref()), (2, Some("n")));
}

#[tokio::test]
async fn a_channel_is_renamed_archived_and_opened_again() {
    let done = ok(json!({}));
    let script = Script::new().ok(&room(false)).ok(&room(false)).ok(&us());
    script.messenger().call(UpdateConversation::of("C1").named("Dev")).await.unwrap();
    assert_eq!(called(&script), ["conversations.rename", "conversations.info", "auth.test"]);
    for (state, first, archived, method) in [
        (ConversationState::Closed, done.clone(), true, "conversations.archive"),
        (ConversationState::Closed, no("already_archived"), true, "conversations.archive"),
        (ConversationState::Active, no("not_archived"), false, "conversations.unarchive"),
    ] {
        let script = Script::new().ok(&first).ok(&room(archived)).ok(&us());
        let set = SetConversationState { id: "C1".into(), state: state.clone() };
        assert_eq!(script.messenger().call(set).await.unwrap().state, state);
        assert_eq!(called(&script)[0], method);
    }
    let script = Script::new();
    let asleep = SetConversationState { id: "C1".into(), state: ConversationState::Inactive };
    let error = script.messenger().call(asleep).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
    let error = script.messenger().call(DeleteConversation { id: "C1".into() }).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
}

#[tokio::test]
async fn people_are_invited_listed_and_removed() {
    let done = ok(json!({}));
    let ann = ok(json!({ "user": { "id": "U1" } }));
    let script = Script::new().ok(&ann).ok(&no("already_in_channel")).ok(&done);
    let messenger = script.messenger();
    let added = messenger.call(AddParticipant::identity("C1", "ann@x.test")).await.unwrap();
    assert_eq!(added.id.as_str(), "U1");
    messenger.call(RemoveParticipant { conversation: "C1".into(), id: "U1".into() }).await.unwrap();
    assert_eq!(called(&script), ["users.lookupByEmail", "conversations.invite", "conversations.kick"]);
    let script = Script::new().ok(&ok(json!({ "members": ["U1", "U2"] })));
    let listed = script.messenger().call(ListParticipants::of("C1")).await.unwrap();
    assert_eq!(listed.items.iter().map(|found| found.id.as_str()).collect::<Vec<_>>(), ["U1", "U2"]);
    let script = Script::new();
    let error = script.messenger().call(AddParticipant::address("C1", "+1", "+2")).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
}

#[tokio::test]
async fn a_file_goes_up_unseen_and_comes_down() {
    let ticket = ok(json!({ "upload_url": "http://slack.test/upload/x", "file_id": "F1" }));
    let kept = ok(json!({ "files": [{ "id": "F1" }] }));
    let url = "http://slack.test/files-pri/T1-F1/a.png";
    let known = ok(json!({ "file": { "id": "F1", "url_private": url, "mimetype": "image/png" } }));
    let script = Script::new().ok(&ticket).status(200, &[], "OK - 3").ok(&kept).ok(&known).status(200, &[], "PNG");
    let messenger = script.messenger();
    let file = MediaFile::new("image/png", Bytes::from_static(b"PNG")).named("a.png");
    let media = messenger.call(UploadMedia { conversation: channel("T1", "C1"), file: file.clone() }).await.unwrap();
    assert_eq!(media.url, url);
    assert_eq!(messenger.call(FetchMedia::of(media)).await.unwrap(), file);
    let form = String::from_utf8(script.raw_requests()[2].body().to_vec()).unwrap();
    assert!(!form.contains("channel"), "nobody sees it yet: {form}");
}
