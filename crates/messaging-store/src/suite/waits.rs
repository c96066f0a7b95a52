use super::{HandClock, story::*};
use crate::{Depth, Settled, Side, Store, Waits};

fn depth(lanes: u64, queued: u64, age: u64) -> Depth {
    Depth { lanes, queued, age: seconds(age) }
}

async fn told(store: &dyn Store) -> (Depth, Depth) {
    let waits = store.waits().await.expect("waits");
    let depths = waits.accounts.get("suite").copied().unwrap_or_default();
    (depths.turns, depths.sends)
}

/// What is in the lanes is told until it has ended, whoever holds it, and since when it is there.
pub async fn what_waits_is_told_until_it_ends(store: &dyn Store, clock: &HandClock) {
    assert_eq!(store.waits().await, Ok(Waits::default()), "nothing waits");
    accept(store, [said("c", "one"), said("c", "two")]).await;
    clock.advance(seconds(3));
    accept(store, [said("d", "three"), noted("d", "note", messaging_core::EventKind::Other("typing".into()))]).await;
    clock.advance(seconds(1));
    assert_eq!(told(store).await, (depth(2, 3, 4), Depth::default()));
    let mut claims = claim(store, Side::Turns).await;
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!(told(store).await.0, depth(2, 3, 4), "what is under way is still there");
    store.finish(&lease, end(&queued, replied(&lease.lane, &["a", "b"]))).await.expect("finish");
    clock.advance(seconds(2));
    assert_eq!(told(store).await, (depth(1, 1, 3), depth(1, 2, 2)));
    carry(store, "m1").await;
    assert_eq!(told(store).await.1, depth(1, 1, 2));
    carry(store, "m2").await;
    let (lease, queued) = turn(claims.remove(0));
    store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    assert_eq!(store.waits().await, Ok(Waits::default()), "nothing waits any more");
}

/// How long the first send waits that nobody can tell the outcome of is told until a person decides.
pub async fn what_is_held_is_told_by_its_age(store: &dyn Store, clock: &HandClock) {
    let mut held = Vec::new();
    for text in ["one", "two"] {
        accept(store, [said("c", text)]).await;
        reply(store, &[text]).await;
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, Settled::Held { reason: "fog".into() }).await.expect("settle");
        held.push(intent.id);
        clock.advance(seconds(10));
    }
    let waits = store.waits().await.expect("waits");
    assert_eq!((waits.held, waits.accounts.len()), (seconds(20), 0), "it is in no lane");
    for (id, left) in held.iter().zip([10, 0]) {
        store.decide(id.as_str(), crate::Decision::Drop).await.expect("decide");
        assert_eq!(store.waits().await.expect("waits").held, seconds(left));
    }
}
