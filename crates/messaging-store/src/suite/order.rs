use super::{HandClock, story::*};
use crate::{Ending, Side, Store};

/// The provider's count orders a lane, not the order of arrival.
pub async fn events_come_in_sequence(store: &dyn Store, _: &HandClock) {
    accept(store, [2, 0, 1].map(|sequence| counted("c", sequence))).await;
    assert_eq!(names(&claim_turn(store).await.1), ["c#0", "c#1", "c#2"]);
}

/// Where the provider does not count, order is the order of arrival.
pub async fn without_numbers_the_order_is_that_of_arrival(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "z"), said("c", "a")]).await;
    accept(store, [said("c", "m")]).await;
    assert_eq!(names(&claim_turn(store).await.1), ["z", "a", "m"]);
}

/// A missing event holds up what comes after it, but not for ever.
pub async fn a_gap_is_held_back_then_let_go(store: &dyn Store, clock: &HandClock) {
    accept(store, [counted("c", 1)]).await;
    nothing(store, Side::Turns).await;
    clock.advance(seconds(2));
    assert_eq!(names(&claim_turn(store).await.1), ["c#1"]);
}

/// Whatever trickles in meanwhile does not make the wait any longer.
pub async fn a_gap_is_waited_for_from_the_first_event_beyond_it(store: &dyn Store, clock: &HandClock) {
    accept(store, [counted("c", 3)]).await;
    clock.advance(seconds(1));
    accept(store, [counted("c", 2)]).await;
    nothing(store, Side::Turns).await;
    clock.advance(seconds(1));
    assert_eq!(names(&claim_turn(store).await.1), ["c#2", "c#3"]);
}

/// A lane remembers how far it has got.
pub async fn what_is_expected_next_survives_a_turn(store: &dyn Store, clock: &HandClock) {
    accept(store, [counted("c", 0)]).await;
    reply(store, &[]).await;
    accept(store, [counted("c", 2)]).await;
    nothing(store, Side::Turns).await;
    accept(store, [counted("c", 1)]).await;
    let (lease, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["c#1", "c#2"]);
    store.finish(&lease, end(&queued, Ending::Dead { reason: "poison".into() })).await.expect("finish");
    clock.advance(seconds(1));
    accept(store, [counted("c", 3)]).await;
    assert_eq!(names(&claim_turn(store).await.1), ["c#3"]);
}
