use messaging_core::{ErrorKind, Registry, setting};
use serde_json::{Map, Value, json};

#[test]
fn slack_is_found_by_name_and_offers_what_it_does() {
    let settings = json!({ "bot_token": "xoxb-1", "signing_secret": ["new", "old"], "answer": "everything" });
    let messenger = Registry::linked().unwrap().open("slack", settings).unwrap();
    let provider = messenger.provider();
    let verbs: Vec<_> = provider.verbs().map(messaging_core::Verb::name).collect();
    let expected = [
        "send",
        "edit",
        "messages.delete",
        "stream.start",
        "stream.append",
        "stream.finish",
        "stream.discard",
        "stream.find",
        "messages.fetch",
        "messages.list",
        "conversations.create",
        "conversations.fetch",
        "conversations.list",
        "conversations.update",
        "conversations.state",
        "conversations.delete",
        "participants.add",
        "participants.list",
        "participants.update",
        "participants.remove",
        "people.name",
        "reactions.add",
        "reactions.remove",
        "typing",
        "media.fetch",
        "media.upload",
        "find",
        "catch_up",
        "health",
        "invoke",
    ];
    assert_eq!(verbs, expected);
    assert_eq!((provider.descriptor().name, provider.descriptor().max_text), ("slack", Some(4_000)));
    assert!(provider.descriptor().threads && provider.webhooks().is_some());
    assert!(provider.descriptor().actions && provider.descriptor().media);
}

#[test]
fn settings_are_read_from_slacks_own_variables() {
    let registry = Registry::linked().unwrap();
    let settings = registry.find("slack").unwrap().settings();
    let lookup = |name: &str| match name {
        "SLACK_BOT_TOKEN" => Some("xoxb-1".to_owned()),
        "SLACK_SIGNING_SECRET_FILE" => Some("secret.txt".to_owned()),
        "SLACK_BASE_URL" => Some("http://127.0.0.1:7403".to_owned()),
        _ => None,
    };
    let found = setting::from_env(settings, lookup, |_| Ok("s3cret\n".into())).unwrap();
    assert_eq!(found.len(), 3, "{found:?}");
    registry.open("slack", Value::Object(found)).unwrap();
}

#[test]
fn what_is_missing_or_blank_or_wrong_is_named() {
    let good = [("bot_token", json!("xoxb-canary")), ("signing_secret", json!("canary"))];
    for (key, value, words) in [
        ("bot_token", json!(""), ["bot_token", "SLACK_BOT_TOKEN"]),
        ("bot_token", Value::Null, ["bot_token", "SLACK_BOT_TOKEN"]),
        ("signing_secret", json!(" "), ["signing_secret", "SLACK_SIGNING_SECRET"]),
        ("signing_secret", json!(["canary", ""]), ["signing_secret", "SLACK_SIGNING_SECRET"]),
        ("signing_secret", json!([]), ["signing_secret", "SLACK_SIGNING_SECRET"]),
        ("webhook_url", json!("http://canary.test/services"), ["webhook_url", "SLACK_WEBHOOK_URL"]),
        ("base_url", json!("http://127.0.0.1:7403/api"), ["base_url", "SLACK_BASE_URL"]),
        ("bot_tokne", json!("x"), ["bot_tokne", "did you mean `bot_token`"]),
        ("answer", json!("nobody"), ["slack", "settings"]),
    ] {
        let mut settings: Map<_, _> = good.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        settings.insert(key.to_owned(), value);
        let error = Registry::linked().unwrap().open("slack", Value::Object(settings)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(words.iter().all(|word| error.to_string().contains(word)), "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}
