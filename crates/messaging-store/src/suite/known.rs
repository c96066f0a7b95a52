use messaging_core::{
    Event, EventKind, UnixMillis,
    message::{Author, Message},
};

use super::{HandClock, story::*};
use crate::{Arrival, Store};

/// Lanes are known by who wrote there and when, the least complete first; looking moves them on, and never back.
pub async fn a_lane_is_known_and_how_far_it_is_complete(store: &dyn Store, _: &HandClock) {
    let wrote = |name: &str, key: &str, at: i64| {
        let message = Message::new(key, Author::new("ada"), key);
        let event = Event::new(key, lane(name).conversation.place().clone(), EventKind::MessageAdded(message));
        Arrival::new(lane(name), event.at(UnixMillis(at)))
    };
    let known = async |since: i64, limit: usize| {
        let account = lane("a").conversation.account().to_owned();
        let known = store.known(&account, UnixMillis(since), limit).await.expect("known");
        let told = known.into_iter().map(|known| (known.lane, known.complete.0, known.heard.0));
        told.collect::<Vec<_>>()
    };
    assert_eq!(known(0, 9).await, []);
    accept(store, [wrote("a", "1", 5_000), wrote("b", "2", 6_000), wrote("a", "3", 9_000), wrote("a", "4", 7_000)])
        .await;
    let (a, b) = (lane("a"), lane("b"));
    assert_eq!(known(0, 9).await, [(a.clone(), 5_000, 9_000), (b.clone(), 6_000, 6_000)]);
    assert_eq!(known(0, 1).await, [(a.clone(), 5_000, 9_000)]);
    assert_eq!(known(6_001, 9).await, [(a.clone(), 5_000, 9_000)], "quiet lanes are left alone");
    for moment in [8_000, 7_000] {
        store.caught_up(&a, UnixMillis(moment)).await.expect("caught up");
    }
    store.caught_up(&lane("nobody"), UnixMillis(1)).await.expect("nothing to do");
    accept(store, [wrote("b", "2", 60_000)]).await;
    assert_eq!(known(0, 9).await, [(b, 6_000, 6_000), (a, 8_000, 9_000)], "what is told again is heard once");
}
