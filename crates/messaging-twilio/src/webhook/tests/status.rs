use super::*;

#[test]
fn a_status_settles_the_send_its_url_names() {
    let url = format!("{URL}?mid=run-7%2F1");
    let fields =
        [("MessageSid", SM), ("MessageStatus", "undelivered"), ("SmsStatus", "undelivered"), ("AccountSid", AC)];
    let ends = [("From", "+15550100001"), ("To", "+15550100777"), ("ErrorCode", "30005"), ("ErrorMessage", "Unknown")];
    let fields = [&fields[..], &ends].concat();
    let (event, reply) = receive(&posted(&url, &fields), &url).unwrap();
    assert_eq!(reply, Reply::empty());
    assert_eq!(key(&event), format!("{SM}:undelivered:30005"));
    assert_eq!(event.conversation, direct("+15550100001", "+15550100777"));
    let EventKind::Delivery(delivery) = event.kind else { panic!("{event:?}") };
    assert_eq!((delivery.intent, delivery.status), (Some(IntentId::from("run-7/1")), DeliveryStatus::Failed));
    let error = delivery.error.unwrap();
    assert_eq!((error.code.as_str(), error.message.as_str()), ("30005", "Unknown"));
    // Another intent in the URL is another URL: the signature does not hold for it.
    let forged = receive(&posted(&url, &fields), &format!("{URL}?mid=run-8")).unwrap_err();
    assert_eq!(forged.kind(), ErrorKind::Unauthorized);
}

#[test]
fn a_read_receipt_of_a_channel_is_a_status_although_it_has_an_event_type() {
    let event = received(&[
        ("EventType", "READ"),
        ("MessageSid", SM),
        ("MessageStatus", "read"),
        ("From", "whatsapp:+15550100001"),
        ("To", "whatsapp:+15550100777"),
    ]);
    assert_eq!(event.kind, EventKind::Delivery(Delivery::new(SM, DeliveryStatus::Read)));
    assert_eq!(key(&event), format!("{SM}:read:"));
}
