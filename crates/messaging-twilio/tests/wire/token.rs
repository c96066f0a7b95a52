//! `POST /{account}/token`: who gets one, and what it holds.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use messaging_core::{Provider, Secret};
use messaging_twilio::{Authenticated, Refusal, TokenAuthenticator, Twilio, TwilioConfig};
use serde_json::{Value, json};

use crate::scripted::{AC, Answer, IS, SK, Script, says};

const SECRET: &str = "a-secret-of-the-backend";
const ISSUER: &str = "https://login.test/";
const NOW: u64 = 1_700_000_000;

/// Made up for these tests.
const ISSUER_KEY: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2XBPxL4bIvQrbK0zzrcTJt4kGAtBr56+WS5YIcUE1XihRANCAAQw\
                          qriVAjhcDBrcfXPQfm9a1i6VPRxwzN9LeFVilzU4Nb3linZsn1Liaf0WQ4DvW13OO5OcUx1ed0AqZzX3L7ON";

fn config() -> TwilioConfig {
    let mut config = TwilioConfig::new(AC, "token");
    config.api_key = Some(SK.into());
    config.api_secret = Some(Secret::new("key-secret"));
    config.conversations_service_sid = Some(IS.into());
    config
}

fn with_secret() -> TwilioConfig {
    let mut config = config();
    config.token_secret = Some(SECRET.into());
    config
}

fn with_issuer() -> TwilioConfig {
    let mut config = config();
    config.token_issuer = Some(ISSUER.into());
    config.token_audience = Some("messaging".into());
    config
}

fn keys() -> Answer {
    says(
        200,
        &json!({ "keys": [{
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "one",
            "x": "MKq4lQI4XAwa3H1z0H5vWtYulT0ccMzfS3hVYpc1ODU", "y": "veWKdmyfUuJp_RZDgO9bXc47k5xTHV53QCpnNfcvs40",
        }] }),
    )
}

fn discovery() -> Answer {
    says(200, &json!({ "issuer": ISSUER, "jwks_uri": "https://login.test/keys" }))
}

fn jwt(name: &str, claims: &Value) -> String {
    let key = EncodingKey::from_ec_der(&STANDARD.decode(ISSUER_KEY).unwrap());
    encode(&Header { kid: Some(name.into()), ..Header::new(Algorithm::ES256) }, claims, &key).unwrap()
}

fn claims() -> Value {
    json!({ "iss": ISSUER, "sub": "ann", "aud": ["other", "messaging"], "exp": NOW + 300, "nbf": NOW - 5 })
}

fn post(authorization: &str) -> http::request::Builder {
    Request::post("/twilio/token").header("authorization", authorization)
}

fn form(builder: http::request::Builder, body: &'static str) -> Request<Bytes> {
    builder.header("content-type", "application/x-www-form-urlencoded").body(body.into()).unwrap()
}

async fn ask(twilio: &Twilio, request: Request<Bytes>) -> (StatusCode, Value) {
    ask_at(twilio, request, NOW).await
}

async fn ask_at(twilio: &Twilio, request: Request<Bytes>, now: u64) -> (StatusCode, Value) {
    let endpoints = twilio.endpoints().unwrap();
    assert_eq!(endpoints.names(), ["token"]);
    let now: SystemTime = UNIX_EPOCH + Duration::from_secs(now);
    let response: Response<Bytes> = endpoints.answer("token", request, now).await;
    assert_eq!(response.headers()["cache-control"], "no-store");
    (response.status(), serde_json::from_slice(response.body()).unwrap())
}

