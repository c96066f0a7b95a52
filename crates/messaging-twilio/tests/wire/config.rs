use messaging_core::{ErrorKind, Registry, Secret, Secrets};
use messaging_http::{Transport, TransportError};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::{Value, json};

use crate::scripted::{AC, IS, MG, SK};

fn built(config: TwilioConfig) -> messaging_core::Result<Twilio> {
    let nobody = tower::service_fn(|_| async {
        Err::<http::Response<bytes::Bytes>, _>(TransportError::not_sent("building asks nobody"))
    });
    Twilio::new(config, Transport::new(nobody))
}

#[tokio::test]
async fn the_provider_is_found_by_its_name() {
    let registry = Registry::linked().unwrap();
    let settings = json!({
        "account_sid": AC, "auth_token": ["new-canary", "old-canary"], "api_key": SK, "api_secret": "canary",
        "conversations_service_sid": IS, "messaging_service_sid": MG, "phone_number": "+15550100001",
        "webhook_url": "https://bot.example.com/webhooks/support", "base_url": "http://127.0.0.1:7402",
        "author": "bot", "enable_metrics": "false", "webhook_signing_keys": { "webhooks_sharedkey_01": "canary" },
    });
    let client = registry.open("twilio", settings).unwrap();
    assert_eq!(client.provider().descriptor().max_text, Some(1_600));
    assert!(!format!("{client:?}").contains("canary"), "{client:?}");
    let verbs: Vec<_> = client.provider().verbs().map(messaging_core::Verb::name).collect();
    assert!(
        ["send", "messages.list", "participants.add", "find", "health", "invoke"].iter().all(|v| verbs.contains(v))
    );
    let minimal = json!({ "account_sid": AC, "auth_token": "t" });
    assert!(registry.open("twilio", minimal).unwrap().provider().webhooks().unwrap().configured_url().is_none());
}

#[test]
fn settings_are_read_from_every_source() {
    let read = |flag: Value| {
        let settings = json!({ "account_sid": AC, "auth_token": "t", "enable_metrics": flag });
        serde_json::from_value::<TwilioConfig>(settings).map(|config| config.enable_metrics)
    };
    for (flag, meant) in [(json!(true), true), (json!(false), false), (json!("true"), true), (json!("false"), false)] {
        assert_eq!(read(flag).unwrap(), meant);
    }
    assert!(read(json!("maybe")).is_err() && read(json!(1)).is_err());
    let default: TwilioConfig = serde_json::from_value(json!({ "account_sid": AC, "auth_token": "t" })).unwrap();
    assert_eq!((default.enable_metrics, default.author.as_str()), (true, "assistant"));
    let unknown = json!({ "account_sid": AC, "auth_token": "t", "sender": "x" });
    assert!(serde_json::from_value::<TwilioConfig>(unknown).is_err());
}

#[test]
fn a_wrong_setting_is_named_and_not_repeated() {
    type Change = fn(&mut TwilioConfig);
    let changes: [(Change, &str); 16] = [
        (|config| config.account_sid = "canary".into(), "`account_sid`"),
        (|config| config.account_sid = AC.replace("AC", "SK"), "`account_sid`"),
        (|config| config.auth_token = Secrets::from(" "), "`auth_token`"),
        (|config| config.auth_token = Secrets::new(Vec::new()), "`auth_token`"),
        (|config| config.api_key = Some(SK.into()), "`api_secret`"),
        (|config| config.api_secret = Some(Secret::new("canary")), "`api_key`"),
        (|config| (config.api_key, config.api_secret) = (Some("canary".into()), Some(Secret::new("x"))), "`api_key`"),
        (|config| config.conversations_service_sid = Some("canary".into()), "`conversations_service_sid`"),
        (|config| config.messaging_service_sid = Some("canary".into()), "`messaging_service_sid`"),
        (|config| config.phone_number = Some("canary".into()), "`phone_number`"),
        (|config| config.webhook_url = Some("canary".into()), "`webhook_url`"),
        (|config| config.webhook_url = Some("https://x.test/canary?a".into()), "`webhook_url`"),
        (
            |config| drop(config.webhook_signing_keys.insert(" ".into(), Secret::new("canary"))),
            "`webhook_signing_keys`",
        ),
        (|config| drop(config.webhook_signing_keys.insert("canary".into(), Secret::new(""))), "`webhook_signing_keys`"),
        (|config| config.base_url = Some("canary".into()), "`base_url`"),
        (|config| config.base_url = Some("https://x.test/?canary".into()), "`base_url`"),
    ];
    for (change, key) in changes {
        let mut config = TwilioConfig::new(AC, "token");
        change(&mut config);
        let error = built(config).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(error.to_string().contains(key) && !format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[test]
fn blank_counts_as_absent() {
    let mut config = TwilioConfig::new(AC, "token");
    let blank = || Some(" ".to_owned());
    (config.api_key, config.api_secret) = (blank(), Some(Secret::new("")));
    (config.conversations_service_sid, config.messaging_service_sid) = (blank(), blank());
    (config.phone_number, config.webhook_url, config.base_url) = (blank(), blank(), blank());
    let twilio = built(config).unwrap();
    assert_eq!((twilio.phone_number(), twilio.messaging_service()), (None, None));
    for number in ["+15550100001", "12345", "whatsapp:+15550100001"] {
        let mut config = TwilioConfig::new(AC, "token");
        config.phone_number = Some(number.into());
        assert_eq!(built(config).unwrap().phone_number(), Some(number));
    }
}
