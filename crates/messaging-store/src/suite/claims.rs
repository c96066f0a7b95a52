use super::{HandClock, story::*};
use crate::{Seek, Side, Store};

/// A busy lane holds up no other.
pub async fn lanes_are_independent(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    claim_turn(store).await;
    accept(store, [said("d", "two")]).await;
    assert_eq!(claim_turn(store).await.0.lane, lane("d"));
}

/// Lanes and events are limited separately, and only what is handed out counts as tried.
pub async fn a_claim_takes_no_more_than_asked(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one"), said("c", "two"), said("d", "three")]).await;
    let one_of_each = Seek { lanes: 1, events: 1, ..seek(Side::Turns) };
    let mut claims = store.claim(one_of_each).await.expect("claim");
    assert_eq!(claims.len(), 1);
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!(names(&queued), ["one"]);
    store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    let queued = claim(store, Side::Turns).await.into_iter().flat_map(|claim| turn(claim).1);
    assert_eq!(queued.map(|queued| queued.tries).collect::<Vec<_>>(), [0, 0]);
    let none = Seek { lanes: 0, ..seek(Side::Turns) };
    assert!(store.claim(none).await.expect("claim").is_empty());
}

/// Who has waited longest is served first, whatever their name.
pub async fn the_longest_waiting_lane_comes_first(store: &dyn Store, clock: &HandClock) {
    for name in ["z", "m", "a"] {
        accept(store, [said(name, name)]).await;
        clock.advance(seconds(1));
    }
    // Ready last of all: the gap before it has to be waited for.
    accept(store, [counted("k", 1)]).await;
    clock.advance(seconds(5));
    let one = Seek { lanes: 1, ..seek(Side::Turns) };
    for name in ["z", "m", "a", "k"] {
        let claims = store.claim(one.clone()).await.expect("claim");
        assert_eq!(claims.iter().map(|claim| &claim.lease.lane).collect::<Vec<_>>(), [&lane(name)]);
    }
}

/// A lane with much to do does not keep the others waiting.
pub async fn a_lane_that_was_served_goes_to_the_back(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("busy", "one"), said("busy", "two"), said("other", "three")]).await;
    let one = Seek { lanes: 1, events: 1, ..seek(Side::Turns) };
    for expected in ["one", "three", "two"] {
        clock.advance(seconds(1));
        let mut claims = store.claim(one.clone()).await.expect("claim");
        let (lease, queued) = turn(claims.remove(0));
        assert_eq!(names(&queued), [expected]);
        store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    }
}

/// The agent may think while a reply is under way.
pub async fn sides_move_independently(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["answer"]).await;
    let (lease, intent) = claim_send(store).await;
    accept(store, [said("c", "two")]).await;
    reply(store, &["another"]).await;
    nothing(store, Side::Sends).await;
    store.settle(&lease, &intent.id, sent("m1")).await.expect("settle");
    carry(store, "m2").await;
    assert_eq!(counts(store).await.answered, 2);
}

/// A turn begins once nothing more was written for a while, and takes all of it, in order; others do not wait.
pub async fn a_burst_is_waited_for_and_comes_as_one(store: &dyn Store, clock: &HandClock) {
    let patient = Seek { window: seconds(2), ..seek(Side::Turns) };
    accept(store, [said("other", "hello")]).await;
    for text in ["one", "two", "three"] {
        clock.advance(seconds(1));
        accept(store, [said("c", text)]).await;
        let claims = store.claim(patient.clone()).await.expect("claim");
        let others = claims.iter().all(|claim| claim.lease.lane == lane("other"));
        assert!(others && claims.len() <= 1, "{text}: {claims:?}");
    }
    clock.advance(std::time::Duration::from_millis(1_999));
    assert!(store.claim(patient.clone()).await.expect("claim").is_empty());
    clock.advance(std::time::Duration::from_millis(1));
    let mut claims = store.claim(patient.clone()).await.expect("claim");
    assert_eq!(claims.len(), 1);
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!(names(&queued), ["one", "two", "three"]);
    // What is written meanwhile belongs to the next turn, and is waited for like the first.
    accept(store, [said("c", "four")]).await;
    store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    assert!(store.claim(patient.clone()).await.expect("claim").is_empty());
    clock.advance(seconds(2));
    let claims = store.claim(patient).await.expect("claim");
    assert_eq!(claims.into_iter().flat_map(|claim| turn(claim).1).map(|queued| queued.tries).collect::<Vec<_>>(), [0]);
}

/// Whoever never stops writing is answered all the same, five windows after the first message.
pub async fn a_burst_without_end_is_cut(store: &dyn Store, clock: &HandClock) {
    let patient = Seek { window: seconds(2), ..seek(Side::Turns) };
    for second in 0..10 {
        accept(store, [said("c", &second.to_string())]).await;
        assert!(store.claim(patient.clone()).await.expect("claim").is_empty(), "after {second} s");
        clock.advance(seconds(1));
    }
    let claims = store.claim(patient).await.expect("claim");
    assert_eq!(claims.into_iter().map(|claim| turn(claim).1.len()).collect::<Vec<_>>(), [10]);
}

fn of(tenant: &str, conversation: &str) -> crate::Arrival {
    let mut arrival = said(conversation, &format!("{tenant} {conversation}"));
    arrival.lane.tenant = tenant.into();
    arrival
}

async fn claimed(store: &dyn Store, seek: Seek) -> Vec<String> {
    let claims = store.claim(seek).await.expect("claim");
    claims.into_iter().flat_map(|claim| turn(claim).1).map(|queued| queued.event.keys[0].as_str().to_owned()).collect()
}

/// Whoever wrote much and first does not keep the others waiting; of each, who has waited longest comes first.
pub async fn tenants_take_turns(store: &dyn Store, clock: &HandClock) {
    for conversation in ["1", "2", "3", "4"] {
        accept(store, [of("noisy", conversation)]).await;
        clock.advance(seconds(1));
    }
    accept(store, [of("quiet", "5"), of("quiet", "6"), of("other", "7")]).await;
    let three = Seek { lanes: 3, ..seek(Side::Turns) };
    assert_eq!(claimed(store, three.clone()).await, ["noisy 1", "other 7", "quiet 5"]);
    assert_eq!(claimed(store, three).await, ["noisy 2", "quiet 6", "noisy 3"]);
    accept(store, [of("other", "8")]).await;
    assert_eq!(claimed(store, seek(Side::Turns)).await, ["other 8", "noisy 4"]);
}

/// What a node holds of a tenant already counts, and what others wrote is claimed instead.
pub async fn a_tenant_holds_no_more_than_told(store: &dyn Store, _: &HandClock) {
    accept(store, ["1", "2", "3", "4"].map(|conversation| of("noisy", conversation))).await;
    accept(store, [of("quiet", "5")]).await;
    let mut held = crate::Held::default().at_most(3);
    held.take(&"noisy".into());
    let some = Seek { held, ..seek(Side::Turns) };
    assert_eq!(claimed(store, some).await, ["noisy 1", "quiet 5", "noisy 2"]);
    assert_eq!(claimed(store, seek(Side::Turns)).await, ["noisy 3", "noisy 4"]);
}
