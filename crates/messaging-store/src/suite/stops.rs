use messaging_core::{EventKind, event::Stop, message::Author};

use super::{HandClock, story::*};
use crate::{Arrival, Ending, Seek, Side, Store};

fn stop(key: &str, answer_to: Option<&str>) -> Arrival {
    let stop = Stop::new(Author::new("ada"), Vec::new());
    noted("c", key, EventKind::Stopped(answer_to.into_iter().fold(stop, Stop::of_answer_to)))
}

async fn stopped(store: &dyn Store, seek: Seek) -> Vec<(String, bool)> {
    let claims = store.claim(seek).await.expect("claim");
    let queued = claims.into_iter().flat_map(|claim| turn(claim).1);
    queued.map(|queued| (queued.event.keys[0].as_str().to_owned(), queued.stopped)).collect()
}

/// Whoever holds the turn is told, and whoever takes it up after a death.
pub async fn what_is_stopped_is_told_by_claims_and_beats(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one"), said("c", "two")]).await;
    let (lease, _) = claim_turn(store).await;
    assert!(!store.extend(&lease, LEASE).await.expect("extend").stopped);
    accept(store, [stop("elsewhere", Some("unknown"))]).await;
    assert!(!store.extend(&lease, LEASE).await.expect("extend").stopped, "it is about something else");
    // One turn answers both: what stops one stops the other.
    accept(store, [stop("s", Some("two"))]).await;
    assert!(store.extend(&lease, LEASE).await.expect("extend").stopped);
    accept(store, [said("c", "three")]).await;
    clock.advance(LEASE);
    let told = [("one".to_owned(), true), ("two".to_owned(), true), ("three".to_owned(), false)];
    assert_eq!(stopped(store, seek(Side::Turns)).await, told);
}

/// What nobody has begun to answer is answered, and so is what is written afterwards; what failed is not tried again.
pub async fn a_stop_is_of_what_has_begun(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one"), said("c", "two")]).await;
    let one = Seek { events: 1, ..seek(Side::Turns) };
    let (lease, queued) = turn(store.claim(one.clone()).await.expect("claim").remove(0));
    store.finish(&lease, end(&queued, Ending::again(seconds(5), "no idea"))).await.expect("finish");
    accept(store, [stop("s", None)]).await;
    clock.advance(seconds(5));
    assert_eq!(stopped(store, seek(Side::Turns)).await, [("one".to_owned(), true), ("two".to_owned(), false)]);
    clock.advance(LEASE);
    assert_eq!(stopped(store, one).await, [("one".to_owned(), true)], "it is remembered");
}
