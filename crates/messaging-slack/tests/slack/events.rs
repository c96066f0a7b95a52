use messaging_core::{
    Addressed, Context, Event, EventKind, Place, Provider, UnixMillis,
    message::{CheckHealth, Message},
};
use messaging_slack::Answer;
use serde_json::{Value, json};

use crate::{
    script::Script,
    signed::{events, request, slack},
};

/// An event in its envelope, as the app `A111` with the bot `U0BOT` hears it in `T111`.
fn envelope(inner: &Value) -> Value {
    json!({ "token": "x", "team_id": "T111", "context_team_id": "T111", "context_enterprise_id": null,
        "api_app_id": "A111", "event": inner, "type": "event_callback", "event_id": "Ev0PV52K25",
        "event_time": 1_610_261_659, "is_ext_shared_channel": false, "event_context": "4-eyJldCI6..",
        "authorizations": [{ "enterprise_id": null, "team_id": "T111", "user_id": "U0BOT", "is_bot": true,
            "is_enterprise_install": false }] })
}

fn told_to(answer: Answer, body: &Value) -> Option<Event> {
    let mut told = events(&slack(answer), &request("application/json", &body.to_string()));
    assert!(told.len() <= 1);
    told.pop()
}

fn told(inner: &Value) -> Option<Event> {
    told_to(Answer::Addressed, &envelope(inner))
}

fn said(event: &Event) -> &Message {
    match &event.kind {
        EventKind::MessageAdded(message) | EventKind::MessageEchoed { message, .. } => message,
        other => panic!("{other:?}"),
    }
}

fn message(more: &Value) -> Value {
    let mut message = json!({ "client_msg_id": "968c94da-c271-4f2a-8ec9-12a9985e5df4", "type": "message",
        "text": "hello", "user": "W111", "ts": "1610261659.001400", "team": "T111", "channel": "C111",
        "event_ts": "1610261659.001400", "channel_type": "channel" });
    let fields = message.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    message
}

fn place(more: &Value) -> (String, Addressed) {
    let event = told(&message(more)).unwrap();
    (event.conversation.to_string(), event.addressed)
}

#[test]
fn a_mention_opens_a_thread_and_is_one_event_however_told() {
    let text = "Hi <@U0BOT> &amp; all";
    let blocks = json!([{ "type": "rich_text", "block_id": "bN8", "elements": [] }]);
    let as_message = told(&message(&json!({ "text": text, "blocks": blocks }))).unwrap();
    assert_eq!(as_message.conversation.to_string(), "thread:T111,C111,1610261659.001400");
    assert_eq!(as_message.addressed, Addressed::Mention);
    assert_eq!(
        as_message.keys.iter().map(messaging_core::id::EventKey::as_str).collect::<Vec<_>>(),
        ["T111:Ev0PV52K25", "T111:C111:1610261659.001400"]
    );
    assert_eq!(as_message.occurred_at, Some(UnixMillis(1_610_261_659_001)));
    assert_eq!(
        (said(&as_message).content.text.as_str(), said(&as_message).author.id.as_str()),
        ("Hi @U0BOT & all", "W111")
    );
    assert_eq!(said(&as_message).id.as_str(), "1610261659.001400");
    assert!(as_message.raw.as_deref().unwrap().contains("event_context"));

    let mut mention = envelope(&json!({ "type": "app_mention", "user": "W111", "text": text,
        "ts": "1610261659.001400", "channel": "C111", "event_ts": "1610261659001400" }));
    mention["event_id"] = json!("Ev0OTHER");
    let as_mention = told_to(Answer::Addressed, &mention).unwrap();
    assert_eq!(as_mention.keys[1], as_message.keys[1]);
    assert_ne!(as_mention.keys[0], as_message.keys[0]);
    assert_eq!((&as_mention.conversation, as_mention.addressed), (&as_message.conversation, Addressed::Mention));
    assert_eq!(said(&as_mention), said(&as_message));
}

