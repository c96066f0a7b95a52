use super::*;

#[test]
fn what_has_no_word_is_stored_under_a_stable_name() {
    let updated = |retry: &'static str| {
        [
            ("EventType", "onConversationUpdated"),
            ("ConversationSid", CH),
            ("State", "active"),
            ("DateUpdated", "2025-09-17T22:23:11.350Z"),
            ("RetryCount", retry),
        ]
    };
    let (first, again) = (received(&updated("0")), received(&updated("1")));
    assert_eq!(first.kind, EventKind::Other("onConversationUpdated".into()));
    assert_eq!((key(&first), &first.conversation), (key(&again), &conversation(CH)));
    let call = [("CallSid", "CA1"), ("CallStatus", "ringing"), ("AccountSid", AC)];
    let call = received(&call);
    assert_eq!(
        (call.kind.clone(), call.conversation.to_string()),
        (EventKind::Other("unknown".into()), "call:CA1".into())
    );
    assert!(key(&call).starts_with("other:"));
    // Its tries count themselves and are signed differently; one name is common to them.
    let tried = |retry| {
        let mut request = posted(URL, &[("CallSid", "CA1"), ("RetryCount", retry)]);
        request.headers_mut().insert("i-twilio-idempotency-token", "b5a5a7f2-0000-4000-8000-1".parse().unwrap());
        receive(&request, URL).unwrap().0.keys
    };
    let (first, again) = (tried("0"), tried("1"));
    assert!(
        first[0] != again[0] && first[1..] == ["tries:b5a5a7f2-0000-4000-8000-1".into()] && first[1..] == again[1..]
    );
    let sent = received(&[("MessageSid", SM), ("SmsStatus", "sent"), ("From", "+1"), ("To", "+2")]);
    assert_eq!((sent.wants_turn(), sent.conversation.to_string()), (false, format!("account:{AC}")));
}

/// A post of `body` to `path`, its hash in the query as Twilio writes it, and the URL it came to.
fn hashed(content_type: &str, body: &str) -> (Request<Bytes>, String) {
    let url = format!("{URL}?bodySHA256={}", messaging_core::signature::sha256_hex([body.as_bytes()]));
    let request =
        Request::post(&url).header("x-twilio-signature", sign(&url, &[])).header("content-type", content_type);
    (request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap(), url)
}

#[test]
fn a_signed_body_that_is_no_form_is_stored() {
    for (content_type, body, name) in [
        (
            "application/json",
            r#"[{"specversion":"1.0","type":"com.twilio.messaging.message.sent"}]"#,
            "com.twilio.messaging.message.sent",
        ),
        ("application/cloudevents+json", r#"{"type":"a"}"#, "a"),
        ("application/json", r#"{"EventType":"onMessageAdded"}"#, "onMessageAdded"),
        ("application/json; charset=utf-8", r#"{"type":7}"#, "unknown"),
        ("application/json", "[]", "unknown"),
        ("application/json", "", "unknown"),
        ("application/json", "{", "unknown"),
        ("text/plain", "Ça va?", "unknown"),
    ] {
        let (request, url) = hashed(content_type, body);
        let (event, reply) = receive(&request, &url).unwrap();
        assert_eq!(event.kind, EventKind::Other(name.into()), "{body}");
        assert_eq!((event.raw.as_deref(), reply), (Some(body), Reply::empty()));
        assert_eq!((event.conversation.to_string(), event.wants_turn()), (format!("account:{AC}"), false));
        assert_eq!(key(&event), key(&receive(&request, &url).unwrap().0));
        let (other, other_url) = hashed(content_type, &format!("{body} "));
        assert_ne!(key(&event), key(&receive(&other, &other_url).unwrap().0));
    }
    let long = format!(r#"{{"type":"{}"}}"#, "x".repeat(129));
    let (request, url) = hashed("application/json", &long);
    assert_eq!(receive(&request, &url).unwrap().0.kind, EventKind::Other("unknown".into()));
}

#[test]
fn a_body_without_its_hash_is_refused() {
    let (good, url) = hashed("application/json", "{}");
    let kind = |request: &Request<Bytes>, url: &str| receive(request, url).unwrap_err().kind();
    let mut tampered = good.clone();
    *tampered.body_mut() = Bytes::from_static(b"[]");
    assert_eq!(kind(&tampered, &url), ErrorKind::Unauthorized);
    let mut put = good.clone();
    *put.method_mut() = http::Method::PUT;
    assert_eq!(kind(&put, &url), ErrorKind::Invalid);
    // As a form it would say something else, and that is not what was signed.
    let mut form = good.clone();
    form.headers_mut().insert("content-type", "application/x-www-form-urlencoded".parse().unwrap());
    assert_eq!(kind(&form, &url), ErrorKind::Unauthorized);
    let mut bare = good;
    bare.headers_mut().insert("x-twilio-signature", sign(URL, &[]).parse().unwrap());
    assert_eq!(kind(&bare, URL), ErrorKind::Invalid);
}

/// Bodies and URLs of seeded nonsense, signed and hashed or not: an answer comes back, and never for another body.
#[test]
fn nonsense_is_believed_only_with_its_own_hash() {
    let mut random = fastrand::Rng::with_seed(23);
    let mut believed = 0;
    for round in 0..5_000 {
        let body: String = (0..random.usize(0..40)).map(|_| random.char('\u{1}'..'\u{7ff}')).collect();
        let (mut request, mut url) = hashed("application/json", &body);
        let change = random.u8(0..4);
        match change {
            0 => *request.body_mut() = format!("{body}x").into(),
            1 => url.insert(url.len() - random.usize(1..64), '0'),
            2 => {
                let settings = if random.bool() { "key=a,algorithm=HMAC_SHA256" } else { "algorithm=MD5" };
                request.headers_mut().insert("x-twilio-webhooks-signature-settings", settings.parse().unwrap());
            }
            _ => {}
        }
        match receive(&request, &url) {
            Ok((event, _)) => {
                assert_eq!((change, event.raw.as_deref()), (3, Some(body.as_str())), "round {round}");
                believed += 1;
            }
            Err(error) => {
                assert!(change != 3 && error.kind() == ErrorKind::Unauthorized, "round {round}: {error}");
            }
        }
    }
    assert!(believed > 1_000, "{believed}");
}

/// Whatever stands behind the configured URL is part of what Twilio signs, and never says what happened.
#[test]
fn the_path_decides_nothing() {
    let state = [("EventType", "onConversationStateUpdated"), ("ConversationSid", CH), ("StateTo", "closed")];
    let mut keys = BTreeSet::new();
    for hint in ["", "/message-added", "/participant-removed", "/twilio-event", "/pre/onMessageAdd"] {
        let url = PublicUrl::new(URL).called_with(hint, None);
        let (event, _) = receive(&posted(url.as_str(), &state), url.as_str()).unwrap();
        assert_eq!(event.kind, EventKind::ConversationState("closed".into()), "{hint}");
        keys.insert(key(&event).to_owned());
        let elsewhere = receive(&posted(url.as_str(), &state), &format!("{URL}/x")).unwrap_err();
        assert_eq!(elsewhere.kind(), ErrorKind::Unauthorized);
    }
    assert_eq!(keys.len(), 1, "the same thing, wherever it is told");
}
