use messaging_core::capability::Verdict;

use super::{HandClock, story::*};
use crate::{Arrival, Store};

fn duplicates(verdicts: &[Verdict]) -> Vec<bool> {
    verdicts.iter().map(|verdict| verdict.duplicate).collect()
}

/// The same key twice is one event.
pub async fn a_duplicate_is_told_apart(store: &dyn Store, _: &HandClock) {
    assert_eq!(duplicates(&accept(store, [said("c", "one")]).await), [false]);
    assert_eq!(duplicates(&accept(store, [said("c", "one")]).await), [true]);
    assert_eq!(claim_turn(store).await.1.len(), 1);
    assert_eq!(counts(store).await.duplicates, 1);
}

/// An event told again is the same event, even if it has ended long ago.
pub async fn a_duplicate_of_what_has_ended_is_told_apart(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["answer"]).await;
    carry(store, "m").await;
    clock.advance(seconds(3_600));
    assert_eq!(duplicates(&accept(store, [said("c", "one")]).await), [true]);
    nothing(store, crate::Side::Turns).await;
}

/// An event may have several names; any of them known makes it known under all of them.
pub async fn any_key_is_enough_and_keys_unite(store: &dyn Store, _: &HandClock) {
    let known_as = |keys: &[&str]| {
        let Arrival { lane, mut event, .. } = said("c", "one");
        event.keys = keys.iter().map(|key| (*key).into()).collect();
        Arrival::new(lane, event)
    };
    let first = accept(store, [known_as(&["a"])]).await;
    assert_eq!(duplicates(&accept(store, [known_as(&["b"])]).await), [false]);
    assert_eq!(duplicates(&accept(store, [known_as(&["x", "a"])]).await), [true]);
    let through_x = accept(store, [known_as(&["x", "y"])]).await;
    assert_eq!((duplicates(&through_x), &through_x[0].id), (vec![true], &first[0].id));
    assert_eq!(duplicates(&accept(store, [known_as(&["y"])]).await), [true]);
    let both = accept(store, [known_as(&["b", "y"])]).await;
    assert_eq!(both[0].id, first[0].id, "of two originals the earlier one answers");
    assert_eq!(counts(store).await.accepted, 2);
}

/// A key means something within its account only.
pub async fn two_accounts_never_share_a_duplicate(store: &dyn Store, _: &HandClock) {
    let in_lane = |tenant: &str, account: &str| of_account(said("c", "one"), tenant, account);
    let verdicts = accept(store, [in_lane("t", "a"), in_lane("t", "b"), in_lane("u", "a"), in_lane("t", "a")]).await;
    assert_eq!(duplicates(&verdicts), [false, false, false, true]);
    assert_eq!(claim(store, crate::Side::Turns).await.len(), 3);
}

/// Whoever tells an event again gets the words the first one got.
pub async fn a_duplicate_answers_the_originals_verdict(store: &dyn Store, _: &HandClock) {
    let first = accept(store, [said("c", "one"), said("c", "two")]).await;
    let again = accept(store, [said("c", "two"), said("c", "one")]).await;
    assert!(first[0].cursor < first[1].cursor);
    assert_ne!(first[0].id, first[1].id);
    for (again, original) in again.iter().zip(first.iter().rev()) {
        assert_eq!(*again, Verdict { duplicate: true, ..original.clone() });
    }
}

/// What brings no name cannot be told apart.
pub async fn an_event_without_keys_is_new(store: &dyn Store, _: &HandClock) {
    let nameless = || {
        let Arrival { lane, mut event, .. } = said("c", "one");
        event.keys.clear();
        Arrival::new(lane, event)
    };
    assert_eq!(duplicates(&accept(store, [nameless(), nameless()]).await), [false, false]);
}
