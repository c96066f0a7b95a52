use serde_json::json;

use crate::bench::{ALICE, Bench, Reaction, US};

type Pairs<'a> = &'a [(&'a str, &'a str)];

const PRE: &str = "https://before.test/hook";

/// A service that asks before these events, and tells nothing afterwards.
async fn bench(events: &[&str]) -> (Bench, String) {
    let bench = Bench::live(|settings| settings.webhook_url = None);
    let path = bench.conversation().await;
    let filters = events.iter().map(|event| ("Filters", *event));
    let pairs: Vec<_> = [("PreWebhookUrl", PRE)].into_iter().chain(filters).collect();
    let root = bench.conversations().replace("/Conversations", "");
    assert_eq!(bench.post(&format!("{root}/Configuration/Webhooks"), &pairs).await.status, 200);
    (bench, path)
}

#[tokio::test(start_paused = true)]
async fn the_application_may_change_a_message() {
    let (bench, path) = bench(&["onMessageAdd"]).await;
    let change = r#"{"body": "changed", "author": "editor", "attributes": "{\"a\":1}", "sid": "IM0"}"#;
    bench.then(Reaction::SaysJson(200, change));
    let pairs = [("Body", "said"), ("Author", "assistant"), ("Attributes", "{\"b\":2}")];
    let posted = bench.post_loudly(&format!("{path}/Messages"), &pairs).await;
    assert_eq!(posted.status, 201);
    assert_eq!(
        (posted.text("/body"), posted.text("/author"), posted.text("/attributes")),
        ("changed".into(), "editor".into(), "{\"a\":1}".into())
    );
    let asked = bench.heard().remove(0);
    for (name, value) in [
        ("EventType", "onMessageAdd"),
        ("Source", "API"),
        ("Body", "said"),
        ("Author", "assistant"),
        ("Attributes", "{\"b\":2}"),
        ("ConversationSid", path.rsplit('/').next().unwrap()),
        ("AccountSid", &bench.settings.account_sid),
        ("RetryCount", "0"),
    ] {
        assert_eq!(asked.get(name).as_deref(), Some(value), "{name}");
    }
    assert!(asked.get("MessageSid").is_none() && asked.get("Index").is_none() && asked.get("ParticipantSid").is_some());
    assert_eq!(asked.headers["x-twilio-signature"], asked.signature(&bench.settings.auth_token));
    assert_eq!(bench.screens()[0].2, "changed");
    // Without the header nobody is asked; and an empty answer changes nothing.
    bench.post(&format!("{path}/Messages"), &[("Body", "quiet")]).await;
    assert_eq!(bench.heard().len(), 1);
    for (status, body) in [(200, ""), (200, "{}"), (200, "not json"), (204, "")] {
        bench.then(Reaction::SaysJson(status, body));
        let posted = bench.post_loudly(&format!("{path}/Messages"), &[("Body", "same")]).await;
        assert_eq!(posted.text("/body"), "same", "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_application_may_refuse() {
    let (bench, path) = bench(&["onMessageAdd"]).await;
    let messages = format!("{path}/Messages");
    for (status, refusal) in [(400, (403, 50_056)), (404, (403, 50_056)), (500, (400, 50_057)), (503, (400, 50_057))] {
        bench.then(Reaction::Says(status, ""));
        assert_eq!(bench.post_loudly(&messages, &[("Body", "no")]).await.code(), refusal);
    }
    assert!(bench.screens().is_empty());
    assert_eq!(bench.get(&messages).await.body["messages"].as_array().unwrap().len(), 0);
}

#[tokio::test(start_paused = true)]
async fn silence_is_a_yes_after_five_seconds() {
    for (reaction, seconds, alert) in
        [(Reaction::Sleeps(60), 5, 50_076), (Reaction::NoConnection, 0, 11_205), (Reaction::Breaks, 0, 11_200)]
    {
        let (bench, path) = bench(&["onMessageAdd"]).await;
        bench.then(reaction);
        let begun = tokio::time::Instant::now();
        assert_eq!(bench.post_loudly(&format!("{path}/Messages"), &[("Body", "hi")]).await.status, 201);
        assert_eq!((begun.elapsed().as_secs(), bench.alerts().await), (seconds, vec![alert]));
        assert_eq!(bench.screens()[0].2, "hi");
    }
}

#[tokio::test(start_paused = true)]
async fn every_act_can_be_refused() {
    let events = [
        "onConversationAdd",
        "onConversationUpdate",
        "onConversationRemove",
        "onMessageUpdate",
        "onMessageRemove",
        "onParticipantAdd",
        "onParticipantUpdate",
        "onParticipantRemove",
        "onUserUpdate",
    ];
    let (bench, path) = bench(&events).await;
    let message = bench.post(&format!("{path}/Messages"), &[("Body", "kept")]).await.text("/sid");
    let message = format!("{path}/Messages/{message}");
    let members = bench.get(&format!("{path}/Participants")).await;
    let member = format!("{path}/Participants/{}", members.text("/participants/0/sid"));
    let users = bench.conversations().replace("/Conversations", "/Users");
    let user = bench.post(&users, &[("Identity", "ann")]).await.text("/sid");
    let acts: [(&str, String, Pairs<'_>, &str); 9] = [
        ("POST", bench.conversations(), &[("FriendlyName", "new")], "FriendlyName"),
        ("POST", path.clone(), &[("FriendlyName", "new")], "FriendlyName"),
        ("DELETE", path.clone(), &[], "ConversationSid"),
        ("POST", message.clone(), &[("Body", "new")], "Body"),
        ("DELETE", message.clone(), &[], "MessageSid"),
        ("POST", format!("{path}/Participants"), &[("Identity", "new")], "Identity"),
        ("POST", member.clone(), &[("Attributes", "{}")], "ParticipantSid"),
        ("DELETE", member.clone(), &[], "MessagingBinding.Address"),
        ("POST", format!("{users}/{user}"), &[("FriendlyName", "new")], "UserSid"),
    ];
    for ((method, path, pairs, field), event) in acts.iter().zip(events) {
        bench.then(Reaction::Says(403, ""));
        let mut request = bench.form(path, pairs);
        *request.method_mut() = method.parse().unwrap();
        request.headers_mut().insert("x-twilio-webhook-enabled", "true".parse().unwrap());
        assert_eq!(bench.try_send(request).await.unwrap().code(), (403, 50_056), "{event}");
        let asked = bench.heard().pop().unwrap();
        assert_eq!(asked.get("EventType").as_deref(), Some(event));
        let value = asked.get(field).unwrap_or_default();
        assert!(
            !value.is_empty() && (pairs.iter().all(|(name, new)| name != field || value == *new)),
            "{event} {value}"
        );
    }
    assert_eq!(bench.heard().len(), 9);
    assert_eq!(bench.get(&message).await.text("/body"), "kept");
    assert_eq!(bench.get(&member).await.status, 200);
    assert_eq!(bench.get(&bench.conversations()).await.body["conversations"].as_array().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_conversation_is_named_by_the_application() {
    let (bench, _) = bench(&["onConversationAdd"]).await;
    bench.then(Reaction::SaysJson(200, r#"{"friendly_name": "Support 7", "unique_name": "ignored"}"#));
    let made = bench.post_loudly(&bench.conversations(), &[("FriendlyName", "Support")]).await;
    assert_eq!((made.text("/friendly_name"), &made.body["unique_name"]), ("Support 7".into(), &json!(null)));
}

#[tokio::test(start_paused = true)]
async fn people_are_asked_about_too() {
    let (bench, path) = bench(&["onMessageAdd"]).await;
    bench.then(Reaction::SaysJson(200, r#"{"body": "gentle"}"#)).then(Reaction::Says(400, ""));
    let wrote = bench.side("POST", "people/messages", &json!({ "from": ALICE, "text": "rude" })).await;
    assert_eq!(wrote.status, 202);
    let posted = bench.get(&format!("{path}/Messages")).await;
    assert_eq!(posted.text("/messages/0/body"), "gentle");
    let asked = bench.heard().remove(0);
    assert_eq!((asked.get("Source"), asked.get("Body")), (Some("SMS".into()), Some("rude".into())));
    let sid = path.rsplit('/').next().unwrap();
    let refused = json!({ "conversation": sid, "author": "assistant", "text": "no" });
    assert_eq!(bench.side("POST", "people/messages", &refused).await.status, 400);
    let asked = bench.heard().remove(1);
    assert_eq!((asked.get("Source"), asked.get("ClientIdentity")), (Some("SDK".into()), Some("assistant".into())));
    assert_eq!(bench.get(&format!("{path}/Messages")).await.body["messages"].as_array().unwrap().len(), 1);
    assert!(bench.get(&bench.messages()).await.body["messages"].as_array().unwrap().is_empty(), "{US}");
}
