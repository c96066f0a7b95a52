//! Every fixture, and every subtype of a message.

use messaging_core::{
    Addressed, EventKind, UnixMillis,
    message::{Media, Message},
};
use serde_json::{Value, json};

use super::{fixture, told};

fn added(inner: &Value) -> (Message, String, Addressed) {
    let event = told(inner).unwrap();
    let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
    (message, event.conversation.to_string(), event.addressed)
}

#[test]
fn a_plain_message() {
    let (message, place, addressed) = added(&fixture("message")["event"]);
    assert_eq!((message.content.text.as_str(), message.author.id.as_str()), ("Hi @U0BOT & all", "W111"));
    assert_eq!((place.as_str(), addressed), ("thread:T111,C111,1610261659.001400", Addressed::Mention));
}

#[test]
fn other_bots_posts_of_both_makes_are_passed_over() {
    assert_eq!(told(&fixture("bot_post")), None);
    assert_eq!(told(&fixture("bot_message")), None);
}

#[test]
fn an_edit_by_a_person() {
    let event = told(&fixture("message_changed")).unwrap();
    let EventKind::MessageEdited(message) = &event.kind else { panic!("{event:?}") };
    assert_eq!((message.id.as_str(), message.content.text.as_str()), ("1665102338.901939", "new"));
    assert_eq!((event.wants_turn(), event.keys.len(), event.addressed), (false, 1, Addressed::Ambient));
    assert_eq!(event.conversation.to_string(), "channel:T111,C111");
    assert_eq!(event.occurred_at, Some(UnixMillis(1_665_102_362_013)));
}

#[test]
fn an_edit_is_told_in_the_lane_of_its_message() {
    let mut edit = fixture("message_changed");
    edit["message"]["text"] = json!("<@U0BOT> new");
    assert_eq!(told(&edit).unwrap().conversation.to_string(), "thread:T111,C111,1665102338.901939");
    edit["message"]["thread_ts"] = json!("1665102300.000100");
    assert_eq!(told(&edit).unwrap().conversation.to_string(), "thread:T111,C111,1665102300.000100");
}

#[test]
fn our_own_edits_and_streams_are_echoes_that_nobody_needs() {
    let mut edit = fixture("message_changed");
    for ours in [json!({ "user": "U0BOT" }), json!({ "bot_id": "B0", "app_id": "A111" })] {
        edit["message"] = json!({ "type": "message", "ts": "1665102338.901939", "text": "grown" });
        edit["message"].as_object_mut().unwrap().extend(ours.as_object().unwrap().clone());
        assert_eq!(told(&edit), None);
    }
    edit["message"] = json!({ "bot_id": "B999", "user": "UB", "ts": "1665102338.901939", "edited": {} });
    assert_eq!(told(&edit), None, "another bot's");
}

#[test]
fn a_change_that_nobody_wrote_is_kept() {
    let mut unfurled = fixture("message_changed");
    unfurled["message"].as_object_mut().unwrap().remove("edited");
    let nested = unfurled["message"].clone();
    assert_eq!(told(&unfurled).unwrap().kind, EventKind::Other("message.message_changed".into()));
    unfurled["message"] = json!({ "subtype": "assistant_app_thread", "assistant_app_thread": { "title": "t" },
        "user": "U1", "ts": "1.000000", "edited": {} });
    assert_eq!(told(&unfurled).unwrap().kind, EventKind::Other("message.message_changed".into()));
    for odd in [json!(null), json!("text"), json!({})] {
        unfurled["message"] = odd;
        assert!(matches!(told(&unfurled).unwrap().kind, EventKind::Other(_)));
    }
    assert!(nested.get("ts").is_some());
}

#[test]
fn a_deleted_message_and_the_stone_of_a_threads_root() {
    let event = told(&fixture("message_deleted")).unwrap();
    assert_eq!(event.kind, EventKind::MessageRemoved("1358878749.000002".into()));
    let mut stone = fixture("message_changed");
    stone["message"] = json!({ "type": "message", "subtype": "tombstone", "user": "USLACKBOT", "hidden": true,
        "text": "This message was deleted.", "ts": "1665102338.901939", "thread_ts": "1665102338.901939" });
    let event = told(&stone).unwrap();
    assert_eq!(event.kind, EventKind::MessageRemoved("1665102338.901939".into()));
    assert_eq!(event.conversation.to_string(), "thread:T111,C111,1665102338.901939");
}

#[test]
fn files_a_reply_to_the_channel_and_me() {
    let (message, ..) = added(&fixture("file_share"));
    let expected = "https://files.slack.com/files-pri/T111-F0SAMPLE01/a.png";
    let [Media { url, content_type, name, .. }] = message.content.media.as_slice() else { panic!("one file") };
    assert_eq!((url.as_str(), content_type.as_deref(), name.as_deref()), (expected, Some("image/png"), Some("a.png")));
    let (message, place, _) = added(&fixture("thread_broadcast"));
    assert_eq!(place, "thread:T111,C111,1633663824.000500");
    assert_eq!(message.thread.unwrap().as_str(), "1633663824.000500");
    let mut me = fixture("message")["event"].clone();
    me["subtype"] = json!("me_message");
    assert_eq!(added(&me).0.content.text, "Hi @U0BOT & all");
}

#[test]
fn what_slack_says_of_the_conversation_is_kept_and_gets_no_turn() {
    for subtype in [
        "message_replied",
        "assistant_app_thread",
        "channel_join",
        "channel_leave",
        "channel_topic",
        "channel_purpose",
        "channel_name",
        "channel_archive",
        "channel_unarchive",
        "channel_posting_permissions",
        "channel_convert_to_private",
        "channel_convert_to_public",
        "group_join",
        "group_leave",
        "group_topic",
        "group_purpose",
        "group_name",
        "group_archive",
        "group_unarchive",
        "pinned_item",
        "unpinned_item",
        "reminder_add",
        "file_comment",
        "file_mention",
        "document_mention",
        "ekm_access_denied",
        "reply_broadcast",
        "tabbed_canvas_updated",
        "huddle_thread",
        "bot_add",
        "bot_remove",
        "of_tomorrow",
    ] {
        let mut inner = fixture("message")["event"].clone();
        inner["subtype"] = json!(subtype);
        let event = told(&inner).unwrap();
        assert_eq!(event.kind, EventKind::Other(format!("message.{subtype}")));
        assert_eq!((event.wants_turn(), event.addressed), (false, Addressed::Ambient));
    }
}
