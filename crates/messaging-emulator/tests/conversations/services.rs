use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn services_are_worlds_of_their_own() {
    let bench = Bench::new();
    let made = bench.post("/v1/Services", &[("FriendlyName", "Second")]).await;
    assert_eq!((made.status.as_u16(), made.text("/friendly_name")), (201, "Second".into()));
    let (sid, root) = (made.text("/sid"), format!("/v1/Services/{}", made.text("/sid")));
    assert_eq!(bench.get(&root).await.body, made.body);
    assert_eq!(
        bench.sids("/v1/Services", "services").await,
        [bench.settings.conversations_service_sid.clone(), sid.clone()]
    );
    for link in ["conversations", "users", "roles", "configuration", "participant_conversations"] {
        let url = made.body["links"][link].as_str().unwrap().to_owned();
        assert_eq!(bench.get(&url).await.status, 200, "{url}");
    }
    // The same unique name, in each of them.
    let first = bench.post("/v1/Conversations", &[("UniqueName", "order")]).await;
    let second = bench.post(&format!("{root}/Conversations"), &[("UniqueName", "order")]).await;
    assert_eq!((second.status.as_u16(), second.text("/chat_service_sid")), (201, sid.clone()));
    assert_ne!(first.text("/sid"), second.text("/sid"));
    let here = format!("{root}/Conversations/{}", first.text("/sid"));
    assert_eq!(bench.get(&here).await.code(), (404, 20_404));
    let members = format!("{root}/Conversations/order/Participants");
    bench.post(&members, &[("Identity", "ann")]).await;
    assert_eq!(bench.get(&format!("{root}/Users/ann")).await.status, 200);
    assert_eq!(bench.get("/v1/Users/ann").await.code(), (404, 20_404));
    // A role of one is none of the other, but a phone is bound once in the whole account.
    let role = bench.get(&format!("{}/Roles", bench.service())).await.text("/roles/0/sid");
    assert_eq!(bench.post(&members, &[("Identity", "bob"), ("RoleSid", &role)]).await.code(), (400, 50_109));
    let pair = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
    assert_eq!(bench.post("/v1/Conversations/order/Participants", &pair).await.status, 201);
    assert_eq!(bench.post(&members, &pair).await.code(), (409, 50_416));
    // Without a webhook of its own it tells nobody.
    bench.post_loudly(&format!("{root}/Conversations/order/Messages"), &[("Body", "hi")]).await;
    bench.wait(1).await;
    assert!(bench.events("onMessageAdded").is_empty());
    assert_eq!(bench.delete(&root).await.status, 204);
    for path in [root.clone(), format!("{root}/Conversations"), format!("{root}/Users")] {
        assert_eq!(bench.get(&path).await.code(), (404, 20_404), "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_services_are_refused() {
    let bench = Bench::new();
    let long = "n".repeat(257);
    bench.refuses("/v1/Services", &[(&[], 400, 50_000), (&[("FriendlyName", &long)], 400, 50_003)]).await;
    assert_eq!(bench.delete(&bench.service()).await.code(), (409, 20_409));
    assert_eq!(bench.post(&bench.service(), &[("FriendlyName", "x")]).await.code(), (405, 20_004));
    let nobody = format!("/v1/Services/IS{}", "0".repeat(32));
    assert_eq!(bench.delete(&nobody).await.code(), (404, 20_404));
}

#[tokio::test(start_paused = true)]
async fn the_default_service_is_the_one_that_the_account_names() {
    let bench = Bench::new();
    let other = bench.post("/v1/Services", &[("FriendlyName", "Other")]).await.text("/sid");
    let made = bench.post("/v1/Configuration", &[("DefaultChatServiceSid", &other)]).await;
    assert_eq!(made.text("/default_chat_service_sid"), other);
    assert_eq!(made.text("/links/service"), format!("https://twilio.test/v1/Services/{other}/Configuration"));
    let room = bench.post("/v1/Conversations", &[]).await;
    assert_eq!(room.text("/chat_service_sid"), other);
    assert_eq!(bench.get(&format!("/v1/Services/{other}/Conversations/{}", room.text("/sid"))).await.status, 200);
    assert_eq!(bench.delete(&bench.service()).await.status, 204);
    let nobody = format!("IS{}", "0".repeat(32));
    let messaging = format!("MG{}", "0".repeat(32));
    let cases: &[super::Case<'_>] = &[
        (&[("DefaultChatServiceSid", &nobody)], 400, 50_050),
        (&[("DefaultMessagingServiceSid", &messaging)], 400, 50_342),
        (&[("DefaultMessagingServiceSid", "MG1")], 400, 50_341),
    ];
    bench.refuses("/v1/Configuration", cases).await;
    let own = bench.settings.messaging_service_sid.clone();
    let cases: &[super::Case<'_>] =
        &[(&[("MessagingServiceSid", &messaging)], 400, 50_342), (&[("MessagingServiceSid", "x")], 400, 50_341)];
    bench.refuses("/v1/Conversations", cases).await;
    let room = bench.post("/v1/Conversations", &[("MessagingServiceSid", &own)]).await;
    assert_eq!(room.text("/messaging_service_sid"), own);
}
