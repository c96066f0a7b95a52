use messaging_core::message::Receipt;

use super::{HandClock, story::*};
use crate::{Settled, Store};

/// What nobody has touched may simply be sent.
pub async fn a_fresh_intent_is_not_in_doubt(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    assert_eq!(claim_send(store).await.1.doubt, None);
}

/// What a vanished holder had may have been sent, up to the moment its lease ended, or until now.
pub async fn an_unsettled_claim_is_in_doubt(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let first = clock.millis();
    claim_send(store).await;
    clock.advance(LEASE + seconds(1));
    let (_, intent) = claim_send(store).await;
    let doubt = intent.doubt.expect("in doubt");
    assert_eq!((doubt.not_before, doubt.since, doubt.looks), (first, clock.millis(), 0));
    assert_eq!(doubt.claimed, clock.millis(), "by the store's clock");
    assert_eq!(intent.tries, 0);

    // A later life does not wait for the lease, but the earlier one may still be sending.
    accept(store, [said("d", "ho")]).await;
    reply(store, &["two"]).await;
    let until = clock.millis().plus(LEASE);
    claim_send(store).await;
    clock.advance(seconds(1));
    let successor = crate::Seek { life: 2, ..seek(crate::Side::Sends) };
    let claims = store.claim(successor).await.expect("claim");
    let taken = claims.into_iter().find(|claim| claim.lease.lane == lane("d")).expect("taken over at once");
    let crate::Work::Send(intent) = taken.work else { panic!("a send") };
    assert_eq!(intent.doubt.expect("in doubt").since, until);
}

/// A doubt keeps its age and counts how often it was looked at.
pub async fn looks_are_counted(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one"]).await;
    let first = clock.millis();
    for looks in [None, Some(0), Some(1)] {
        let (lease, intent) = claim_send(store).await;
        assert_eq!(intent.doubt.as_ref().map(|doubt| doubt.looks), looks);
        assert!(intent.doubt.iter().all(|doubt| (doubt.not_before, doubt.since) == (first, first)));
        store.settle(&lease, &intent.id, Settled::in_doubt(seconds(1), "fog")).await.expect("settle");
        clock.advance(seconds(2));
    }
    // Whoever looked and found that it was not carried may send it: that attempt is a new one.
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::again(seconds(0), "not yet")).await.expect("settle");
    let (_, intent) = claim_send(store).await;
    assert_eq!((intent.doubt, intent.tries), (None, 1));
    clock.advance(LEASE);
    let doubt = claim_send(store).await.1.doubt.expect("in doubt");
    assert_eq!((doubt.not_before, doubt.since, doubt.looks), (first, clock.millis(), 0));
}

/// "hi" answered twice is legal: what other sends of the lane left is no proof of this one.
pub async fn a_doubt_knows_what_else_was_sent(store: &dyn Store, clock: &HandClock) {
    let mut texts = 0..;
    let mut send = async |name: &str, receipt: Receipt| {
        accept(store, [said(name, &format!("{name}{:?}", texts.next()))]).await;
        reply(store, &["hi"]).await;
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, Settled::Sent(receipt)).await.expect("settle");
    };
    send("c", Receipt::of("long ago")).await;
    clock.advance(seconds(1));
    let mut parts = Receipt::of("p1");
    parts.parts.push("p2".into());
    send("c", parts).await;
    send("d", Receipt::of("elsewhere")).await;
    clock.advance(seconds(600));
    accept(store, [said("c", "again")]).await;
    reply(store, &["hi"]).await;
    claim_send(store).await;
    clock.advance(LEASE);
    let doubt = claim_send(store).await.1.doubt.expect("in doubt");
    assert_eq!(doubt.known, ["p1".into(), "p2".into()]);
}
