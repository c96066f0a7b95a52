//! How much a conversation, a user and a message may hold.

use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn names_and_attributes_have_bounds() {
    let bench = Bench::new();
    let (long, attributes) = ("é".repeat(257), format!("\"{}\"", "a".repeat(16 * 1024)));
    let path = bench.conversation().await;
    bench.post(&bench.conversations(), &[("UniqueName", "taken")]).await;
    for path in [bench.conversations(), path.clone()] {
        let cases: &[super::Case<'_>] = &[
            (&[("FriendlyName", &long)], 400, 50_003),
            (&[("UniqueName", &long)], 400, 50_004),
            (&[("UniqueName", "taken")], 409, 50_353),
            (&[("Attributes", &attributes)], 400, 50_303),
            (&[("Attributes", "{a:1}")], 400, 50_304),
            (&[("DateUpdated", "x")], 400, 50_309),
        ];
        bench.refuses(&path, cases).await;
    }
    // Characters are counted, not bytes.
    let name = "é".repeat(256);
    let named = bench.post(&path, &[("FriendlyName", &name), ("UniqueName", &name)]).await;
    assert_eq!((named.status.as_u16(), named.text("/friendly_name")), (200, name));
}

#[tokio::test(start_paused = true)]
async fn a_user_is_in_a_thousand_conversations() {
    let bench = Bench::new();
    let ann = [("Participant", "{\"identity\":\"ann\"}")];
    let path = format!("{}/ConversationWithParticipants", bench.service());
    for _ in 0..1_000 {
        assert_eq!(bench.post(&path, &ann).await.status, 202);
    }
    assert_eq!(bench.post(&path, &ann).await.code(), (403, 50_214));
    let sid = bench.post(&bench.conversations(), &[]).await.text("/sid");
    let people = format!("{}/{sid}/Participants", bench.conversations());
    assert_eq!(bench.post(&people, &[("Identity", "ann")]).await.code(), (403, 50_214));
    assert_eq!(bench.post(&people, &[("Identity", "bob")]).await.status, 201);
}

#[tokio::test(start_paused = true)]
async fn a_conversation_and_a_service_bear_so_many_actions_a_second() {
    let bench = std::sync::Arc::new(Bench::new());
    let (path, users) = (bench.conversation().await, format!("{}/Users", bench.service()));
    bench.twilio.limit_actions(30);
    bench.wait(2).await;
    for (path, code, key) in [(format!("{path}/Messages"), 50_063, "Body"), (users, 50_074, "Identity")] {
        let post = |index: usize| {
            let (bench, path) = (bench.clone(), path.clone());
            tokio::spawn(async move { bench.post(&path, &[(key, &format!("x{index}"))]).await.code() })
        };
        let all: Vec<_> = (0..40).map(post).collect();
        let mut codes = Vec::new();
        for one in all {
            codes.push(one.await.unwrap());
        }
        let refused = codes.iter().filter(|answer| **answer == (429, code)).count();
        assert_eq!((refused, codes.iter().filter(|answer| answer.0 == 201).count()), (10, 30), "{path}");
        // Nothing of what was refused was done, reading is free, and a second later there is room.
        let key = if code == 50_063 { "messages" } else { "users" };
        let seen = bench.get(&format!("{path}?PageSize=50")).await.body[key].as_array().unwrap().len();
        assert_eq!(seen, if code == 50_063 { 30 } else { 31 });
        bench.wait(1).await;
        assert_eq!(post(99).await.unwrap().0, 201);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_ask_at_once_one_gets_it() {
    let bench = std::sync::Arc::new(Bench::with(
        messaging_emulator::FaultPlan::default(),
        7,
        messaging_emulator::Journal::live(10),
    ));
    let rooms = bench.conversations();
    let mut sids = Vec::new();
    for _ in 0..20 {
        sids.push(bench.post(&rooms, &[]).await.text("/sid"));
    }
    let tasks = sids.into_iter().map(|sid| {
        let (bench, rooms) = (bench.clone(), rooms.clone());
        tokio::spawn(async move {
            let made = bench.post(&rooms, &[("UniqueName", "one")]).await.status.as_u16();
            let pair = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
            let bound = bench.post(&format!("{rooms}/{sid}/Participants"), &pair).await.status.as_u16();
            (made, bound)
        })
    });
    let tasks: Vec<_> = tasks.collect();
    let (mut made, mut bound) = (Vec::new(), Vec::new());
    for task in tasks {
        let (one, other) = task.await.unwrap();
        made.push(one);
        bound.push(other);
    }
    for mut statuses in [made, bound] {
        statuses.sort_unstable();
        assert_eq!((statuses[0], statuses[1], statuses[19]), (201, 409, 409), "{statuses:?}");
    }
}
