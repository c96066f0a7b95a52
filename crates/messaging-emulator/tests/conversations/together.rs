//! A conversation and its participants in one request.

use serde_json::json;

use crate::bench::{ALICE, Bench, US};

fn path(bench: &Bench) -> String {
    format!("{}/ConversationWithParticipants", bench.service())
}

#[tokio::test(start_paused = true)]
async fn a_conversation_comes_with_its_participants() {
    let bench = Bench::new();
    let phone = json!({ "messaging_binding": { "address": ALICE, "proxy_address": US }, "attributes": "{\"a\":1}" });
    let pairs = [
        ("FriendlyName", "Support"),
        ("UniqueName", "order-1"),
        ("State", "active"),
        ("Timers.Closed", "PT10M"),
        ("Participant", &phone.to_string()),
        ("Participant", "{\"identity\":\"ann\"}"),
    ];
    let made = bench.post_loudly(&path(&bench), &pairs).await;
    assert_eq!(
        (made.status.as_u16(), made.text("/state"), made.text("/unique_name")),
        (202, "active".into(), "order-1".into())
    );
    assert!(made.body["timers"]["date_closed"].is_string());
    let people = bench.get("/v1/Conversations/order-1/Participants").await;
    assert_eq!(people.text("/participants/0/messaging_binding/address"), ALICE);
    assert_eq!(people.text("/participants/0/attributes"), "{\"a\":1}");
    assert_eq!(people.text("/participants/1/identity"), "ann");
    bench.wait(1).await;
    let told: Vec<_> = bench.heard().iter().map(|heard| heard.get("EventType").unwrap()).collect();
    let expected = ["onConversationAdded", "onParticipantAdded", "onParticipantAdded", "onUserAdded"];
    let mut sorted = told.clone();
    sorted.sort();
    assert_eq!(sorted, expected, "{told:?}");
    assert!(bench.twilio.warnings().is_empty());
    let odd = [("Participant", "{\"identity\":\"cat\",\"colour\":\"red\"}")];
    assert_eq!(bench.post(&path(&bench), &odd).await.status, 202);
    let warning = "POST ConversationWithParticipants: Participant: the unknown parameter Colour was ignored";
    assert_eq!(bench.twilio.warnings(), [warning]);
    let sid = made.text("/sid");
    let again = bench.post(&path(&bench), &[("Participant", &phone.to_string())]).await;
    assert_eq!((again.code(), again.text("/message").ends_with(&sid)), ((409, 50_416), true));
}

#[tokio::test(start_paused = true)]
async fn all_of_it_is_made_or_nothing() {
    let bench = Bench::new();
    let ann = "{\"identity\":\"ann\"}";
    let eleven: Vec<_> = (0..11).map(|index| format!("{{\"identity\":\"user {index}\"}}")).collect();
    let eleven: Vec<_> = eleven.iter().map(|text| ("Participant", text.as_str())).collect();
    let foreign = json!({ "messaging_binding": { "address": ALICE, "proxy_address": "+15550100888" } }).to_string();
    let cases: &[super::Case<'_>] = &[
        (&eleven, 403, 50_426),
        (&[("Participant", "ann")], 400, 20_422),
        (&[("Participant", "[]")], 400, 20_422),
        (&[("Participant", ann), ("Participant", ann)], 409, 50_433),
        (&[("Participant", ann), ("Participant", "{}")], 400, 50_204),
        (&[("Participant", ann), ("Participant", &foreign)], 400, 50_413),
        (&[("Participant", ann), ("State", "closed")], 400, 50_384),
        (&[("Participant", ann), ("Timers.Inactive", "PT1M")], 400, 50_382),
        (&[("Participant", ann), ("Attributes", "{")], 400, 50_304),
    ];
    bench.refuses(&path(&bench), cases).await;
    let all = bench.get(&bench.conversations()).await;
    assert_eq!(all.body["conversations"].as_array().unwrap().len(), 0);
    assert_eq!(bench.post(&path(&bench), &eleven[..10]).await.status, 202);
    assert_eq!(bench.get(&path(&bench)).await.code(), (405, 20_004));
}

#[tokio::test(start_paused = true)]
async fn a_group_is_set_up_once() {
    let bench = Bench::new();
    let us = json!({ "messaging_binding": { "projected_address": US } }).to_string();
    let members = [ALICE, "+15550100778"].map(|phone| json!({ "messaging_binding": { "address": phone } }).to_string());
    let pairs = [("Participant", us.as_str()), ("Participant", &members[0]), ("Participant", &members[1])];
    let made = bench.post(&path(&bench), &pairs).await;
    assert_eq!((made.status.as_u16(), made.text("/state")), (202, "initializing".into()));
    let room = format!("{}/{}", bench.conversations(), made.text("/sid"));
    assert_eq!(bench.post(&format!("{room}/Messages"), &[("Body", "hi"), ("Author", US)]).await.code(), (400, 50_386));
    let twice = bench.post(&path(&bench), &pairs).await;
    assert_eq!(twice.code(), (409, 50_438));
    bench.wait(1).await;
    assert_eq!(bench.get(&room).await.text("/state"), "active");
    assert_eq!(bench.post(&format!("{room}/Messages"), &[("Body", "hi"), ("Author", US)]).await.status, 201);
    bench.wait(1).await;
    assert_eq!(bench.events("onConversationStateUpdated")[0].get("Reason").as_deref(), Some("EVENT"));
    bench.post(&room, &[("State", "closed")]).await;
    assert_eq!(bench.post(&path(&bench), &pairs).await.status, 202);
}
