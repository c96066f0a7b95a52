use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{Method, Request};
use messaging_core::{ErrorKind, Messenger, Place, PublicUrl, capability::Received};

/// Requests that no platform would send, by content type and body.
const NOISE: [(&str, &[u8]); 8] = [
    ("application/json", b""),
    ("application/json", b"{"),
    ("application/json", b"{\"type\":\"url_verification\",\"challenge\":\"x\"}"),
    ("application/json", b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
    ("application/x-www-form-urlencoded", b"MessageSid=SM1&From=%2B1&To=%2B2&Body=hi&SmsStatus=received"),
    ("application/x-www-form-urlencoded", b"%&=&&==%zz"),
    ("text/plain", b"\xff\xfe\x00"),
    ("", b"payload={}"),
];

fn request(method: &Method, kind: &str, body: &[u8]) -> Request<Bytes> {
    let request = Request::builder().method(method).uri("/webhooks/x").header("content-type", kind);
    request.body(Bytes::copy_from_slice(body)).expect("a request")
}

fn url() -> PublicUrl {
    PublicUrl::new("https://bot.test/webhooks/x")
}

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_176_000)
}

/// Nothing unsigned brings an event in.
pub async fn what_is_not_signed_is_refused(client: Messenger, _: Place) {
    let Some(webhooks) = client.provider().webhooks() else { return };
    for (kind, body) in NOISE {
        for method in [Method::POST, Method::GET] {
            let received = webhooks.receive(&request(&method, kind, body), &url(), now());
            if let Ok(Received::Store { events, .. }) = received {
                assert!(events.is_empty(), "{method} {kind} {body:?} brought {events:?}");
            }
        }
    }
}

/// A refusal says whose fault it is; nothing here panics.
pub async fn noise_is_refused_without_a_panic(client: Messenger, _: Place) {
    let Some(webhooks) = client.provider().webhooks() else { return };
    for (kind, body) in NOISE {
        for header in ["x-twilio-signature", "x-slack-signature", "x-toy-signature", "x-slack-request-timestamp"] {
            for value in ["", "v0=", "v0=zz", "====", "1795176000", "-1", "é"] {
                let mut noisy = request(&Method::POST, kind, body);
                if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
                    noisy.headers_mut().insert(header, value.clone());
                    noisy.headers_mut().append(header, value);
                }
                if let Err(error) = webhooks.receive(&noisy, &url(), now()) {
                    assert!(matches!(error.kind(), ErrorKind::Unauthorized | ErrorKind::Invalid), "{error:?}");
                }
            }
        }
    }
}