#[test]
fn where_and_for_whom() {
    for (more, reference, addressed) in [
        (json!({}), "channel:T111,C111", Addressed::Ambient),
        (json!({ "text": "<@U0BOT2> hi" }), "channel:T111,C111", Addressed::Ambient),
        // The root of a thread names itself.
        (json!({ "thread_ts": "1610261659.001400" }), "channel:T111,C111", Addressed::Ambient),
        (json!({ "thread_ts": "1610261000.000100" }), "thread:T111,C111,1610261000.000100", Addressed::Ambient),
        (
            json!({ "thread_ts": "1610261000.000100", "text": "<@U0BOT|bot>" }),
            "thread:T111,C111,1610261000.000100",
            Addressed::Mention,
        ),
        (json!({ "channel_type": "im", "channel": "D111" }), "dm:T111,D111", Addressed::Direct),
        (json!({ "channel_type": "app_home", "channel": "D111" }), "dm:T111,D111", Addressed::Direct),
        (json!({ "channel_type": "im", "channel": "D111", "text": "<@U0BOT>" }), "dm:T111,D111", Addressed::Direct),
        (
            json!({ "channel_type": "im", "channel": "D111", "thread_ts": "1610261000.000100" }),
            "thread:T111,D111,1610261000.000100",
            Addressed::Direct,
        ),
        (json!({ "channel_type": "mpim", "channel": "G111" }), "channel:T111,G111", Addressed::Ambient),
        // The type counts, not the first letter.
        (json!({ "channel_type": "group", "channel": "D111" }), "channel:T111,D111", Addressed::Ambient),
    ] {
        assert_eq!(place(&more), (reference.to_owned(), addressed), "{more}");
    }
}

#[test]
fn everything_is_direct_where_everything_is_answered() {
    for (more, addressed) in [
        (json!({}), Addressed::Direct),
        (json!({ "channel_type": "mpim", "channel": "G111" }), Addressed::Direct),
        (json!({ "thread_ts": "1610261000.000100" }), Addressed::Direct),
        (json!({ "text": "<@U0BOT> hi" }), Addressed::Mention),
    ] {
        let event = told_to(Answer::Everything, &envelope(&message(&more))).unwrap();
        assert_eq!(event.addressed, addressed, "{more}");
    }
    let bot = message(&json!({ "bot_id": "B999", "user": "UB111" }));
    assert_eq!(told_to(Answer::Everything, &envelope(&bot)), None);
}

#[test]
fn the_leading_mention_is_cut_and_the_rest_is_written_out() {
    let event = told(&message(&json!({ "text": "<@U0BOT>: look at <https://x.test|x.test>, <@U2|ben>" }))).unwrap();
    assert_eq!(said(&event).content.text, "look at x.test, @ben");
}

