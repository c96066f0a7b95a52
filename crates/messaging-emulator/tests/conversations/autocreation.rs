//! Conversations that a first message creates.

use crate::bench::{ALICE, Bench, US};

async fn enable(bench: &Bench, pairs: &[(&str, &str)]) {
    let mut all = vec![("Type", "sms"), ("Address", US), ("AutoCreation.Enabled", "true")];
    all.extend(pairs);
    assert_eq!(bench.post("/v1/Configuration/Addresses", &all).await.status, 201);
}

fn events(bench: &Bench) -> Vec<String> {
    bench.heard().iter().filter_map(|heard| heard.get("EventType")).collect()
}

#[tokio::test(start_paused = true)]
async fn a_first_message_creates_a_conversation_and_goes_into_it() {
    let bench = Bench::new();
    enable(&bench, &[]).await;
    let sid = bench.twilio.write_sms(ALICE, US, "hello");
    assert!(sid.starts_with("IM"), "{sid}");
    bench.wait(1).await;
    let mut told = events(&bench);
    told.sort();
    assert_eq!(told, ["onConversationAdded", "onMessageAdded", "onParticipantAdded"]);
    assert!(bench.heard().iter().all(|heard| heard.get("Source").as_deref() == Some("SMS")));
    let rooms = bench.get("/v1/ParticipantConversations?Address=%2B15550100777").await;
    assert_eq!(rooms.body["conversations"].as_array().unwrap().len(), 1);
    assert_eq!(rooms.text("/conversations/0/conversation_created_by"), ALICE);
    assert_eq!(rooms.text("/conversations/0/participant_messaging_binding/proxy_address"), US);
    let room = rooms.text("/conversations/0/conversation_sid");
    // The next one goes into the same; after it is closed, there is a new one.
    bench.twilio.write_sms(ALICE, US, "again");
    let messages = bench.get(&format!("/v1/Conversations/{room}/Messages")).await;
    assert_eq!(messages.body["messages"].as_array().unwrap().len(), 2);
    bench.post(&format!("/v1/Conversations/{room}"), &[("State", "closed")]).await;
    bench.twilio.write_sms(ALICE, US, "once more");
    let rooms = bench.get("/v1/ParticipantConversations?Address=%2B15550100777").await;
    assert_eq!(rooms.body["conversations"].as_array().unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn it_is_created_where_the_address_says_and_tells_its_own_webhook() {
    let bench = Bench::new();
    let service = bench.post("/v1/Services", &[("FriendlyName", "Other")]).await.text("/sid");
    let pairs = [
        ("AutoCreation.Type", "webhook"),
        ("AutoCreation.ConversationServiceSid", service.as_str()),
        ("AutoCreation.WebhookUrl", "https://own.test/"),
        ("AutoCreation.WebhookFilters", "onMessageAdded"),
    ];
    enable(&bench, &pairs).await;
    bench.twilio.write_sms(ALICE, US, "hello");
    bench.wait(1).await;
    let heard = bench.heard();
    assert_eq!((heard.len(), heard[0].url.as_str()), (1, "https://own.test/"));
    assert_eq!(heard[0].get("ChatServiceSid").as_deref(), Some(service.as_str()));
    let rooms = bench.get(&format!("/v1/Services/{service}/Conversations")).await;
    let sid = rooms.text("/conversations/0/sid");
    let webhooks = bench.get(&format!("/v1/Services/{service}/Conversations/{sid}/Webhooks")).await;
    assert_eq!(webhooks.text("/webhooks/0/configuration/url"), "https://own.test/");
}

#[tokio::test(start_paused = true)]
async fn every_channel_has_its_own_address() {
    let bench = Bench::new();
    let pairs = [("Type", "whatsapp"), ("Address", "whatsapp:+15550100001"), ("AutoCreation.Enabled", "true")];
    assert_eq!(bench.post("/v1/Configuration/Addresses", &pairs).await.status, 201);
    assert!(bench.twilio.write_sms(ALICE, US, "by sms").starts_with("SM"));
    assert!(bench.twilio.write_sms("whatsapp:+15550100777", "whatsapp:+15550100001", "hola").starts_with("IM"));
    bench.wait(1).await;
    assert_eq!(bench.events("onParticipantAdded")[0].get("MessagingBinding.Type").as_deref(), Some("WHATSAPP"));
}

#[tokio::test(start_paused = true)]
async fn without_it_a_message_stays_a_message() {
    let bench = Bench::new();
    let pairs = [("Type", "sms"), ("Address", US), ("AutoCreation.Enabled", "false")];
    bench.post("/v1/Configuration/Addresses", &pairs).await;
    assert!(bench.twilio.write_sms(ALICE, US, "hello").starts_with("SM"));
}
