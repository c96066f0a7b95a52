//! Tokens as Twilio's documentation and its own library write them, and what no token may be.

use std::time::UNIX_EPOCH;

use messaging_http::{Transport, TransportError};
use serde_json::{Map, Value, json};

use super::*;
use crate::{Twilio, TwilioConfig};

/// The example of the documentation, signed with `secret`.
const DOCUMENTED: &str = concat!(
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJqdGkiOiJTS3h4eHh4eHh4eHh4eHh4",
    "eHh4eHh4eHh4eHh4eHh4eHh4LTE0NTA0NzExNDciLCJpc3MiOiJTS3h4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4Iiwi",
    "c3ViIjoiQUN4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eCIsIm5iZiI6MTQ1MDQ3MTE0NywiZXhwIjoxNDUwNDc0NzQ3",
    "LCJncmFudHMiOnsiaWRlbnRpdHkiOiJ1c2VyQGV4YW1wbGUuY29tIiwiaXBfbWVzc2FnaW5nIjp7InNlcnZpY2Vfc2lkIjoiSVN4",
    "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eCIsImVuZHBvaW50X2lkIjoiSGlwRmxvd1NsYWNrRG9ja1JDOnVzZXJAZXhh",
    "bXBsZS5jb206c29tZWlvc2RldmljZSJ9fX0.IHx8KeH1acIfwnd8EIin3QBGPbfnF-yVnSFp5NpQJi0",
);

/// What Twilio's library for Python makes of [`full`] at [`NOW`].
const OFFICIAL: &str = concat!(
    "eyJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIiwidHlwIjoiSldUIn0.eyJqdGkiOiJTSzIyMjIyMjIyMjIyMjIy",
    "MjIyMjIyMjIyMjIyMjIyMjIyLTE3MDAwMDAwMDAiLCJncmFudHMiOnsiY2hhdCI6eyJzZXJ2aWNlX3NpZCI6IklTMzMzMzMzMzMz",
    "MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMifSwidm9pY2UiOnsiaW5jb21pbmciOnsiYWxsb3ciOnRydWV9LCJvdXRnb2luZyI6eyJh",
    "cHBsaWNhdGlvbl9zaWQiOiJBUDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0In19LCJ2aWRlbyI6eyJyb29tIjoiciJ9",
    "LCJpZGVudGl0eSI6InVzZXJAZXhhbXBsZS5jb20ifSwiaXNzIjoiU0syMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMiIs",
    "ImV4cCI6MTcwMDAwMzYwMCwibmJmIjoxNzAwMDAwMDAwLCJzdWIiOiJBQzExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTEx",
    "In0.dSLhfQ0Clu13lqJLQeUufv4Lqd-3FIYShePBnHpwD6g",
);

const NOW: u64 = 1_700_000_000;

fn sid(prefix: &str, digit: &str) -> String {
    format!("{prefix}{}", digit.repeat(32))
}

fn bare() -> AccessToken {
    AccessToken::new(sid("AC", "1"), sid("SK", "2"), "secret", "user@example.com")
}

fn full() -> AccessToken {
    bare()
        .with_chat(ChatGrant::new(sid("IS", "3")))
        .with_voice(VoiceGrant::new().with_incoming().with_outgoing(sid("AP", "4"), Map::new()))
        .with_video(VideoGrant::room("r"))
}

fn signed(token: &AccessToken) -> Result<Secret> {
    token.sign(UNIX_EPOCH + Duration::from_secs(NOW))
}

/// Checks the signature, then reads header and claims.
fn read(token: &str, secret: &str) -> Option<(Value, Value)> {
    let (content, given) = token.rsplit_once('.').unwrap();
    let (header, claims) = content.split_once('.').unwrap();
    let json = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    (signature(secret, content) == given).then(|| (json(header), json(claims)))
}

#[test]
fn the_token_of_the_documentation_is_read() {
    let (header, claims) = read(DOCUMENTED, "secret").unwrap();
    assert_eq!(header, json!({ "typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1" }));
    let key = format!("SK{}", "x".repeat(32));
    assert_eq!((&claims["iss"], &claims["jti"]), (&json!(key), &json!(format!("{key}-1450471147"))));
    assert_eq!((&claims["nbf"], &claims["exp"]), (&json!(1_450_471_147), &json!(1_450_474_747)));
    assert_eq!(claims["grants"]["identity"], "user@example.com");
    assert!(read(DOCUMENTED, "secreT").is_none());
    assert!(read(&DOCUMENTED.replacen("eyJqdGki", "eyJqdGkj", 1), "secret").is_none());
}

#[test]
fn the_token_of_the_official_library_is_made_to_the_letter() {
    assert_eq!(signed(&full()).unwrap().expose(), OFFICIAL);
    assert_ne!(signed(&full().with_ttl(Duration::from_secs(3_601))).unwrap().expose(), OFFICIAL);
    let mut other = full();
    other.secret = Secret::new("secreT");
    let (same, signature) = OFFICIAL.rsplit_once('.').unwrap();
    let token = signed(&other).unwrap();
    let (content, other_signature) = token.expose().rsplit_once('.').unwrap();
    assert!(content == same && other_signature != signature);
}

