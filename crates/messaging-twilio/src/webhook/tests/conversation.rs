use super::*;
use crate::{Inbound, InboundMode};

const ADDED: [(&str, &str); 8] = [
    ("EventType", "onMessageAdded"),
    ("DateCreated", "2025-09-17T22:23:11.350Z"),
    ("Index", "8"),
    ("ChatServiceSid", "IS00000000000000000000000000000006"),
    ("MessageSid", IM),
    ("AccountSid", AC),
    ("RetryCount", "0"),
    ("ConversationSid", CH),
];

/// As an account reads it whose numbers use Conversations.
fn received_by_conversations(fields: Pairs<'_>) -> Event {
    let twilio = configured(|config| config.inbound = Inbound::all(InboundMode::Conversations));
    receive_by(&twilio, &posted(URL, fields), URL).unwrap().0
}

#[test]
fn what_a_person_wrote_in_a_conversation_is_a_message() {
    let media = r#"[{"MediaSid":"ME00000000000000000000000000000007","Filename":"x.png","ContentType":"image/png"}]"#;
    let said = [("Source", "SMS"), ("Author", "+15550100777"), ("Body", "Hello oh"), ("Media", media)];
    let attributes = [("Attributes", r#"{"mid":"not ours","from":" Ann - Traveller "}"#)];
    let event = received_by_conversations(&[&ADDED[..], &said, &attributes].concat());
    assert_eq!((key(&event), &event.conversation), (&*format!("onMessageAdded:{CH}:{IM}"), &conversation(CH)));
    assert_eq!((event.occurred_at, event.sequence), (Some(UnixMillis(1_758_147_791_350)), None));
    let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
    assert_eq!((message.author.id.as_str(), message.content.text.as_str()), ("+15550100777", "Hello oh"));
    assert_eq!(message.author.name.as_deref(), Some("Ann - Traveller"));
    assert_eq!(message.content.media[0].content_type.as_deref(), Some("image/png"));
    assert!(message.content.media[0].url.starts_with("https://mcs.us1.twilio.com/v1/Services/IS0000"));
}

#[test]
fn what_we_wrote_comes_back_as_an_echo() {
    let by_identity = [("ClientIdentity", "assistant"), ("Author", "somebody")];
    for said in
        [[("Source", "API"), ("Author", "agent-smith")], [("Source", "SDK"), ("Author", "assistant")], by_identity]
    {
        let attributes = [("Body", "hi"), ("Attributes", r#"{"mid":"run-7/1","from":"x"}"#)];
        let event = received(&[&ADDED[..], &said, &attributes].concat());
        assert!(!event.wants_turn());
        let EventKind::MessageEchoed { message, intent } = event.kind else { panic!("{event:?}") };
        assert_eq!(intent, Some(IntentId::from("run-7/1")));
        assert_eq!(message.attributes["from"], "x");
    }
    let unmarked = received(&[&ADDED[..], &[("Source", "API"), ("Author", "x"), ("Attributes", "[]")]].concat());
    assert!(matches!(unmarked.kind, EventKind::MessageEchoed { intent: None, .. }), "{unmarked:?}");
}

#[test]
fn other_events_of_conversations_have_their_words() {
    let at = |name: &'static str| [("EventType", name), ("ConversationSid", CH), ("AccountSid", AC)];
    let state = [("StateFrom", "active"), ("StateTo", "closed"), ("StateUpdated", "2025-09-17T22:23:11.350Z")];
    let state = received(&[&at("onConversationStateUpdated")[..], &state].concat());
    assert_eq!(state.kind, EventKind::ConversationState("closed".into()));
    assert_eq!(key(&state), format!("onConversationStateUpdated:{CH}:active:closed:2025-09-17T22:23:11.350Z"));
    assert_eq!(state.occurred_at, Some(UnixMillis(1_758_147_791_350)));

    let person = [("ParticipantSid", MB), ("MessagingBinding.Address", "+1"), ("MessagingBinding.ProxyAddress", "+2")];
    let joined = received(&[&at("onParticipantAdded")[..], &person].concat());
    let EventKind::ParticipantAdded(participant) = &joined.kind else { panic!("{joined:?}") };
    assert_eq!(participant.address, ParticipantAddress::Address { address: "+1".into(), proxy: "+2".into() });
    assert_eq!(key(&joined), format!("onParticipantAdded:{CH}:{MB}"));
    let left = received(&[&at("onParticipantRemoved")[..], &[("ParticipantSid", MB), ("Identity", "ann")]].concat());
    let EventKind::ParticipantRemoved(participant) = left.kind else { panic!("{left:?}") };
    assert_eq!(participant.address, ParticipantAddress::Identity("ann".into()));

    let receipt = [("MessageSid", IM), ("DeliveryReceiptSid", "DY1"), ("Status", "failed"), ("ErrorCode", "63016")];
    let receipt = received(&[&at("onDeliveryUpdated")[..], &receipt].concat());
    let EventKind::Delivery(delivery) = &receipt.kind else { panic!("{receipt:?}") };
    assert_eq!((delivery.message.as_str(), &delivery.status), (IM, &DeliveryStatus::Failed));
    assert_eq!(key(&receipt), format!("onDeliveryUpdated:{CH}:{IM}:DY1:failed:63016"));
}

#[test]
fn media_is_read_in_any_spelling() {
    let files = |media: &str| {
        let event = received(&[&ADDED[..], &[("Author", "ann"), ("Media", media)]].concat());
        let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
        message.content.media
    };
    let plain = files(r#"[{"MediaSid":"ME1","Filename":"x.png","ContentType":"image/png","Size":1}]"#);
    assert_eq!((plain.len(), plain[0].name.as_deref()), (1, Some("x.png")));
    for other in [
        r#"[{"sid":"ME1","filename":"x.png","content_type":"image/png","size":1}]"#,
        r#"[{"media_sid":"ME1","file_name":"x.png","contentType":"image/png"}]"#,
        r#"[{"mediaSid":"ME1","fileName":"x.png","Content_Type":"image/png"}]"#,
        r#"{"Sid":"ME1","FILENAME":"x.png","CONTENTTYPE":"image/png"}"#,
    ] {
        assert_eq!(files(other), plain, "{other}");
    }
    for nothing in ["", "null", "[]", "[{}]", "[7]", "7", "{", "\"ME1\"", r#"[{"sid":7}]"#] {
        assert!(files(nothing).is_empty(), "{nothing}");
    }
}

#[test]
fn a_message_that_is_changed_or_taken_back_is_told_under_its_own_id() {
    let changed = |date: &'static str, body: &'static str| {
        received(&[
            ("EventType", "onMessageUpdated"),
            ("ConversationSid", CH),
            ("MessageSid", IM),
            ("DateCreated", "2025-09-17T22:23:11.350Z"),
            ("DateUpdated", date),
            ("Author", "ann"),
            ("Body", body),
        ])
    };
    let (first, second) = (changed("2025-09-17T22:24:00.000Z", "a"), changed("2025-09-17T22:25:00.000Z", "b"));
    assert!(key(&first) != key(&second) && !first.wants_turn());
    let at_once = changed("2025-09-17T22:25:00.000Z", "c");
    assert!(key(&second) != key(&at_once), "two edits within one moment");
    assert_eq!(key(&second), key(&changed("2025-09-17T22:25:00.000Z", "b")), "one edit told twice");
    let EventKind::MessageEdited(message) = second.kind else { panic!("{second:?}") };
    assert_eq!((message.id.as_str(), message.author.id.as_str(), message.content.text.as_str()), (IM, "ann", "b"));
    let gone = received(&[
        ("EventType", "onMessageRemoved"),
        ("ConversationSid", CH),
        ("MessageSid", IM),
        ("DateRemoved", "2025-09-17T22:23:11.350Z"),
    ]);
    assert_eq!((gone.kind.clone(), &gone.conversation), (EventKind::MessageRemoved(IM.into()), &conversation(CH)));
    assert_eq!(
        (key(&gone), gone.occurred_at),
        (&*format!("onMessageRemoved:{CH}:{IM}"), Some(UnixMillis(1_758_147_791_350)))
    );
}

#[test]
fn participants_bring_their_role_and_their_data() {
    let role = "RL00000000000000000000000000000009";
    let twilio = configured(|config| drop(config.roles.insert("expert".into(), role.into())));
    let added = |more: Pairs<'_>| {
        let fields = [("EventType", "onParticipantAdded"), ("ConversationSid", CH), ("ParticipantSid", MB)];
        let event = receive_by(&twilio, &posted(URL, &[&fields[..], more].concat()), URL).unwrap().0;
        let EventKind::ParticipantAdded(participant) = event.kind else { panic!("{event:?}") };
        participant
    };
    let ann = added(&[("Identity", "ann"), ("RoleSid", role), ("Attributes", r#"{"from":"Ann - Local Expert"}"#)]);
    assert_eq!((ann.role.as_deref(), ann.display_name().as_str()), (Some("expert"), "Ann - Local Expert"));
    assert_eq!(added(&[("Identity", "bob"), ("RoleSid", role), ("Attributes", "7")]).display_name(), "expert bob");
    assert_eq!(added(&[("Identity", "bob"), ("RoleSid", "RL1")]).role.as_deref(), Some("RL1"));
    let projected = added(&[("Identity", "ann"), ("MessagingBinding.ProjectedAddress", "+2")]).address;
    assert_eq!(projected, ParticipantAddress::Projected { identity: "ann".into(), address: "+2".into() });
    let grouped = added(&[("MessagingBinding.Address", "+1"), ("MessagingBinding.Type", "SMS")]).address;
    assert_eq!(grouped, ParticipantAddress::Address { address: "+1".into(), proxy: String::new() });
}

#[test]
fn what_happens_to_conversations_and_users_is_recorded_by_its_name() {
    for name in [
        "onConversationAdded",
        "onConversationUpdated",
        "onConversationRemoved",
        "onParticipantUpdated",
        "onUserAdded",
        "onUserUpdated",
        "onSomethingNew",
    ] {
        let fields = [("EventType", name), ("ConversationSid", CH), ("DateCreated", "2025-09-17T22:23:11.350Z")];
        let event = received(&fields);
        assert_eq!((&event.kind, &event.conversation), (&EventKind::Other(name.into()), &conversation(CH)), "{name}");
        assert_eq!((event.occurred_at, event.wants_turn()), (Some(UnixMillis(1_758_147_791_350)), false));
    }
    let user = received(&[("EventType", "onUserAdded"), ("UserSid", "US1"), ("DateCreated", "x"), ("AccountSid", AC)]);
    assert_eq!((key(&user), user.conversation.to_string()), ("onUserAdded::US1:x", format!("account:{AC}")));
}
