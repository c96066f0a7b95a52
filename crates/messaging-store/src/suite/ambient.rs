use messaging_core::Addressed;

use super::{HandClock, story::*};
use crate::{Arrival, Side, Store};

/// Nobody asked us: no turn, and no words.
pub async fn an_ambient_event_alone_ends_silently(store: &dyn Store, _: &HandClock) {
    accept(store, [overheard("c", "one"), overheard("c", "two")]).await;
    assert_eq!(counts(store).await.in_flight, 2);
    nothing(store, Side::Turns).await;
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.silent, counts.in_flight), (2, 2, 0));
}

/// Once somebody has asked us, we follow.
pub async fn an_ambient_event_after_a_mention_gets_a_turn(store: &dyn Store, _: &HandClock) {
    let Arrival { lane, event, .. } = said("c", "bot?");
    accept(store, [Arrival::new(lane, event.addressed(Addressed::Mention))]).await;
    reply(store, &[]).await;
    accept(store, [overheard("c", "and me"), overheard("d", "not here")]).await;
    assert_eq!(names(&claim_turn(store).await.1), ["and me"]);
    assert_eq!(counts(store).await.silent, 2);
}

/// What was said before is not for us, even if it is still waiting.
pub async fn an_ambient_event_before_a_mention_gets_none(store: &dyn Store, _: &HandClock) {
    accept(store, [overheard("c", "before"), said("c", "bot!"), overheard("c", "after")]).await;
    let (lease, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["bot!", "after"]);
    let counts = counts(store).await;
    assert_eq!((counts.silent, counts.in_flight), (1, 2));
    assert_eq!(store.extend(&lease, LEASE).await.map(|beat| beat.queued), Ok(2));
}
