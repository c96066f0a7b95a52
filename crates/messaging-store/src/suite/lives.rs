use super::{HandClock, story::*};
use crate::{Seek, Side, Store, StoreError};

/// Every start of a node is a life of its own.
pub async fn enrolling_begins_a_later_life(store: &dyn Store, _: &HandClock) {
    let first = store.enroll("a").await.expect("enroll");
    let second = store.enroll("a").await.expect("enroll");
    assert!(second > first);
    let other = store.enroll("b").await.expect("enroll");
    let in_life = |node: &str, life| Seek { node: node.into(), life, ..seek(Side::Turns) };
    assert_eq!(store.claim(in_life("a", first)).await.map(|claims| claims.len()), Err(StoreError::Fenced));
    assert_eq!(store.claim(in_life("a", second)).await.map(|claims| claims.len()), Ok(0));
    assert_eq!(store.claim(in_life("b", other)).await.map(|claims| claims.len()), Ok(0));
    assert!(store.enroll("a").await.expect("enroll") > second);
}

/// A restarted node does not wait for its own leases; an earlier life gets nothing any more.
pub async fn a_later_life_takes_over_at_once(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    let in_life = |life| Seek { life, ..seek(Side::Turns) };
    let mut claims = store.claim(in_life(1)).await.expect("claim");
    let (first, queued) = turn(claims.remove(0));
    assert_eq!(store.claim(in_life(2)).await.map(|claims| claims.len()), Ok(1));
    let late = end(&queued, replied(&first.lane, &[]));
    assert_eq!(store.finish(&first, late).await, Err(StoreError::Fenced));
    assert_eq!(store.claim(in_life(1)).await.map(|claims| claims.len()), Err(StoreError::Fenced));
    let stranger = Seek { node: "other".into(), ..in_life(3) };
    assert_eq!(store.claim(stranger).await.map(|claims| claims.len()), Ok(0));
}
