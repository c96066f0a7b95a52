use messaging_core::{Error, ErrorKind, Secret, message::CheckHealth};
use messaging_twilio::TwilioConfig;
use serde_json::json;

use crate::scripted::{AC, Answer, IS, SK, Script, raw, refuses, says, texts};

fn account() -> Answer {
    says(200, &json!({ "sid": AC, "friendly_name": "Acme", "status": "active", "auth_token": "canary" }))
}

fn config() -> TwilioConfig {
    let mut config = TwilioConfig::new(AC, "token");
    config.conversations_service_sid = Some(IS.into());
    config
}

async fn unwell(config: TwilioConfig, answers: Vec<Answer>) -> Error {
    let script = Script::new(answers);
    let error = script.client_of(config).call(CheckHealth::default()).await.unwrap_err();
    script.asked();
    assert!(!format!("{error:?}").contains("canary") && !format!("{error:?}").contains("s3cret"), "{error:?}");
    error
}

#[tokio::test]
async fn a_working_account_says_who_it_is() {
    let script = Script::new([account(), says(200, &json!({ "sid": IS, "friendly_name": "Support" }))]);
    let healthy = script.client_of(config()).call(CheckHealth::default()).await.unwrap();
    assert_eq!(healthy.identity, format!("Acme ({AC}), Support ({IS})"));
    let wanted = [
        format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}.json"),
        format!("GET https://conversations.twilio.com/v1/Services/{IS}"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn the_token_and_the_key_are_both_checked() {
    let script = Script::new([account(), texts(&json!([]), None)]);
    let mut config = TwilioConfig::new(AC, "token");
    (config.api_key, config.api_secret) = (Some(SK.into()), Some(Secret::new("s3cret")));
    script.client_of(config.clone()).call(CheckHealth::default()).await.unwrap();
    assert_eq!(script.callers(), [format!("{AC}:token"), format!("{SK}:s3cret")]);
    let listed = format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json?PageSize=1");
    assert_eq!(script.asked()[1], listed);
    let error = unwell(config, vec![account(), refuses(401, 20003, "Authenticate")]).await;
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(error.to_string().contains("Invalid credentials: check `api_key` and `api_secret`"), "{error}");
}

#[tokio::test]
async fn refused_credentials_name_their_keys() {
    let error = unwell(config(), vec![refuses(401, 20003, "Authenticate")]).await;
    assert_eq!((error.kind(), error.vendor().unwrap().code.as_str()), (ErrorKind::Unauthorized, "20003"));
    let words = error.to_string();
    assert!(words.contains("Invalid credentials: check `account_sid` and `auth_token`"), "{words}");
}

#[tokio::test]
async fn a_missing_service_names_its_key() {
    let error = unwell(config(), vec![account(), refuses(404, 20404, "not found")]).await;
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let words = error.to_string();
    assert!(words.contains("Service not found") && words.contains("`conversations_service_sid`"), "{words}");
}

#[tokio::test]
async fn other_trouble_is_no_verdict_on_the_settings() {
    let down = unwell(config(), vec![raw(503, "")]).await;
    assert_eq!(down.kind(), ErrorKind::Unavailable);
    let busy = unwell(config(), vec![account(), raw(429, "")]).await;
    assert_eq!(busy.kind(), ErrorKind::RateLimited);
    let strange = unwell(config(), vec![says(200, &json!(["canary"]))]).await;
    assert_eq!(strange.kind(), ErrorKind::Unexpected);
    let suspended = says(200, &json!({ "friendly_name": "Acme", "status": "suspended", "auth_token": "canary" }));
    let suspended = unwell(config(), vec![suspended]).await;
    assert!(suspended.to_string().contains("is suspended"), "{suspended}");
}

#[tokio::test]
async fn a_sender_that_is_lent_is_said() {
    let mut config = TwilioConfig::new(AC, "token");
    config.phone_number = Some("whatsapp:+14155238886".into());
    let healthy = Script::new([account()]).client_of(config).call(CheckHealth::default()).await.unwrap();
    assert!(
        healthy.identity.contains("WhatsApp's sandbox") && healthy.identity.contains("63015"),
        "{}",
        healthy.identity
    );
}
