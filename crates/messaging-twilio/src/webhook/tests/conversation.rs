use super::*;

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

#[test]
fn what_a_person_wrote_in_a_conversation_is_a_message() {
    let media = r#"[{"MediaSid":"ME00000000000000000000000000000007","Filename":"x.png","ContentType":"image/png"}]"#;
    let said = [("Source", "SMS"), ("Author", "+15550100777"), ("Body", "Hello oh"), ("Media", media)];
    let event = received(&[&ADDED[..], &said, &[("Attributes", r#"{"mid":"not ours"}"#)]].concat());
    assert_eq!((key(&event), &event.conversation), (&*format!("onMessageAdded:{CH}:{IM}"), &conversation(CH)));
    assert_eq!((event.occurred_at, event.sequence), (Some(UnixMillis(1_758_147_791_350)), None));
    let EventKind::MessageAdded(message) = event.kind else { panic!("{event:?}") };
    assert_eq!((message.author.id.as_str(), message.content.text.as_str()), ("+15550100777", "Hello oh"));
    assert_eq!(message.content.media[0].content_type.as_deref(), Some("image/png"));
    assert!(message.content.media[0].url.starts_with("https://mcs.us1.twilio.com/v1/Services/IS0000"));
}

#[test]
fn what_we_wrote_comes_back_as_an_echo() {
    for said in [[("Source", "API"), ("Author", "agent-smith")], [("Source", "SDK"), ("Author", "assistant")]] {
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