#[test]
fn our_own_words_come_back_as_echoes() {
    let metadata = json!({ "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } });
    for more in [
        json!({ "user": "U0BOT", "bot_id": "B0BOT" }),
        json!({ "user": "U0OTHER", "bot_id": "B0BOT", "app_id": "A111" }),
        json!({ "user": null, "bot_id": "B0BOT", "subtype": "bot_message", "bot_profile": { "app_id": "A111" } }),
    ] {
        let mut inner = message(&more);
        inner["metadata"] = metadata.clone();
        inner["text"] = json!("<@U0BOT> says");
        let event = told_to(Answer::Everything, &envelope(&inner)).unwrap();
        let EventKind::MessageEchoed { intent, .. } = &event.kind else { panic!("{event:?}") };
        assert_eq!(intent.as_ref().unwrap().as_str(), "6f1d", "{more}");
        assert_eq!((event.wants_turn(), event.addressed), (false, Addressed::Ambient));
        assert_eq!(event.conversation.to_string(), "channel:T111,C111");
        assert_eq!(event.keys[1].as_str(), "T111:C111:1610261659.001400");
    }
}

#[test]
fn another_bot_cannot_claim_our_intents_or_start_a_loop() {
    let modern = json!({ "type": "message", "bot_id": "B999", "user": "UB111", "app_id": "A222", "text": "other bot",
        "ts": "1610261539.000900", "team": "T111", "bot_profile": { "id": "B999", "app_id": "A222", "user_id": "UB111",
        "name": "other-app", "deleted": false, "updated": 1_607_307_935, "team_id": "T111" }, "channel": "C111",
        "metadata": { "event_type": "messaging_intent", "event_payload": { "mid": "6f1d" } },
        "event_ts": "1610261539.000900", "channel_type": "channel" });
    let classic = json!({ "type": "message", "subtype": "bot_message", "text": "hook", "ts": "1610262363.001600",
        "username": "classic-bot", "bot_id": "B888", "channel": "C111", "event_ts": "1610262363.001600",
        "channel_type": "channel" });
    let mention = json!({ "type": "app_mention", "bot_id": "B999", "user": "UB111", "text": "<@U0BOT>",
        "ts": "1610261539.000900", "channel": "C111" });
    // Its twin carries the metadata.
    let ourselves = json!({ "type": "app_mention", "bot_id": "B0BOT", "user": "U0BOT", "text": "<@U0BOT>",
        "ts": "1610261539.000900", "channel": "C111" });
    let slackbot = message(&json!({ "user": "USLACKBOT", "channel_type": "im", "channel": "D111" }));
    for inner in [modern, classic, mention, ourselves, slackbot] {
        assert_eq!(told(&inner), None, "{inner}");
    }
}

#[test]
fn subtypes_that_people_write_are_messages() {
    let file = json!({ "subtype": "file_share", "upload": false, "files": [
        { "id": "F0SAMPLE01", "name": "a.png", "title": "a", "mimetype": "image/png", "filetype": "png", "size": 123,
          "url_private": "https://files.slack.com/files-pri/T111-F0SAMPLE01/a.png",
          "url_private_download": "https://files.slack.com/files-pri/T111-F0SAMPLE01/download/a.png" },
        { "id": "F0HIDDEN", "file_access": "check_file_info" }] });
    let event = told(&message(&file)).unwrap();
    let media = &said(&event).content.media;
    assert_eq!(media.len(), 1);
    assert_eq!(media[0].url, "https://files.slack.com/files-pri/T111-F0SAMPLE01/a.png");
    assert_eq!((media[0].content_type.as_deref(), media[0].name.as_deref()), (Some("image/png"), Some("a.png")));

    let broadcast = json!({ "subtype": "thread_broadcast", "thread_ts": "1610261000.000100",
        "root": { "type": "message", "user": "U111", "text": "root", "ts": "1610261000.000100", "reply_count": 17 } });
    let event = told(&message(&broadcast)).unwrap();
    assert_eq!(event.conversation.to_string(), "thread:T111,C111,1610261000.000100");
    assert_eq!(said(&event).thread.as_ref().unwrap().as_str(), "1610261000.000100");
    assert!(told(&message(&json!({ "subtype": "me_message" }))).unwrap().wants_turn());
}

#[test]
fn other_subtypes_are_kept_and_get_no_turn() {
    let edit = json!({ "type": "message", "subtype": "message_changed", "hidden": true, "channel": "C111",
        "ts": "1665102362.013600", "event_ts": "1665102362.013600", "channel_type": "channel",
        "message": { "type": "message", "user": "U111", "text": "new", "ts": "1665102338.901939", "team": "T111" },
        "previous_message": { "type": "message", "user": "U111", "text": "old", "ts": "1665102338.901939" } });
    let joined = message(&json!({ "subtype": "channel_join", "user": "U0BOT" }));
    let tomorrow = message(&json!({ "subtype": "hologram" }));
    for (inner, name, place) in [
        (edit, "message.message_changed", "channel:T111,C111"),
        (joined, "message.channel_join", "channel:T111,C111"),
        (tomorrow, "message.hologram", "channel:T111,C111"),
        (message(&json!({ "user": null })), "message", "channel:T111,C111"),
        (message(&json!({ "hidden": true })), "message", "channel:T111,C111"),
    ] {
        let event = told_to(Answer::Everything, &envelope(&inner)).unwrap();
        assert_eq!(event.kind, EventKind::Other(name.into()));
        assert_eq!((event.conversation.to_string().as_str(), event.addressed), (place, Addressed::Ambient));
        assert_eq!(event.keys.len(), 1, "an edit is not the message it edits: {:?}", event.keys);
    }
}

#[test]
fn other_events_are_kept_where_they_happened() {
    for (inner, place) in [
        (
            json!({ "type": "reaction_added", "user": "U1", "reaction": "tada", "item_user": "U2", "event_ts": "1.0",
            "item": { "type": "message", "channel": "C1", "ts": "1360782400.498405" } }),
            "channel:T111,C1",
        ),
        (
            json!({ "type": "member_joined_channel", "user": "W1", "channel": "C1", "channel_type": "C" }),
            "channel:T111,C1",
        ),
        (json!({ "type": "channel_created", "channel": { "id": "C9", "name": "new" } }), "channel:T111,C9"),
        (
            json!({ "type": "assistant_thread_started", "assistant_thread": { "user_id": "W222", "channel_id": "D111",
            "thread_ts": "1726133698.626339" } }),
            "thread:T111,D111,1726133698.626339",
        ),
        (json!({ "type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home" }), "dm:T111,D1"),
        (json!({ "type": "tokens_revoked", "tokens": { "bot": ["W222"] } }), "workspace:T111"),
        (json!({ "something": "else" }), "workspace:T111"),
    ] {
        let event = told(&inner).unwrap();
        assert_eq!(event.conversation.to_string(), place, "{inner}");
        assert!(!event.wants_turn() && event.addressed == Addressed::Ambient);
    }
}

#[test]
fn the_installation_names_the_team() {
    let team = |change: &dyn Fn(&mut Value)| {
        let mut body = envelope(&message(&json!({})));
        change(&mut body);
        told_to(Answer::Addressed, &body).map(|event| event.conversation.to_string())
    };
    let shared = team(&|body| body["team_id"] = json!("T999"));
    assert_eq!(shared.unwrap(), "channel:T111,C111");
    let organisation = team(&|body| {
        body["authorizations"][0]["is_enterprise_install"] = json!(true);
        body["authorizations"][0]["enterprise_id"] = json!("E111");
    });
    assert_eq!(organisation.unwrap(), "channel:E111,C111");
    let bare = team(&|body| _ = body.as_object_mut().unwrap().remove("authorizations"));
    assert_eq!(bare.unwrap(), "channel:T111,C111");
    let nowhere = team(&|body| {
        body["team_id"] = json!(null);
        body["authorizations"] = json!([]);
    });
    assert_eq!(nowhere, None);
}

/// Every JSON pointer into `value` but its root.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, child)| (format!("{at}/{key}"), child)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, child)| (format!("{at}/{index}"), child)).collect()
        }
        _ => Vec::new(),
    };
    for (pointer, child) in children {
        found.push(pointer.clone());
        pointers(child, &pointer, found);
    }
}

