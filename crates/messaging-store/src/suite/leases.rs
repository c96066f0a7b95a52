use std::{future::Future, pin::pin, task::Poll, time::Duration};

use tokio::time::Instant;

use super::{HandClock, story::*};
use crate::{Side, Store, StoreError};

/// Nobody else gets a leased lane.
pub async fn one_lane_has_one_holder(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    claim_turn(store).await;
    accept(store, [said("c", "two")]).await;
    nothing(store, Side::Turns).await;
}

/// A holder that went silent is replaced; the events know that they were tried.
pub async fn an_ended_lease_is_taken_over(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let (first, _) = claim_turn(store).await;
    clock.advance(ALMOST);
    nothing(store, Side::Turns).await;
    clock.advance(Duration::from_millis(1));
    let (second, queued) = claim_turn(store).await;
    assert!(second.fence > first.fence);
    assert_eq!((queued[0].tries, queued[0].crashes), (0, 1));
}

/// Whoever was replaced can neither end the turn nor keep the lane.
pub async fn a_late_finish_changes_nothing(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let (first, queued) = claim_turn(store).await;
    clock.advance(LEASE);
    let (second, _) = claim_turn(store).await;
    let late = end(&queued, replied(&first.lane, &["late"]));
    assert_eq!(store.finish(&first, late).await, Err(StoreError::Fenced));
    assert_eq!(store.extend(&first, LEASE).await, Err(StoreError::Fenced));
    nothing(store, Side::Sends).await;
    store.finish(&second, end(&queued, replied(&second.lane, &[]))).await.expect("the holder may");
}

/// A sign of life keeps the lane, and tells how many events are waiting.
pub async fn a_beat_keeps_the_lane(store: &dyn Store, clock: &HandClock) {
    accept(store, [counted("c", 0)]).await;
    let (lease, _) = claim_turn(store).await;
    clock.advance(LEASE / 2);
    accept(store, [counted("c", 1), counted("c", 5)]).await;
    let beat = store.extend(&lease, LEASE).await;
    assert_eq!(beat.map(|beat| beat.queued), Ok(2), "what a gap holds up cannot be claimed");
    clock.advance(ALMOST);
    nothing(store, Side::Turns).await;
}

/// Giving a lane back is not a failure.
pub async fn a_lane_given_back_is_as_if_never_taken(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let (lease, _) = claim_turn(store).await;
    store.extend(&lease, Duration::ZERO).await.expect("give back");
    let (_, queued) = claim_turn(store).await;
    assert_eq!((queued[0].tries, queued[0].crashes), (0, 0));
}

/// Ending a turn twice, or after the lane was given back, would say everything twice.
pub async fn a_lease_is_spent_once(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let (lease, queued) = claim_turn(store).await;
    let turn = |text| end(&queued, replied(&lease.lane, &[text]));
    store.finish(&lease, turn("once")).await.expect("finish");
    assert_eq!(store.finish(&lease, turn("twice")).await, Err(StoreError::Fenced));
    assert_eq!(store.extend(&lease, LEASE).await, Err(StoreError::Fenced));
    carry(store, "m").await;
    nothing(store, Side::Sends).await;
}

/// The holder's clock runs out before the store's does: it is counted from before the store was asked.
pub async fn a_lease_ends_before_the_stored_one(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let before = Instant::now();
    let mut asking = pin!(store.claim(seek(Side::Turns)));
    let mut answer = None;
    std::future::poll_fn(|context| {
        if let Poll::Ready(claims) = asking.as_mut().poll(context) {
            answer = Some(claims);
        }
        Poll::Ready(())
    })
    .await;
    let asked = Instant::now();
    while Instant::now() == asked {
        std::hint::spin_loop();
    }
    let claims = match answer {
        Some(claims) => claims,
        None => asking.await,
    };
    let lease = &claims.expect("claim")[0].lease;
    assert!(lease.until >= before + LEASE, "too short");
    assert!(lease.until <= asked + LEASE, "counted from the answer, not from the question");
}
