use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn users_are_made_changed_and_removed() {
    let bench = Bench::new();
    let path = format!("{}/Users", bench.service());
    let pairs = [("Identity", "ann"), ("FriendlyName", "Ann"), ("Attributes", "{\"a\":1}")];
    let made = bench.post_loudly(&path, &pairs).await;
    assert_eq!((made.status.as_u16(), made.text("/friendly_name")), (201, "Ann".into()));
    assert!(made.body["is_online"].is_null() && made.text("/role_sid").starts_with("RL"));
    let sid = made.text("/sid");
    let changed = bench.post_loudly(&format!("{path}/{sid}"), &[("FriendlyName", "Anna")]).await;
    assert_eq!((changed.text("/friendly_name"), changed.text("/attributes")), ("Anna".into(), "{\"a\":1}".into()));
    assert_eq!(bench.get(&format!("{path}/ann")).await.body, changed.body);
    bench.wait(1).await;
    let told = |event| bench.events(event).iter().map(|heard| heard.get("UserSid").unwrap()).collect::<Vec<_>>();
    assert_eq!((told("onUserAdded"), told("onUserUpdated")), (vec![sid.clone()], vec![sid.clone()]));
    let long = "i".repeat(257);
    let participant_role = bench.get(&format!("{}/Roles", bench.service())).await.text("/roles/0/sid");
    let cases: &[super::Case<'_>] = &[
        (&[], 400, 50_204),
        (&[("Identity", &long)], 400, 50_207),
        (&[("Identity", &sid)], 400, 50_206),
        (&[("Identity", "ann")], 409, 50_201),
        (&[("Identity", "bob"), ("FriendlyName", &long)], 400, 50_003),
        (&[("Identity", "bob"), ("Attributes", "{")], 400, 50_304),
        (&[("Identity", "bob"), ("RoleSid", &participant_role)], 400, 50_100),
    ];
    bench.refuses(&path, cases).await;
    let room = bench.conversation().await;
    bench.post(&format!("{room}/Participants"), &[("Identity", "ann")]).await;
    assert_eq!(bench.delete(&format!("{path}/ann")).await.status, 204);
    for answer in [bench.get(&format!("{path}/ann")).await, bench.delete(&format!("{path}/{sid}")).await] {
        assert_eq!(answer.code(), (404, 20_404));
    }
    assert_eq!(bench.get(&format!("{room}/Participants/ann")).await.code(), (404, 20_404));
}

#[tokio::test(start_paused = true)]
async fn a_user_is_in_conversations_and_has_read_so_far() {
    let bench = Bench::new();
    let room = bench.conversation().await;
    let sid = room.rsplit('/').next().unwrap();
    for text in ["one", "two", "three"] {
        bench.post(&format!("{room}/Messages"), &[("Body", text)]).await;
    }
    let path = format!("{}/Users/assistant/Conversations", bench.service());
    let list = bench.get(&path).await;
    assert_eq!(
        (list.text("/meta/key"), list.text("/conversations/0/conversation_sid")),
        ("conversations".into(), sid.into())
    );
    let name = format!("{path}/{sid}");
    assert!(bench.get(&name).await.body["unread_messages_count"].is_null());
    let pairs =
        [("LastReadMessageIndex", "0"), ("NotificationLevel", "muted"), ("LastReadTimestamp", "2026-01-01T00:00:00Z")];
    let read = bench.post(&name, &pairs).await;
    assert_eq!((read.status.as_u16(), read.body["unread_messages_count"].as_u64()), (200, Some(2)));
    assert_eq!(
        (read.text("/notification_level"), read.body["last_read_message_index"].as_u64()),
        ("muted".into(), Some(0))
    );
    let member = bench.get(&format!("{room}/Participants/assistant")).await;
    assert_eq!(member.text("/last_read_timestamp"), "2026-01-01T00:00:00Z");
    let cases: &[super::Case<'_>] = &[
        (&[("NotificationLevel", "loud")], 400, 50_210),
        (&[("LastReadMessageIndex", "x")], 400, 50_421),
        (&[("LastReadTimestamp", "x")], 400, 50_405),
    ];
    bench.refuses(&name, cases).await;
    assert_eq!(bench.post(&name, &[("NotificationLevel", "default")]).await.text("/notification_level"), "default");
    assert_eq!(bench.delete(&name).await.status, 204);
    for answer in [bench.get(&name).await, bench.delete(&name).await, bench.post(&name, &[]).await] {
        assert_eq!(answer.code(), (404, 20_404));
    }
    assert_eq!(bench.get(&format!("{}/Users/nobody/Conversations", bench.service())).await.code(), (404, 20_404));
}

#[tokio::test(start_paused = true)]
async fn somebodys_conversations_are_found_by_identity_or_by_address() {
    let bench = Bench::new();
    let first = bench.conversation().await;
    bench.post(&first, &[("State", "closed")]).await;
    bench.conversation().await;
    let path = format!("{}/ParticipantConversations", bench.service());
    for (query, states) in [
        ("?Identity=assistant", vec!["closed", "active"]),
        ("?Address=%2B15550100777", vec!["closed", "active"]),
        ("?Identity=nobody", vec![]),
        ("?Address=%2B15550100778", vec![]),
    ] {
        let list = bench.get(&format!("{path}{query}")).await;
        let rooms = list.body["conversations"].as_array().unwrap();
        let found: Vec<_> = rooms.iter().map(|room| room["conversation_state"].as_str().unwrap()).collect();
        assert_eq!(found, states, "{query}");
    }
    let room = bench.get(&format!("{path}?Address=%2B15550100777&PageSize=1")).await;
    let binding = serde_json::json!({
        "type": "sms", "address": ALICE, "proxy_address": US, "projected_address": null, "name": null, "level": null
    });
    assert_eq!(room.body["conversations"][0]["participant_messaging_binding"], binding);
    assert!(room.text("/meta/next_page_url").contains("Address=%2B15550100777"), "{}", room.body);
    assert_eq!(bench.get(&format!("{path}?Identity=a&Address=b")).await.code(), (400, 50_451));
}
