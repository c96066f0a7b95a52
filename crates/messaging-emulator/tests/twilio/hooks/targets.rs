use crate::bench::{ALICE, Bench, Heard, US};

fn told(bench: &Bench) -> Vec<(String, String)> {
    let name = |heard: &Heard| {
        let query = heard.url.split_once('?').map_or("", |(_, query)| query);
        let pairs = if heard.method == "GET" { query } else { heard.body.as_str() };
        form_urlencoded::parse(pairs.as_bytes()).find(|(key, _)| key == "EventType").unwrap().1.into_owned()
    };
    let host = |heard: &Heard| heard.url.split('/').nth(2).unwrap().to_owned();
    bench.heard().iter().map(|heard| (host(heard), name(heard))).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(host, event)| ((*host).to_owned(), (*event).to_owned())).collect()
}

#[tokio::test(start_paused = true)]
async fn the_account_and_the_service_hear_what_they_ask_for() {
    let bench = Bench::live(|_| {});
    let root = bench.conversations().replace("/Conversations", "");
    let service = [("PostWebhookUrl", "https://service.test/"), ("Filters", "onMessageAdded"), ("Method", "GET")];
    assert_eq!(bench.post(&format!("{root}/Configuration/Webhooks"), &service).await.status, 200);
    let account =
        [("PostWebhookUrl", "https://account.test/"), ("Filters", "onParticipantAdded"), ("Filters", "onMessageAdded")];
    assert_eq!(bench.post("/v1/Configuration/Webhooks", &account).await.status, 200);
    let path = bench.conversation().await;
    bench.post_loudly(&format!("{path}/Participants"), &[("Identity", "bob")]).await;
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let expected = [
        ("account.test", "onParticipantAdded"),
        ("service.test", "onMessageAdded"),
        ("account.test", "onMessageAdded"),
    ];
    assert_eq!(told(&bench), pairs(&expected));
    let got = bench.heard().remove(1);
    assert_eq!((got.method.as_str(), got.body.as_str()), ("GET", ""));
    assert_eq!(got.headers["x-twilio-signature"], got.signature(&bench.settings.auth_token));
    // Each target is told with a token of its own.
    let token = |at: usize| bench.heard()[at].headers["i-twilio-idempotency-token"].clone();
    assert_ne!(token(1), token(2));
}

#[tokio::test(start_paused = true)]
async fn a_conversation_tells_its_own_webhooks() {
    let bench = Bench::live(|settings| settings.webhook_url = None);
    let path = bench.conversation().await;
    let own = format!("{path}/Webhooks");
    let some = [
        ("Target", "webhook"),
        ("Configuration.Url", "https://own.test/"),
        ("Configuration.Filters", "onMessageAdded"),
        ("Configuration.Filters", "onDeliveryUpdated"),
    ];
    assert_eq!(bench.post(&own, &some).await.status, 201);
    let words = [
        ("Target", "trigger"),
        ("Configuration.Url", "https://word.test/"),
        ("Configuration.Triggers", "Help"),
        ("Configuration.Triggers", "agent"),
    ];
    assert_eq!(bench.post(&own, &words).await.status, 201);
    let messages = format!("{path}/Messages");
    bench.twilio.write_sms(ALICE, US, "an AGENT please");
    bench.wait(1).await;
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    // A request that does not ask for webhooks is told to nobody.
    bench.post(&messages, &[("Body", "help"), ("Author", ALICE)]).await;
    bench.wait(1).await;
    bench.post_loudly(&path, &[("FriendlyName", "x")]).await;
    bench.wait(1).await;
    let expected = [("own.test", "onMessageAdded"), ("word.test", "onMessageAdded"), ("own.test", "onMessageAdded")];
    assert_eq!(told(&bench), pairs(&expected));
}

#[tokio::test(start_paused = true)]
async fn a_new_webhook_may_hear_what_was_said_before() {
    let bench = Bench::live(|settings| settings.webhook_url = None);
    let path = bench.conversation().await;
    for text in ["zero", "one", "two"] {
        bench.twilio.write_sms(ALICE, US, text);
    }
    let late = [
        ("Target", "webhook"),
        ("Configuration.Url", "https://late.test/"),
        ("Configuration.Filters", "onMessageAdded"),
        ("Configuration.ReplayAfter", "0"),
    ];
    assert_eq!(bench.post(&format!("{path}/Webhooks"), &late).await.status, 201);
    bench.wait(1).await;
    let texts: Vec<_> = bench.heard().iter().map(|heard| heard.get("Body").unwrap()).collect();
    assert_eq!(texts, ["one", "two"]);
}

#[tokio::test(start_paused = true)]
async fn a_created_conversation_says_whom_it_binds() {
    let bench = Bench::live(|_| {});
    let address =
        [("Type", "sms"), ("Address", US), ("AutoCreation.Enabled", "true"), ("AutoCreation.Type", "default")];
    assert_eq!(bench.post("/v1/Configuration/Addresses", &address).await.status, 201);
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let added = bench.events("onConversationAdded").remove(0);
    for (name, value) in [("ProxyAddress", US), ("Address", ALICE), ("AuthorAddress", ALICE)] {
        assert_eq!(added.get(&format!("MessagingBinding.{name}")).as_deref(), Some(value), "{name}");
    }
    assert_eq!(added.get("MessagingBinding.Type"), None);
}

#[tokio::test(start_paused = true)]
async fn delivery_is_told_to_whom_it_concerns() {
    let bench = Bench::live(|settings| settings.webhook_url = None);
    let path = bench.conversation().await;
    let some = [
        ("Target", "webhook"),
        ("Configuration.Url", "https://own.test/"),
        ("Configuration.Filters", "onDeliveryUpdated"),
    ];
    bench.post(&format!("{path}/Webhooks"), &some).await;
    bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await;
    bench.wait(3).await;
    assert_eq!(told(&bench), pairs(&[("own.test", "onDeliveryUpdated"), ("own.test", "onDeliveryUpdated")]));
}