#[test]
fn every_grant_is_written_under_its_own_name() {
    let params = Map::from_iter([("room".to_owned(), json!("blue"))]);
    let token = bare()
        .with_region("ie1")
        .with_ttl(MAX_TTL)
        .with_chat(
            ChatGrant::new(sid("IS", "3"))
                .with_endpoint_id("phone")
                .with_deployment_role_sid(sid("RL", "5"))
                .with_push_credential_sid(sid("CR", "6")),
        )
        .with_voice(
            VoiceGrant::new()
                .with_outgoing(sid("AP", "4"), params)
                .with_push_credential_sid(sid("CR", "6"))
                .with_endpoint_id("phone"),
        )
        .with_video(VideoGrant::every_room())
        .with_sync(SyncGrant::new("default").with_endpoint_id("phone"));
    let (header, claims) = read(signed(&token).unwrap().expose(), "secret").unwrap();
    assert_eq!(header, json!({ "typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1", "twr": "ie1" }));
    assert_eq!(
        claims,
        json!({
            "jti": format!("{}-{NOW}", sid("SK", "2")), "iss": sid("SK", "2"), "sub": sid("AC", "1"),
            "nbf": NOW, "exp": NOW + 86_400,
            "grants": {
                "identity": "user@example.com",
                "chat": {
                    "service_sid": sid("IS", "3"), "endpoint_id": "phone",
                    "deployment_role_sid": sid("RL", "5"), "push_credential_sid": sid("CR", "6"),
                },
                "voice": {
                    "outgoing": { "application_sid": sid("AP", "4"), "params": { "room": "blue" } },
                    "push_credential_sid": sid("CR", "6"), "endpoint_id": "phone",
                },
                "video": {},
                "data_sync": { "service_sid": "default", "endpoint_id": "phone" },
            },
        })
    );
    let (_, claims) = read(signed(&bare()).unwrap().expose(), "secret").unwrap();
    assert_eq!(claims["grants"], json!({ "identity": "user@example.com" }));
}

#[test]
fn what_twilio_would_refuse_is_refused_here_by_name() {
    let with =
        |account: &str, key: &str, secret: &str, identity: &str| AccessToken::new(account, key, secret, identity);
    let (ac, sk) = (sid("AC", "1"), sid("SK", "2"));
    let (config, invalid) = (ErrorKind::Config, ErrorKind::Invalid);
    for (token, kind, words) in [
        (with("canary", &sk, "canary", "u"), config, "`account_sid`"),
        (with(&ac, &ac, "canary", "u"), config, "`api_key`"),
        (with(&ac, &sk, " ", "u"), config, "`api_secret`"),
        (with(&ac, &sk, "canary", ""), invalid, "identity"),
        (with(&ac, &sk, "canary", " \t"), invalid, "identity"),
        (with(&ac, &sk, "canary", &"é".repeat(257)), invalid, "257 characters"),
        (bare().with_ttl(Duration::ZERO), invalid, "24 hours"),
        (bare().with_ttl(Duration::from_millis(999)), invalid, "24 hours"),
        (bare().with_ttl(MAX_TTL + Duration::from_nanos(1)), invalid, "24 hours"),
        (bare().with_ttl(Duration::MAX), invalid, "24 hours"),
        (bare().with_region("EU west"), invalid, "region"),
        (bare().with_region(""), invalid, "region"),
        (bare().with_chat(ChatGrant::new("canary")), invalid, "IS and 32"),
        (bare().with_chat(ChatGrant::new(sid("IS", "3")).with_deployment_role_sid("x")), invalid, "RL and 32"),
        (bare().with_chat(ChatGrant::new(sid("IS", "3")).with_push_credential_sid("x")), invalid, "CR and 32"),
        (bare().with_voice(VoiceGrant::new().with_outgoing("x", Map::new())), invalid, "AP and 32"),
        (bare().with_voice(VoiceGrant::new().with_push_credential_sid("x")), invalid, "CR and 32"),
        (bare().with_sync(SyncGrant::new("x")), invalid, "`default`"),
    ] {
        let error = signed(&token).unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(words) && !error.to_string().contains("canary"), "{error}");
    }
    for kept in [bare().with_ttl(Duration::from_secs(1)), bare().with_ttl(MAX_TTL)] {
        signed(&kept).unwrap();
    }
    signed(&with(&ac, &sk, "s", &"é".repeat(256))).unwrap();
    let early = bare().sign(UNIX_EPOCH - Duration::from_secs(1)).unwrap_err();
    assert_eq!(early.kind(), ErrorKind::Invalid);
    assert!(!format!("{:?}", with(&ac, &sk, "canary", "u")).contains("canary"));
}

#[test]
fn an_account_signs_with_its_own_key() {
    let built = |change: fn(&mut TwilioConfig)| {
        let mut config = TwilioConfig::new(sid("AC", "1"), "token");
        change(&mut config);
        let deaf = tower::service_fn(|_| async {
            Err::<http::Response<bytes::Bytes>, _>(TransportError::not_sent("nobody is asked while a token is made"))
        });
        Twilio::new(config, Transport::new(deaf)).unwrap()
    };
    let keyless = built(|_| ()).access_token("u").unwrap_err();
    assert_eq!(keyless.kind(), ErrorKind::Config);
    assert!(keyless.to_string().contains("`api_key`") && keyless.to_string().contains("`api_secret`"), "{keyless}");

    let keyed =
        built(|config| (config.api_key, config.api_secret) = (Some(sid("SK", "2")), Some(Secret::new("secret"))));
    let (_, claims) = read(signed(&keyed.access_token("u").unwrap()).unwrap().expose(), "secret").unwrap();
    assert_eq!((&claims["sub"], &claims["grants"]), (&json!(sid("AC", "1")), &json!({ "identity": "u" })));

    let chatting = built(|config| {
        (config.api_key, config.api_secret) = (Some(sid("SK", "2")), Some(Secret::new("secret")));
        config.conversations_service_sid = Some(sid("IS", "3"));
    });
    let token = chatting.access_token("user@example.com").unwrap();
    let token = token
        .with_voice(VoiceGrant::new().with_incoming().with_outgoing(sid("AP", "4"), Map::new()))
        .with_video(VideoGrant::room("r"));
    assert_eq!(signed(&token).unwrap().expose(), OFFICIAL);
}
