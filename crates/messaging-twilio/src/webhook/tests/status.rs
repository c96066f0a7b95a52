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
    assert_eq!((delivery.intent, delivery.status), (Some(IntentId::from("run-7/1")), DeliveryStatus::Undelivered));
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

#[test]
fn every_word_of_a_message_s_life_has_its_status_and_a_key_of_its_own() {
    let told = |word: &'static str| {
        received(&[
            ("MessageSid", SM),
            ("MessageStatus", word),
            ("From", "+1"),
            ("To", "+2"),
            ("RawDlrDoneDate", "2511210203"),
        ])
    };
    let life = [
        ("accepted", DeliveryStatus::Accepted),
        ("scheduled", DeliveryStatus::Accepted),
        ("queued", DeliveryStatus::Queued),
        ("sending", DeliveryStatus::Sending),
        ("sent", DeliveryStatus::Sent),
        ("delivered", DeliveryStatus::Delivered),
        ("read", DeliveryStatus::Read),
        ("undelivered", DeliveryStatus::Undelivered),
        ("failed", DeliveryStatus::Failed),
        ("canceled", DeliveryStatus::Canceled),
        ("partially_delivered", DeliveryStatus::Other("partially_delivered".into())),
    ];
    let keys: BTreeSet<_> = life
        .iter()
        .map(|(word, status)| {
            let event = told(word);
            assert_eq!(event.kind, EventKind::Delivery(Delivery::new(SM, status.clone())), "{word}");
            assert_eq!(key(&event), key(&told(word)), "a repetition is the same thing");
            key(&event).to_owned()
        })
        .collect();
    assert_eq!(keys.len(), life.len());
}

#[test]
fn a_failure_leads_to_its_page() {
    let error = |code: &'static str| {
        let fields =
            [("MessageSid", SM), ("MessageStatus", "failed"), ("From", "+1"), ("To", "+2"), ("ErrorCode", code)];
        let EventKind::Delivery(delivery) = received(&fields).kind else { panic!() };
        delivery.error
    };
    assert_eq!(error("30007").unwrap().docs.as_deref(), Some("https://www.twilio.com/docs/api/errors/30007"));
    assert_eq!(error("../x").unwrap().docs, None);
    assert_eq!(error("0"), None);
}

/// Six callbacks of one life, in each of their 720 orders, some told twice and some not at all: what is known in the end is
/// the furthest that was told.
#[test]
fn the_end_of_a_life_does_not_depend_on_the_order_it_is_told_in() {
    let words = ["accepted", "queued", "sending", "sent", "delivered", "read"];
    let told: Vec<_> = words
        .iter()
        .map(|word| received(&[("MessageSid", SM), ("MessageStatus", word), ("From", "+1"), ("To", "+2")]))
        .collect();
    let mut random = fastrand::Rng::with_seed(53);
    let mut orders = vec![vec![]];
    for step in 0..words.len() {
        orders = orders
            .iter()
            .flat_map(|order: &Vec<usize>| {
                (0..=order.len()).map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, step);
                    longer
                })
            })
            .collect();
    }
    assert_eq!(orders.len(), 720);
    for mut order in orders {
        order.retain(|_| random.u8(0..5) > 0);
        order.extend(order.clone().into_iter().filter(|_| random.bool()));
        let mut keys = BTreeSet::new();
        let known = order.iter().filter(|step| keys.insert(key(&told[**step]))).map(|step| match &told[*step].kind {
            EventKind::Delivery(delivery) => delivery.status.clone(),
            other => panic!("{other:?}"),
        });
        let known = known.reduce(DeliveryStatus::or_later);
        let furthest = order.iter().max().map(|step| super::super::status::word(words[*step]));
        assert_eq!(known, furthest, "{order:?}");
        assert_eq!(keys.len(), order.iter().collect::<BTreeSet<_>>().len(), "a repetition adds nothing");
    }
}