fn payload(body: &Value) -> Value {
    let token = body["token"].as_str().unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

#[tokio::test]
async fn the_backend_gets_a_token_for_anybody_by_json_form_and_query() {
    let twilio = Script::default().provider_of(with_secret());
    let bearer = format!("Bearer {SECRET}");
    let json = || post(&bearer).header("content-type", "application/json; charset=utf-8");
    let requests = [
        json().body(Bytes::from_static(br#"{"identity":"ann"}"#)).unwrap(),
        form(post(&bearer), "identity=ann"),
        Request::post("/twilio/token?identity=ann").header("authorization", &bearer).body(Bytes::new()).unwrap(),
    ];
    for request in requests {
        let (status, body) = ask(&twilio, request).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        let claims = payload(&body);
        assert_eq!(claims["grants"], json!({ "identity": "ann", "chat": { "service_sid": IS } }));
        assert_eq!((&claims["exp"], &claims["iss"]), (&json!(NOW + 3_600), &json!(SK)));
    }
}

#[tokio::test]
async fn no_or_a_wrong_secret_is_401_before_the_identity_is_looked_at() {
    let twilio = Script::default().provider_of(with_secret());
    for authorization in ["Bearer wrong-secret-of-the-backend", "Basic YTpi", "Bearer ", "a-secret-of-the-backend"] {
        let (status, _) = ask(&twilio, form(post(authorization), "")).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{authorization}");
    }
    let bare = Request::post("/twilio/token?identity=ann").body(Bytes::new()).unwrap();
    assert_eq!(ask(&twilio, bare).await.0, StatusCode::UNAUTHORIZED);
    let bearer = format!("Bearer {SECRET}");
    let twice = post(&bearer).header("authorization", &bearer);
    assert_eq!(ask(&twilio, form(twice, "identity=ann")).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn without_an_authenticator_or_an_api_key_it_is_503() {
    let open = Script::default().provider_of(config());
    let (status, body) = ask(&open, form(post("Bearer x"), "identity=ann")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(body["message"].as_str().unwrap().contains("TWILIO_TOKEN_SECRET"), "{body}");
    let mut keyless = TwilioConfig::new(AC, "token");
    keyless.token_secret = Some(SECRET.into());
    let keyless = Script::default().provider_of(keyless);
    let (status, _) = ask(&keyless, form(post(&format!("Bearer {SECRET}")), "identity=ann")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn what_names_no_identity_is_400() {
    let twilio = Script::default().provider_of(with_secret());
    let bearer = format!("Bearer {SECRET}");
    let missing = json!({ "message": "identity required" });
    assert_eq!(ask(&twilio, form(post(&bearer), "")).await, (StatusCode::BAD_REQUEST, missing.clone()));
    assert_eq!(ask(&twilio, form(post(&bearer), "identity=%20")).await, (StatusCode::BAD_REQUEST, missing));
    for bad in ["[]", "{", "{\"identity\":7}"] {
        let request = post(&bearer).header("content-type", "application/json").body(bad.into()).unwrap();
        assert_eq!(ask(&twilio, request).await.0, StatusCode::BAD_REQUEST, "{bad}");
    }
    let two = form(post(&bearer), "identity=ann&identity=bob");
    assert_eq!(ask(&twilio, two).await.0, StatusCode::BAD_REQUEST);
    let long = Bytes::from(format!("identity={}", "a".repeat(257)));
    let long = post(&bearer).header("content-type", "application/x-www-form-urlencoded").body(long).unwrap();
    assert_eq!(ask(&twilio, long).await.0, StatusCode::BAD_REQUEST);
    let get = Request::get("/twilio/token?identity=ann").header("authorization", &bearer).body(Bytes::new()).unwrap();
    assert_eq!(ask(&twilio, get).await.0, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_jwt_gives_a_token_for_its_subject_only() {
    let script = Script::new([discovery(), keys()]);
    let twilio = script.provider_of(with_issuer());
    let bearer = format!("Bearer {}", jwt("one", &claims()));
    let (status, body) = ask(&twilio, form(post(&bearer), "")).await;
    assert_eq!((status, &payload(&body)["grants"]["identity"]), (StatusCode::OK, &json!("ann")));
    assert_eq!(ask(&twilio, form(post(&bearer), "identity=ann")).await.0, StatusCode::OK);
    assert_eq!(ask(&twilio, form(post(&bearer), "identity=bob")).await.0, StatusCode::FORBIDDEN);
    // Asked for once, however many tokens came.
    let asked = script.asked();
    assert_eq!(asked, ["GET https://login.test/.well-known/openid-configuration", "GET https://login.test/keys"]);
}

#[tokio::test]
async fn a_jwt_that_is_stale_foreign_or_false_is_401() {
    let with = |name: &str, value: Value| {
        let mut claims = claims();
        claims[name] = value;
        jwt("one", &claims)
    };
    let good = jwt("one", &claims());
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let none = format!("{}.{}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#), signed.split_once('.').unwrap().1);
    let secret = EncodingKey::from_secret(b"x");
    let symmetric = encode(&Header { kid: Some("one".into()), ..Header::default() }, &claims(), &secret).unwrap();
    let forged = [
        with("exp", json!(NOW - 61)),
        with("nbf", json!(NOW + 61)),
        with("iss", json!("https://evil.test/")),
        with("aud", json!("other")),
        with("sub", json!("")),
        jwt("two", &claims()),
        format!("{signed}.{}", signature.chars().rev().collect::<String>()),
        format!("{signed}."),
        none,
        symmetric,
        "x".repeat(20_000),
        "no-jwt".into(),
    ];
    let twilio = Script::new([discovery(), keys()]).provider_of(with_issuer());
    for forged in forged {
        let (status, body) = ask(&twilio, form(post(&format!("Bearer {forged}")), "")).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{forged}: {body}");
    }
    assert_eq!(ask(&twilio, form(post(&format!("Bearer {good}")), "")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn keys_are_fetched_again_when_they_are_old_or_new_ones_are_named_but_not_at_every_call() {
    let script = Script::new([discovery(), keys(), discovery(), keys(), says(500, &json!({}))]);
    let twilio = script.provider_of(with_issuer());
    let mut claims = claims();
    claims["exp"] = json!(NOW + 100_000);
    let (known, unknown) = (format!("Bearer {}", jwt("one", &claims)), format!("Bearer {}", jwt("two", &claims)));
    for _ in 0..5 {
        assert_eq!(ask(&twilio, form(post(&unknown), "")).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(script.times_asked(), 2);
    assert_eq!(ask_at(&twilio, form(post(&unknown), ""), NOW + 61).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(script.times_asked(), 4);
    // The issuer is away: what is known goes on.
    assert_eq!(ask_at(&twilio, form(post(&known), ""), NOW + 5_000).await.0, StatusCode::OK);
    assert_eq!(script.times_asked(), 5);
}

#[tokio::test]
async fn an_issuer_that_cannot_be_reached_is_503_and_not_401() {
    let twilio = Script::new([says(500, &json!({}))]).provider_of(with_issuer());
    let (status, _) = ask(&twilio, form(post(&format!("Bearer {}", jwt("one", &claims()))), "")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn the_settings_say_what_a_token_holds() {
    let mut config = with_secret();
    config.token_ttl = Duration::from_secs(60);
    config.token_voice_application_sid = Some(format!("AP{}", "0".repeat(32)));
    config.token_sync_service_sid = Some("default".into());
    config.token_video = true;
    let twilio = Script::default().provider_of(config);
    let (_, body) = ask(&twilio, form(post(&format!("Bearer {SECRET}")), "identity=ann")).await;
    let claims = payload(&body);
    let mut grants: Vec<_> = claims["grants"].as_object().unwrap().keys().collect();
    grants.sort();
    assert_eq!(grants, ["chat", "data_sync", "identity", "video", "voice"]);
    assert_eq!(claims["exp"], json!(NOW + 60));
}

#[test]
fn settings_that_let_nobody_or_anybody_in_are_refused() {
    let refused = |change: fn(&mut TwilioConfig)| {
        let mut config = config();
        change(&mut config);
        Script::default().try_provider_of(config).unwrap_err().to_string()
    };
    assert!(refused(|config| config.token_secret = Some("short".into())).contains("16 characters"));
    assert!(refused(|config| config.token_issuer = Some("http://login.test".into())).contains("https"));
    assert!(refused(|config| config.token_audience = Some("us".into())).contains("token_issuer"));
    assert!(refused(|config| config.token_ttl = Duration::from_secs(86_401)).contains("24 hours"));
    assert!(refused(|config| config.token_voice_application_sid = Some("AP1".into())).contains("AP"));
}

/// An application that knows its people by a cookie.
#[derive(Debug)]
struct Cookie;

#[async_trait]
impl TokenAuthenticator for Cookie {
    async fn authenticate(&self, headers: &HeaderMap, _: SystemTime) -> Result<Option<Authenticated>, Refusal> {
        let cookie = headers.get("cookie").and_then(|cookie| cookie.to_str().ok());
        Ok(cookie.and_then(|cookie| cookie.strip_prefix("user=")).map(Authenticated::as_identity))
    }
}

#[tokio::test]
async fn an_application_may_bring_its_own_authenticator() {
    let twilio = Script::default().provider_of(config()).with_token_authenticator(Cookie);
    let (status, body) = ask(&twilio, form(Request::post("/").header("cookie", "user=bob"), "")).await;
    assert_eq!((status, &payload(&body)["grants"]["identity"]), (StatusCode::OK, &json!("bob")));
    assert_eq!(ask(&twilio, form(Request::post("/"), "")).await.0, StatusCode::UNAUTHORIZED);
}

/// A session that is no JWT.
#[derive(Debug)]
struct Session;

#[async_trait]
impl TokenAuthenticator for Session {
    async fn authenticate(&self, headers: &HeaderMap, _: SystemTime) -> Result<Option<Authenticated>, Refusal> {
        let session = headers.get("authorization").and_then(|value| value.to_str().ok());
        Ok(session.filter(|session| session.ends_with("opaque-session")).map(|_| Authenticated::as_identity("cat")))
    }
}

#[tokio::test]
async fn what_an_issuer_does_not_know_another_authenticator_may() {
    let mut config = with_issuer();
    config.token_secret = Some(SECRET.into());
    let script = Script::new([discovery(), keys()]);
    let twilio = script.provider_of(config).with_token_authenticator(Session);
    let (status, body) = ask(&twilio, form(post("Bearer opaque-session"), "")).await;
    assert_eq!((status, &payload(&body)["grants"]["identity"]), (StatusCode::OK, &json!("cat")));
    assert_eq!(ask(&twilio, form(post(&format!("Bearer {SECRET}")), "identity=ann")).await.0, StatusCode::OK);
    // Nothing is fetched for what names another issuer.
    let mut foreign = claims();
    foreign["iss"] = json!("https://evil.test/");
    let foreign = format!("Bearer {}", jwt("one", &foreign));
    assert_eq!(ask(&twilio, form(post(&foreign), "")).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(script.times_asked(), 0);
    let own = format!("Bearer {}", jwt("one", &claims()));
    assert_eq!(ask(&twilio, form(post(&own), "")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn keys_that_are_not_understood_are_passed_over() {
    let mut published = serde_json::from_slice::<Value>(keys().unwrap().body()).unwrap();
    let all = published["keys"].as_array_mut().unwrap();
    let (x, y) = (all[0]["x"].clone(), all[0]["y"].clone());
    all.insert(0, json!({ "kty": "EC", "crv": "secp256k1", "kid": "coin", "x": x, "y": y }));
    all.insert(0, json!({ "kty": "OKP", "crv": "X25519", "kid": "closed", "use": "enc", "x": x }));
    all.insert(0, json!({ "kty": "future", "kid": "later" }));
    let twilio = Script::new([discovery(), says(200, &published)]).provider_of(with_issuer());
    let own = format!("Bearer {}", jwt("one", &claims()));
    assert_eq!(ask(&twilio, form(post(&own), "")).await.0, StatusCode::OK);
}

/// An issuer has other customers: a token that was made for one of them is not for us (RFC 7519, section 4.1.3).
#[tokio::test]
async fn without_an_audience_of_ours_a_token_for_somebody_is_401() {
    let mut config = with_issuer();
    config.token_audience = None;
    let twilio = Script::new([discovery(), keys()]).provider_of(config);
    let somebody_s = format!("Bearer {}", jwt("one", &claims()));
    assert_eq!(ask(&twilio, form(post(&somebody_s), "")).await.0, StatusCode::UNAUTHORIZED);
    let mut nobody_s = claims();
    nobody_s.as_object_mut().unwrap().remove("aud");
    let nobody_s = format!("Bearer {}", jwt("one", &nobody_s));
    assert_eq!(ask(&twilio, form(post(&nobody_s), "")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn an_issuer_that_is_away_is_not_asked_at_every_call() {
    let script = Script::new([says(500, &json!({})), discovery(), keys(), says(500, &json!({}))]);
    let twilio = script.provider_of(with_issuer());
    let bearer = |name: &str, until: u64| {
        let mut claims = claims();
        claims["exp"] = json!(until);
        format!("Bearer {}", jwt(name, &claims))
    };
    let known = bearer("one", NOW + 100_000);
    for now in [NOW, NOW, NOW + 4] {
        assert_eq!(ask_at(&twilio, form(post(&known), ""), now).await.0, StatusCode::SERVICE_UNAVAILABLE);
    }
    assert_eq!(script.times_asked(), 1);
    assert_eq!(ask_at(&twilio, form(post(&known), ""), NOW + 5).await.0, StatusCode::OK);
    assert_eq!(script.times_asked(), 3);
    // A name that cannot be looked up now may be a new key's: that is not the caller's fault.
    let unknown = bearer("two", NOW + 100_000);
    for now in [NOW + 100, NOW + 101] {
        assert_eq!(ask_at(&twilio, form(post(&unknown), ""), now).await.0, StatusCode::SERVICE_UNAVAILABLE);
    }
    assert_eq!(ask_at(&twilio, form(post(&known), ""), NOW + 101).await.0, StatusCode::OK);
    assert_eq!(script.times_asked(), 4);
}
