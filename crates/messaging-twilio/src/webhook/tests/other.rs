use super::*;

#[test]
fn what_has_no_word_is_stored_under_a_stable_name() {
    let updated = |retry: &'static str| {
        [
            ("EventType", "onMessageUpdated"),
            ("ConversationSid", CH),
            ("MessageSid", IM),
            ("DateUpdated", "2025-09-17T22:23:11.350Z"),
            ("RetryCount", retry),
        ]
    };
    let (first, again) = (received(&updated("0")), received(&updated("1")));
    assert_eq!(first.kind, EventKind::Other("onMessageUpdated".into()));
    assert_eq!((key(&first), &first.conversation), (key(&again), &conversation(CH)));
    let call = [("CallSid", "CA1"), ("CallStatus", "ringing"), ("AccountSid", AC)];
    let call = received(&call);
    assert_eq!(
        (call.kind.clone(), call.conversation.to_string()),
        (EventKind::Other("unknown".into()), "call:CA1".into())
    );
    assert!(key(&call).starts_with("other:"));
    let sent = received(&[("MessageSid", SM), ("SmsStatus", "sent"), ("From", "+1"), ("To", "+2")]);
    assert_eq!((sent.wants_turn(), sent.conversation.to_string()), (false, format!("account:{AC}")));
}
