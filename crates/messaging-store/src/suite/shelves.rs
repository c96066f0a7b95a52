use messaging_core::message::Receipt;

use super::{HandClock, story::*};
use crate::{Claim, Counts, Ending, Settled, Shelf, Shelved, ShelvedKind, Store, Tally, Work, tally::MOST_CHANNELS};

/// What ended badly is off the lanes and in plain sight.
pub async fn shelves_keep_what_ended_badly(store: &dyn Store, clock: &HandClock) {
    let verdicts = accept(store, [said("c", "poison")]).await;
    let (lease, queued) = claim_turn(store).await;
    let dead = Ending::Dead { reason: "three strikes".into() };
    store.finish(&lease, end(&queued, dead)).await.expect("finish");
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::Held { reason: "fog".into() }).await.expect("settle");
    let expected = [
        (Shelf::Dead, ShelvedKind::Event, verdicts[0].id.clone(), "three strikes"),
        (Shelf::Unknown, ShelvedKind::Send, intent.id.to_string(), "fog"),
    ];
    for (shelf, kind, id, reason) in expected {
        let there = Shelved { id, kind, lane: lane("c"), reason: reason.into(), at: clock.millis() };
        assert_eq!(store.shelved(shelf, 10).await, Ok(vec![there]));
    }
    let counts = counts(store).await;
    assert_eq!((counts.dead, counts.held, counts.in_flight), (1, 1, 0));
}

/// The newest first, and no more than asked.
pub async fn shelves_show_the_newest_first(store: &dyn Store, _: &HandClock) {
    for text in ["one", "two", "three"] {
        accept(store, [said("c", text)]).await;
        let (lease, queued) = claim_turn(store).await;
        store.finish(&lease, end(&queued, Ending::Dead { reason: text.into() })).await.expect("finish");
    }
    let shelved = store.shelved(Shelf::Dead, 2).await.expect("shelved");
    assert_eq!(shelved.iter().map(|thing| thing.reason.as_str()).collect::<Vec<_>>(), ["three", "two"]);
    assert!(store.shelved(Shelf::Unknown, 2).await.expect("shelved").is_empty());
}

/// Every accepted event is in exactly one place, at every moment.
pub async fn counts_balance_at_every_step(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi"), said("c", "there")]).await;
    assert_eq!(counts(store).await.in_flight, 2);
    reply(store, &["one", "two"]).await;
    for left in [2, 0] {
        let (lease, intent) = claim_send(store).await;
        assert_eq!(counts(store).await.in_flight, 2);
        store.settle(&lease, &intent.id, Settled::Sent(Receipt::of("m"))).await.expect("settle");
        assert_eq!(counts(store).await.in_flight, left, "answered only once every reply was carried");
    }
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.answered), (2, 2));
}

/// What becomes of events is counted for the account that was told them, whoever its tenants are, and for the channel they
/// came by, if that was told.
pub async fn everything_is_counted_by_account(store: &dyn Store, _: &HandClock) {
    assert_eq!(store.tally().await, Ok(Tally::default()));
    let told = [("t", "a", "one"), ("u", "a", "two"), ("t", "b", "three")];
    let mut told = told.map(|(tenant, account, text)| of_account(said("c", text), tenant, account));
    for (arrival, channel) in told.iter_mut().zip(["sms", "whatsapp"]) {
        arrival.channel = Some(channel.into());
    }
    accept(store, told).await;
    let note = noted("c", "note", messaging_core::EventKind::Other("typing".into())).by_channel("sms");
    accept(store, [of_account(note, "t", "c"), of_account(said("c", "one"), "t", "a")]).await;
    for claim in claim(store, crate::Side::Turns).await {
        let (lease, queued) = turn(claim);
        let answer: &[&str] = if &*lease.lane.tenant == "u" { &[] } else { &["reply"] };
        store.finish(&lease, end(&queued, replied(&lease.lane, answer))).await.expect("finish");
    }
    let of = |tally: &Tally, account: &str| tally.accounts.get(account).copied().unwrap_or_default();
    let by = |tally: &Tally, account: &str, channel: &str| {
        let channels = tally.channels.get(account);
        channels.and_then(|channels| channels.get(channel)).copied().unwrap_or_default()
    };
    let tally = store.tally().await.expect("tally");
    let (silent, flying) =
        (Counts { silent: 1, ..Counts::default() }, Counts { accepted: 1, in_flight: 1, ..Counts::default() });
    assert_eq!(of(&tally, "a"), Counts { accepted: 2, in_flight: 1, ..silent });
    assert_eq!((of(&tally, "b"), of(&tally, "c")), (flying, Counts::default()));
    assert_eq!((tally.whole.noted, tally.whole.duplicates), (1, 1));
    assert_eq!((by(&tally, "a", "sms"), by(&tally, "a", "whatsapp")), (flying, Counts { accepted: 1, ..silent }));
    assert_eq!((tally.channels.len(), tally.besides("a"), tally.besides("b")), (1, Counts::default(), flying));
    let mut held = None;
    for Claim { lease, work } in claim(store, crate::Side::Sends).await {
        let Work::Send(intent) = work else { panic!("no send: {work:?}") };
        let is_b = lease.lane.conversation.account() == "b";
        let end = if is_b { Settled::Held { reason: "fog".into() } } else { Settled::Sent(Receipt::of("m")) };
        store.settle(&lease, &intent.id, end).await.expect("settle");
        held = if is_b { Some(intent.id.clone()) } else { held };
    }
    let tally = store.tally().await.expect("tally");
    assert_eq!(of(&tally, "a"), Counts { accepted: 2, answered: 1, ..silent });
    assert_eq!(of(&tally, "b"), Counts { accepted: 1, held: 1, ..Counts::default() });
    assert_eq!(by(&tally, "a", "sms"), Counts { accepted: 1, answered: 1, ..Counts::default() });
    store.decide(held.expect("one is held").as_str(), crate::Decision::Drop).await.expect("decide");
    assert_eq!(of(&store.tally().await.expect("tally"), "b"), Counts { accepted: 1, dropped: 1, ..Counts::default() });
    counts(store).await;
}

/// What comes by a channel too many is counted for its account, whichever tenant's it is; channels that are known go on.
pub async fn channels_are_bounded(store: &dyn Store, _: &HandClock) {
    let by = |tenant: &str, channel: usize| {
        let mut arrival = of_account(said("c", &format!("{tenant} {channel}")), tenant, "a");
        arrival.channel = Some(format!("channel {channel}").into());
        arrival
    };
    accept(store, (0..MOST_CHANNELS - 1).map(|channel| by("t", channel))).await;
    accept(store, [by("u", 0), by("u", MOST_CHANNELS), by("u", MOST_CHANNELS + 1), by("t", MOST_CHANNELS + 2)]).await;
    let tally = store.tally().await.expect("tally");
    let accepted =
        |channel: usize| tally.channels["a"].get(&*format!("channel {channel}")).map(|counts| counts.accepted);
    assert_eq!((tally.channels["a"].len(), tally.besides("a").accepted), (MOST_CHANNELS, 2));
    assert_eq!([0, 1, MOST_CHANNELS, MOST_CHANNELS + 1].map(accepted), [Some(2), Some(1), Some(1), None]);
    counts(store).await;
}

/// One reply that failed is enough; the others are carried all the same.
pub async fn the_worst_reply_decides(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::Dead { reason: "no such number".into() }).await.expect("settle");
    assert_eq!(counts(store).await.dead, 1);
    carry(store, "m").await;
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.dead, counts.answered, counts.in_flight), (1, 1, 0, 0));
}
