//! The suite that every provider runs, over a fake of Acme in this file.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

use std::{
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use custom_provider::{Acme, AcmeConfig};
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response, StatusCode};
use messaging_core::{ErrorKind, Event, Messenger, Place, Provider, PublicUrl, Registry, Result, capability::Received};
use messaging_http::{Transport, TransportError};
use serde_json::{Value, json};
use sha2::Sha256;
use tower::service_fn;

const SECRET: &str = "s3cret";

fn settings() -> Value {
    json!({ "token": "t0ken", "signing_secret": SECRET, "base_url": "http://acme.test" })
}

fn acme(vendor: Transport) -> Acme {
    let config: AcmeConfig = serde_json::from_value(settings()).unwrap();
    Acme::new(config, vendor)
}

/// What Acme does: it numbers what it is given, and finds it again by its key.
fn vendor() -> Transport {
    let keys: Arc<Mutex<Vec<Value>>> = Arc::default();
    Transport::new(service_fn(move |request: Request<Bytes>| {
        let keys = Arc::clone(&keys);
        async move {
            if request.headers()["authorization"] != "Bearer t0ken" {
                let refused = Response::builder().status(StatusCode::UNAUTHORIZED).body(Bytes::new()).unwrap();
                return Ok::<_, TransportError>(refused);
            }
            let body: Value = serde_json::from_slice(request.body()).unwrap();
            let mut keys = keys.lock().unwrap();
            let place = match request.uri().path() {
                "/messages" => {
                    keys.push(body["key"].clone());
                    Some(keys.len() - 1)
                }
                _ => keys.iter().position(|key| *key == body["key"]),
            };
            let id = place.map(|place| format!("m{place}"));
            Ok(Response::new(json!({ "id": id }).to_string().into()))
        }
    }))
}

fn open() -> (Messenger, Place) {
    (Messenger::new(acme(vendor())), Place::new("chat", ["ann"]))
}

messaging_testkit::conformance!(super::open());

const NOW: u64 = 1_795_176_000;

/// Hears a callback that was signed with `secret` at `time`, at the time `NOW`.
fn hear(body: &str, secret: &str, time: u64) -> Result<Vec<Event>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    let signature = mac.finalize().into_bytes().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    let request = Request::post("/webhooks/acme").header("acme-time", time).header("acme-signature", signature);
    let request = request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(NOW);
    let acme = acme(vendor());
    match acme.webhooks().unwrap().receive(&request, &PublicUrl::new("https://bot.test/webhooks/acme"), now)? {
        Received::Store { events, .. } => Ok(events),
        other => panic!("{other:?}"),
    }
}

const HI: &str = r#"{"id":"a1","from":"ann","text":"hi"}"#;

#[test]
fn a_signed_callback_is_an_event() {
    for time in [NOW - 300, NOW, NOW + 300] {
        let events = hear(HI, SECRET, time).unwrap();
        assert_eq!(events[0].conversation, Place::new("chat", ["ann"]));
        assert_eq!(events[0].keys, ["a1".into()]);
    }
}

#[test]
fn a_false_or_old_signature_is_refused() {
    for (secret, time) in [("other", NOW), (SECRET, NOW - 301), (SECRET, NOW + 301), (SECRET, u64::MAX)] {
        assert_eq!(hear(HI, secret, time).unwrap_err().kind(), ErrorKind::Unauthorized, "{time}");
    }
}

#[test]
fn a_signed_body_that_cannot_be_read_is_malformed() {
    for body in ["", "{}", "[]", &HI.replace("ann", ""), &HI.replace("a1", "")] {
        assert_eq!(hear(body, SECRET, NOW).unwrap_err().kind(), ErrorKind::Invalid, "{body}");
    }
}

#[test]
fn it_is_found_by_its_name_and_hides_its_secrets() {
    let client = Registry::linked().unwrap().open("acme", settings()).unwrap();
    let shown = format!("{client:?}");
    assert!(shown.contains("acme.test") && !shown.contains(SECRET) && !shown.contains("t0ken"), "{shown}");
    let error = Registry::linked().unwrap().open("acme", json!({ "token": "t" })).unwrap_err();
    assert!(error.to_string().contains("ACME_SIGNING_SECRET"), "{error}");
}