#[test]
fn no_field_of_another_shape_is_refused() {
    let inner = json!({ "thread_ts": "1610261000.000100", "subtype": "file_share", "metadata": { "event_payload": {} },
        "files": [{ "url_private": "https://x.test", "mimetype": "image/png" }], "bot_profile": { "app_id": "A222" } });
    let whole = envelope(&message(&inner));
    let mut found = Vec::new();
    pointers(&whole, "", &mut found);
    assert!(found.len() > 30);
    for pointer in found.iter().filter(|pointer| pointer.as_str() != "/event") {
        for shape in
            [json!(null), json!(7), json!(1.5e300), json!(""), json!("\u{0}é"), json!([]), json!({}), json!([[{}]])]
        {
            let mut body = whole.clone();
            *body.pointer_mut(pointer).unwrap() = shape.clone();
            // Answered, whatever it is: a refusal would be told again and again.
            if let Some(event) = told_to(Answer::Addressed, &body) {
                let written = event.conversation.to_string();
                assert_eq!(written.parse::<Place>().unwrap(), event.conversation, "{pointer} {shape}");
                assert!(!event.keys.is_empty());
            }
        }
    }
}

#[tokio::test]
async fn without_authorizations_the_token_says_who_we_are() {
    let script = Script::new()
        .ok(&json!({ "ok": true, "team": "Acme", "user": "helper", "user_id": "U0BOT", "bot_id": "B0BOT" }));
    let slack = script.slack();
    let bare = |more: &Value| {
        let mut body = envelope(&message(more));
        body.as_object_mut().unwrap().remove("authorizations");
        request("application/json", &body.to_string())
    };
    let ours = bare(&json!({ "user": "U9", "bot_id": "B0BOT" }));
    let ours_as_user = bare(&json!({ "user": "U0BOT" }));
    let mention = bare(&json!({ "text": "<@U0BOT> hi" }));
    assert!(events(&slack, &ours).is_empty(), "some bot's, as far as anybody knows");
    slack.health().unwrap().check(&Context::default(), CheckHealth::default()).await.unwrap();
    for own in [ours, ours_as_user] {
        assert!(matches!(events(&slack, &own)[0].kind, EventKind::MessageEchoed { .. }));
    }
    let told = events(&slack, &mention);
    assert_eq!((told[0].addressed, said(&told[0]).content.text.as_str()), (Addressed::Mention, "hi"));
}
