//! Participants: what may be changed, and how many there may be.

use crate::bench::{ALICE, Bench, US};

const ADDRESS: &str = "MessagingBinding.Address";
const PROXY: &str = "MessagingBinding.ProxyAddress";
const PROJECTED: &str = "MessagingBinding.ProjectedAddress";

#[tokio::test(start_paused = true)]
async fn how_far_somebody_has_read_is_kept_and_taken_away() {
    let bench = Bench::new();
    let people = format!("{}/Participants", bench.conversation().await);
    let by_name = format!("{people}/assistant");
    let path = format!("{people}/{}", bench.get(&by_name).await.text("/sid"));
    let read = bench.post(&path, &[("LastReadMessageIndex", "4")]).await;
    assert_eq!(read.body["last_read_message_index"], 4);
    assert!(read.text("/last_read_timestamp").ends_with('Z'));
    let dated = bench.post(&path, &[("LastReadTimestamp", "2026-01-02T03:04:05Z")]).await;
    assert_eq!(dated.text("/last_read_timestamp"), "2026-01-02T03:04:05Z");
    assert_eq!(bench.get(&by_name).await.body, dated.body);
    // Only GET knows them by their identity.
    assert_eq!(bench.post(&by_name, &[("Attributes", "{}")]).await.code(), (404, 20_404));
    assert_eq!(bench.delete(&by_name).await.code(), (404, 20_404));
    let undated = bench.post(&path, &[("LastReadTimestamp", "null")]).await;
    assert!(undated.body["last_read_timestamp"].is_null() && undated.body["last_read_message_index"] == 4);
    let unread = bench.post(&path, &[("LastReadMessageIndex", "null")]).await;
    assert!(unread.body["last_read_message_index"].is_null());
    let (index, time) = ("LastReadMessageIndex", "LastReadTimestamp");
    let cases: &[super::Case<'_>] =
        &[(&[(index, "-1")], 400, 50_421), (&[(index, "four")], 400, 50_421), (&[(time, "noon")], 400, 50_405)];
    bench.refuses(&path, cases).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_named_is_changed() {
    let bench = Bench::new();
    let path = bench.conversation().await;
    let people = format!("{path}/Participants");
    let dates = [("DateCreated", "2020-01-01T00:00:00Z"), ("DateUpdated", "2020-01-02T00:00:00Z")];
    let bob = bench.post(&people, &[("Identity", "bob"), ("Attributes", "{\"role\":\"expert\"}"), dates[0]]).await;
    assert_eq!(
        (bob.text("/attributes"), bob.text("/date_created"), bob.text("/date_updated")),
        ("{\"role\":\"expert\"}".into(), "2020-01-01T00:00:00Z".into(), "2020-01-01T00:00:00Z".into())
    );
    let name = format!("{people}/{}", bob.text("/sid"));
    let changed = bench.post_loudly(&name, &[("Identity", "rob"), ("Attributes", "{}"), dates[1]]).await;
    assert_eq!((changed.status.as_u16(), changed.text("/identity")), (200, "rob".into()));
    assert_eq!((changed.text("/attributes"), changed.text("/role_sid")), ("{}".into(), bob.text("/role_sid")));
    assert_eq!(changed.text("/date_updated"), "2020-01-02T00:00:00Z");
    bench.wait(1).await;
    let told = bench.events("onParticipantUpdated").remove(0);
    assert_eq!((told.get("Identity"), told.get("ParticipantSid")), (Some("rob".into()), Some(bob.text("/sid"))));
    let (long, attributes) = ("i".repeat(257), format!("\"{}\"", "a".repeat(4 * 1024)));
    let nobody = format!("RL{}", "0".repeat(32));
    let cases: &[super::Case<'_>] = &[
        (&[("Identity", "assistant")], 409, 50_433),
        (&[("Identity", &long)], 400, 50_207),
        (&[("Attributes", "{")], 400, 50_304),
        (&[("RoleSid", &nobody)], 400, 50_109),
        (&[("DateCreated", "x")], 400, 50_308),
        (&[(PROXY, US)], 400, 50_441),
        (&[(PROXY, "null")], 400, 50_440),
        (&[(PROJECTED, "null")], 400, 50_442),
        (&[(PROJECTED, "+15550100999")], 400, 50_439),
    ];
    bench.refuses(&name, cases).await;
    assert_eq!(bench.post(&people, &[("Identity", "x"), ("Attributes", &attributes)]).await.code(), (400, 50_303));
    let gone = format!("{people}/MB{}", "0".repeat(32));
    assert_eq!(bench.post(&gone, &[]).await.code(), (404, 20_404));
    bench.post(&path, &[("State", "closed")]).await;
    assert_eq!(bench.post(&name, &[("Attributes", "{}")]).await.code(), (400, 50_377));
    assert_eq!(bench.delete(&name).await.code(), (400, 50_377));
}

#[tokio::test(start_paused = true)]
async fn a_phone_may_get_another_number_of_ours() {
    let mut bench = Bench::new();
    bench.settings.phone_numbers.push("+15550100002".to_owned());
    let plan = messaging_emulator::FaultPlan::default();
    let journal = messaging_emulator::Journal::new();
    bench.twilio = messaging_emulator::TwilioEmulator::new(bench.settings.clone(), plan, 7, journal);
    let path = format!("{}/Participants", bench.conversation().await);
    let sid = bench.get(&path).await.text("/participants/0/sid");
    let moved = bench.post(&format!("{path}/{sid}"), &[(PROXY, "+15550100002")]).await;
    assert_eq!(moved.text("/messaging_binding/proxy_address"), "+15550100002");
    assert_eq!(bench.post(&format!("{path}/{sid}"), &[(PROXY, "+15550100002")]).await.status, 200);
    let cases: &[super::Case<'_>] = &[
        (&[(PROXY, "+15550100003")], 400, 50_413),
        (&[(PROXY, "whatsapp:+15550100001")], 400, 50_414),
        (&[(PROXY, "desk")], 400, 50_408),
        (&[(PROXY, "null")], 400, 50_440),
        (&[("Identity", "alice")], 400, 50_444),
        (&[(PROJECTED, US)], 400, 50_443),
    ];
    bench.refuses(&format!("{path}/{sid}"), cases).await;
    // The old pair is free, the new one is not.
    let other = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let other = format!("{}/{other}/Participants", bench.conversations());
    let taken = bench.post(&other, &[(ADDRESS, ALICE), (PROXY, "+15550100002")]).await;
    assert_eq!(taken.code(), (409, 50_416));
    let free = bench.post(&other, &[(ADDRESS, ALICE), (PROXY, US)]).await;
    assert_eq!(free.status, 201);
    let clash = bench.post(&format!("{path}/{sid}"), &[(PROXY, US)]).await;
    assert_eq!(clash.code(), (409, 50_416));
    let sid = other.rsplit('/').nth(1).unwrap();
    assert!(clash.text("/message").ends_with(sid), "{}", clash.body);
}

#[tokio::test(start_paused = true)]
async fn there_is_room_for_a_thousand_of_whom_fifty_are_outside() {
    let bench = Bench::new();
    let path = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let path = format!("{}/{path}/Participants", bench.conversations());
    for index in 0..50 {
        let address = format!("+1555020{index:04}");
        assert_eq!(bench.post(&path, &[(ADDRESS, &address), (PROXY, US)]).await.status, 201);
    }
    assert_eq!(bench.post(&path, &[(ADDRESS, ALICE), (PROXY, US)]).await.code(), (403, 50_418));
    for index in 0..950 {
        assert_eq!(bench.post(&path, &[("Identity", &format!("user {index}"))]).await.status, 201);
    }
    assert_eq!(bench.post(&path, &[("Identity", "one more")]).await.code(), (403, 50_417));
}

#[tokio::test(start_paused = true)]
async fn addresses_of_every_channel_are_bound() {
    let bench = Bench::new();
    let path = format!("{}/Participants", bench.conversation().await);
    for (kind, address, proxy) in [
        ("whatsapp", "whatsapp:+15550100778", "whatsapp:+15550100001"),
        ("rcs", "rcs:+15550100778", "rcs:+15550100001"),
        ("messenger", "messenger:5550100778", "messenger:15550100001"),
    ] {
        let fallback = ("MessagingBinding.ProxyAddressFallback", US);
        let bound = bench.post(&path, &[(ADDRESS, address), (PROXY, proxy), fallback]).await;
        let binding = serde_json::json!({ "type": kind, "address": address, "proxy_address": proxy });
        assert_eq!(bound.body["messaging_binding"], binding, "{}", bound.body);
    }
    let (fallback, pair) = ("MessagingBinding.ProxyAddressFallback", [(ADDRESS, "+15550100779"), (PROXY, US)]);
    let long = format!("+{}", "1".repeat(300));
    let cases: &[super::Case<'_>] = &[
        (&[pair[0], pair[1], (fallback, "+15550100888")], 400, 50_413),
        (&[pair[0], pair[1], (fallback, "desk")], 400, 50_408),
        (&[pair[0], pair[1], (PROJECTED, US)], 400, 50_420),
        (&[(ADDRESS, &long), (PROXY, US)], 400, 50_407),
        (&[(ADDRESS, "+15550100779"), (PROXY, &long)], 400, 50_408),
        (&[(ADDRESS, "fax:+15550100779"), (PROXY, US)], 400, 50_407),
    ];
    bench.refuses(&path, cases).await;
}
