use std::time::{Duration, SystemTime};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::Request;
use messaging_core::{ErrorKind, Provider, Secret, Secrets};
use messaging_twilio::Twilio;
use serde_json::Value;

use super::{lossy, pieces, run, twilio::twilio};

/// An identity, a lifetime, what a caller shows, and what it asks.
pub(super) const IDENTITIES: &[&str] = &[
    "ann\x003600\0Bearer x\0{\"identity\":\"ann\"}",
    "\u{e9} \"🎉\"\x0086401\0Basic eDp4\0identity=ann",
    "\x000\0bearer eyJhbGciOiJub25lIn0.e30.\0[]",
];

fn minter() -> Twilio {
    twilio(|config| {
        config.api_key = Some("SK00000000000000000000000000000001".into());
        config.api_secret = Some(Secret::new("a secret that signs tokens, of 40 letters"));
        config.token_secret = Some(Secrets::from("what the caller does not know"));
    })
}

/// A token says for whom it is, or is not made; nobody gets one without the secret.
pub(super) fn access_token(data: &[u8]) {
    thread_local! { static TWILIO: Twilio = minter(); }
    let [identity, ttl, shown, asked] = pieces(data).map(lossy);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000);
    TWILIO.with(|twilio| {
        let token = twilio.access_token(identity.clone()).expect("a key");
        match token.with_ttl(Duration::from_secs(ttl.parse().unwrap_or(60))).sign(now) {
            Ok(token) => {
                let claims = token.expose().split('.').nth(1).expect("three parts").to_owned();
                let claims = URL_SAFE_NO_PAD.decode(claims).expect("Base64");
                let claims: Value = serde_json::from_slice(&claims).expect("JSON");
                assert_eq!(claims["grants"]["identity"], Value::from(identity));
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::Invalid, "{error}"),
        }
        for kind in ["application/json", "application/x-www-form-urlencoded"] {
            let request = Request::post("/twilio/token").header("content-type", kind).header("authorization", &shown);
            let Ok(request) = request.body(Bytes::from(asked.clone())) else { continue };
            let status = run(twilio.endpoints().expect("endpoints").answer("token", request, now)).status();
            assert_eq!(status, 401, "{shown:?}");
        }
    });
}
