use messaging_core::message::Receipt;

use super::{HandClock, story::*};
use crate::{Ending, Settled, Shelf, Shelved, ShelvedKind, Store};

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
