use super::{HandClock, story::*};
use crate::{Ending, Side, Store};

/// A turn that failed waits as long as it asked to.
pub async fn a_failed_turn_comes_again_later(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let (lease, queued) = claim_turn(store).await;
    let again = Ending::again(seconds(5), "no idea");
    store.finish(&lease, end(&queued, again)).await.expect("finish");
    clock.advance(seconds(4));
    nothing(store, Side::Turns).await;
    clock.advance(seconds(1));
    let (_, queued) = claim_turn(store).await;
    assert_eq!((queued[0].tries, queued[0].crashes), (1, 0));
}

/// No reply is a good end too.
pub async fn silence_is_an_end(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &[]).await;
    nothing(store, Side::Sends).await;
    assert_eq!(counts(store).await.silent, 1);
}

/// A turn ends what it dealt with; the rest stays where it was, and nobody holds the turn against it.
pub async fn what_a_turn_left_stays_and_was_not_tried(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one"), said("c", "two")]).await;
    let (lease, queued) = claim_turn(store).await;
    let ending = replied(&lease.lane, &[]);
    store.finish(&lease, end(&queued[..1], ending)).await.expect("finish");
    let (_, left) = claim_turn(store).await;
    assert_eq!((names(&left), left[0].tries), (vec!["two"], 0));
}

/// What has ended, or is being answered, cannot be ended again; nor can what another lane holds.
pub async fn an_event_ends_once(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one"), said("d", "other")]).await;
    let claims: Vec<_> = claim(store, Side::Turns).await.into_iter().map(turn).collect();
    let all: Vec<_> = claims.iter().flat_map(|(_, queued)| queued.clone()).collect();
    let (lease, _) = &claims[0];
    store.finish(lease, end(&all, replied(&lease.lane, &["answer"]))).await.expect("finish");
    accept(store, [said("c", "three")]).await;
    let (lease, queued) = claim_turn(store).await;
    let dead = Ending::Dead { reason: "poison".into() };
    store.finish(&lease, end(&all, dead)).await.expect("finish");
    let at_work = counts(store).await;
    assert_eq!((at_work.dead, at_work.in_flight), (0, 3), "one is being answered, and `other` is not ours to end");
    carry(store, "m").await;
    let (lease, _) = claim_turn(store).await;
    let all = [all, queued].concat();
    store.finish(&lease, end(&all, replied(&lease.lane, &[]))).await.expect("finish");
    let counts = counts(store).await;
    assert_eq!((counts.answered, counts.silent, counts.in_flight), (1, 1, 1));
}
