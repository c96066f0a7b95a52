use bytes::Bytes;

use crate::bench::{ALICE, Bench, US};

/// Parameters, and the refusal they meet.
type Case<'a> = (&'a [(&'a str, &'a str)], u16, i64);

#[tokio::test(start_paused = true)]
async fn participants_are_identities_or_bindings() {
    let bench = Bench::new();
    let path = format!("{}/Participants", bench.conversation().await);
    let list = bench.get(&path).await;
    let people = list.body["participants"].as_array().unwrap();
    assert_eq!((people.len(), list.text("/meta/key").as_str()), (2, "participants"));
    assert_eq!(people[0]["messaging_binding"]["type"], "sms");
    assert_eq!(people[0]["messaging_binding"]["address"], ALICE);
    assert_eq!(people[0]["messaging_binding"]["proxy_address"], US);
    assert!(people[0]["identity"].is_null() && people[1]["messaging_binding"].is_null());
    assert_eq!(people[1]["identity"], "assistant");
    assert!(people[1]["role_sid"].as_str().unwrap().starts_with("RL"));
    assert_eq!(bench.get(&format!("{path}/assistant")).await.body, people[1]);
    let bob = [
        ("MessagingBinding.Address", "whatsapp:+15550100778"),
        ("MessagingBinding.ProxyAddress", "whatsapp:+15550100001"),
    ];
    assert_eq!(bench.post(&path, &bob).await.text("/messaging_binding/type"), "whatsapp");
}

#[tokio::test(start_paused = true)]
async fn wrong_bindings_are_refused() {
    let bench = Bench::new();
    let path = format!("{}/Participants", bench.conversation().await);
    let (address, proxy) = ("MessagingBinding.Address", "MessagingBinding.ProxyAddress");
    let cases: &[Case<'_>] = &[
        (&[], 400, 50_204),
        (&[("Identity", "bob"), (address, "+15550100778"), (proxy, US)], 400, 50_211),
        (&[("Identity", "assistant")], 409, 50_433),
        (&[(proxy, US)], 400, 50_411),
        (&[(address, "+15550100778")], 400, 50_412),
        (&[(address, US), (proxy, US)], 400, 50_409),
        (&[(address, "bob"), (proxy, US)], 400, 50_407),
        (&[(address, "whatsapp:+15550100778"), (proxy, US)], 400, 50_414),
        (&[(address, "+15550100778"), (proxy, "+15550100779")], 400, 50_413),
    ];
    for (pairs, status, code) in cases {
        assert_eq!(bench.post(&path, pairs).await.code(), (*status, *code), "{pairs:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_pair_is_bound_to_one_open_conversation() {
    let bench = Bench::new();
    let first = bench.conversation().await;
    let second = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let path = format!("{}/{second}/Participants", bench.conversations());
    let pair = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
    let conflict = bench.post(&path, &pair).await;
    assert_eq!(conflict.code(), (409, 50_416));
    let sid = first.rsplit('/').next().unwrap();
    let expected = format!("A binding for this participant and proxy address already exists in Conversation {sid}");
    assert_eq!(conflict.text("/message"), expected);
    bench.post(&first, &[("State", "closed")]).await;
    let added = bench.post_loudly(&path, &pair).await;
    assert_eq!(added.status, 201);
    bench.wait(1).await;
    let told = bench.events("onParticipantAdded").remove(0);
    assert_eq!(told.get("MessagingBinding.Address").as_deref(), Some(ALICE));
    assert_eq!(told.get("MessagingBinding.Type").as_deref(), Some("SMS"));
    assert_eq!(told.get("ParticipantSid"), Some(added.text("/sid")));
    let mut gone = bench.request("DELETE", &format!("{path}/{}", added.text("/sid"))).body(Bytes::new()).unwrap();
    gone.headers_mut().insert("x-twilio-webhook-enabled", "true".parse().unwrap());
    assert_eq!(bench.try_send(gone).await.unwrap().status, 204);
    bench.wait(1).await;
    assert_eq!(bench.events("onParticipantRemoved").len(), 1);
}
