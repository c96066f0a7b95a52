use super::*;

#[test]
fn a_missing_field_is_named() {
    for (fields, name) in [
        (&[("MessageSid", SM), ("SmsStatus", "received"), ("To", "+1")][..], "`From`"),
        (&[("MessageSid", SM), ("SmsStatus", "received"), ("From", "+1"), ("To", "")], "`To`"),
        (&[("MessageStatus", "sent"), ("From", "+1"), ("To", "+2")], "`MessageSid`"),
        (&[("MessageStatus", "sent"), ("MessageSid", SM), ("To", "+2")], "`From`"),
        (&[("EventType", "onMessageAdded"), ("MessageSid", IM), ("Author", "a")], "`ConversationSid`"),
        (&[("EventType", "onMessageAdded"), ("ConversationSid", CH), ("MessageSid", IM)], "`Author`"),
    ] {
        let error = receive(&posted(URL, fields), URL).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{fields:?}");
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn what_is_not_signed_is_refused_and_what_is_signed_must_be_readable() {
    let unsigned = Request::post(URL).body(Bytes::from_static(b"garbage")).unwrap();
    assert_eq!(receive(&unsigned, URL).unwrap_err().kind(), ErrorKind::Unauthorized);
    let mut tampered = posted(URL, &SMS);
    *tampered.body_mut() = encoded(&SMS).replace("0777", "0778").into();
    assert_eq!(receive(&tampered, URL).unwrap_err().kind(), ErrorKind::Unauthorized);
    let mut twice = posted(URL, &SMS);
    twice.headers_mut().append("x-twilio-signature", "x".parse().unwrap());
    assert_eq!(receive(&twice, URL).unwrap_err().kind(), ErrorKind::Unauthorized);

    let json = |signature: String| {
        let request = Request::post(URL).header("content-type", "application/json");
        request.header("x-twilio-signature", signature).body(Bytes::from_static(b"{}")).unwrap()
    };
    assert_eq!(receive(&json("x".into()), URL).unwrap_err().kind(), ErrorKind::Unauthorized);
    assert_eq!(receive(&json(sign(URL, &[])), URL).unwrap_err().kind(), ErrorKind::Invalid);

    // Signed over what a decoder makes of it, and still refused.
    let mut cut = posted(URL, &[("Body", "%4")]);
    *cut.body_mut() = Bytes::from_static(b"Body=%4");
    assert_eq!(receive(&cut, URL).unwrap_err().kind(), ErrorKind::Invalid);
}

#[test]
fn the_url_is_the_one_twilio_signs_and_the_refusal_its_own() {
    let twilio = twilio();
    assert_eq!((twilio.configured_url(), twilio.refusal()), (Some(URL), http::StatusCode::FORBIDDEN));
    assert!(!format!("{twilio:?}").contains(TOKEN));
}

/// Of a form without fields nothing is signed, so it must not stand in for a body whose hash is.
#[test]
fn a_hashed_body_cannot_be_taken_away_as_an_empty_form() {
    let url = format!("{URL}?bodySHA256={}", messaging_core::signature::sha256_hex([b"{}".as_slice()]));
    let posted = |kind: &str, body: &'static [u8]| {
        let request = Request::post(&url).header("content-type", kind).header("x-twilio-signature", sign(&url, &[]));
        receive(&request.body(Bytes::from_static(body)).unwrap(), &url)
    };
    assert!(posted("application/json", b"{}").is_ok());
    for body in [&b""[..], b"&", b"&&&"] {
        let refused = posted("application/x-www-form-urlencoded", body).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Unauthorized, "{body:?}");
    }
}
