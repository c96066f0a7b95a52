//! What a service gives by default, and whom the account and its services tell.

use serde_json::{Value, json};

use crate::bench::{Bench, WEBHOOK};

#[tokio::test(start_paused = true)]
async fn a_service_gives_the_roles_it_is_told_to_give() {
    let bench = Bench::new();
    let path = format!("{}/Configuration", bench.service());
    let role = async |kind: &str| {
        let pairs = [("FriendlyName", "mine"), ("Type", kind), ("Permission", "addParticipant")];
        bench.post(&format!("{}/Roles", bench.service()), &pairs).await.text("/sid")
    };
    let (conversation, service) = (role("conversation").await, role("service").await);
    let pairs = [
        ("DefaultConversationCreatorRoleSid", conversation.as_str()),
        ("DefaultConversationRoleSid", &conversation),
        ("DefaultChatServiceRoleSid", &service),
        ("ReachabilityEnabled", "true"),
    ];
    let set = bench.post(&path, &pairs).await;
    assert_eq!((set.status.as_u16(), set.body["reachability_enabled"].as_bool()), (200, Some(true)));
    assert_eq!(set.text("/default_conversation_creator_role_sid"), conversation);
    assert_eq!(bench.get(&path).await.body, set.body);
    let ann = bench.post(&format!("{}/Participants", bench.conversation().await), &[("Identity", "ann")]).await;
    assert_eq!(ann.text("/role_sid"), conversation);
    let user = bench.get("/v1/Users/ann").await;
    assert_eq!((user.text("/role_sid"), user.body["is_online"].as_bool()), (service.clone(), Some(false)));
    let cases: &[super::Case<'_>] = &[
        (&[("DefaultConversationCreatorRoleSid", &service)], 400, 50_106),
        (&[("DefaultConversationRoleSid", "RL1")], 400, 50_109),
        (&[("DefaultChatServiceRoleSid", &conversation)], 400, 50_100),
        (&[("ReachabilityEnabled", "yes")], 400, 20_422),
    ];
    bench.refuses(&path, cases).await;
    assert_eq!(bench.delete(&path).await.code(), (405, 20_004));
}

#[tokio::test(start_paused = true)]
async fn webhooks_are_set_changed_and_taken_away() {
    let bench = Bench::new();
    let of_service = format!("{}/Configuration/Webhooks", bench.service());
    let begun = bench.get(&of_service).await;
    assert_eq!((begun.text("/post_webhook_url"), begun.text("/method")), (WEBHOOK.into(), "POST".into()));
    assert_eq!(bench.get("/v1/Configuration/Webhooks").await.body["post_webhook_url"], Value::Null);
    for path in [of_service.as_str(), "/v1/Configuration/Webhooks"] {
        let pairs = [
            ("PreWebhookUrl", "https://a.test/pre"),
            ("PostWebhookUrl", "https://a.test/post?x=1#rc=3"),
            ("Filters", "onMessageAdd"),
            ("Filters", "onMessageAdded"),
            ("Method", "GET"),
        ];
        let set = bench.post(path, &pairs).await;
        assert_eq!(set.status, 200, "{}", set.body);
        assert_eq!(set.text("/pre_webhook_url"), "https://a.test/pre");
        assert_eq!(set.text("/post_webhook_url"), "https://a.test/post?x=1#rc=3");
        assert_eq!(
            (&set.body["filters"], set.text("/method")),
            (&json!(["onMessageAdd", "onMessageAdded"]), "GET".into())
        );
        assert_eq!(bench.get(path).await.body, set.body);
        let without = bench.post(path, &[("PreWebhookUrl", "")]).await;
        assert!(without.body["pre_webhook_url"].is_null() && without.body["post_webhook_url"].is_string());
        let long = format!("https://a.test/{}", "a".repeat(2_048));
        let cases: &[super::Case<'_>] = &[
            (&[("PostWebhookUrl", "a.test")], 400, 50_054),
            (&[("PreWebhookUrl", &long)], 400, 50_372),
            (&[("Method", "PUT")], 400, 50_055),
            (&[("Filters", "onNothing")], 400, 50_365),
        ];
        bench.refuses(path, cases).await;
        assert_eq!(bench.get(path).await.body, without.body, "what is refused changes nothing");
    }
    let flex = bench.post("/v1/Configuration/Webhooks", &[("Target", "flex")]).await;
    assert_eq!(flex.text("/target"), "flex");
    bench.refuses("/v1/Configuration/Webhooks", &[(&[("Target", "studio")], 400, 50_364)]).await;
    // Of a service there is no target, and the parameter is unknown.
    bench.post(&of_service, &[("Target", "flex")]).await;
    let warnings = bench.twilio.warnings();
    assert_eq!(
        warnings.last().unwrap(),
        "POST Services Configuration Webhooks: the unknown parameter Target was ignored"
    );
}
