use messaging_core::{SendMessage, id::IntentId, message::Receipt};

use super::{HandClock, story::*};
use crate::{Deed, Draft, Ending, Lease, Queued, Settled, Shelf, Side, Slice, Store, StoreError};

async fn begun(store: &dyn Store, lease: &Lease, id: &str, message: Option<&str>) {
    let id = IntentId::from(id);
    let live = store.begin_live(lease, &id, "once upon").await.expect("begin");
    assert_eq!((live.id.as_str(), live.message, live.text.as_str()), (id.as_str(), None, "once upon"));
    if let Some(message) = message {
        store.name_live(lease, &id, Some(&message.into())).await.expect("name");
    }
}

async fn left(store: &dyn Store, lease: &Lease) -> Vec<(String, Option<String>)> {
    let live = store.live(lease).await.expect("live");
    live.iter().map(|live| (live.id.to_string(), live.message.as_ref().map(ToString::to_string))).collect()
}

fn draft(lease: &Lease, id: &str, deed: Deed) -> Draft {
    Draft::new(id, SendMessage::new(lease.lane.conversation.place().clone(), id)).as_deed(deed)
}

async fn one_turn(store: &dyn Store) -> (Lease, Vec<Queued>) {
    accept(store, [said("c", "one")]).await;
    claim_turn(store).await
}

/// What a turn showed while it was writing outlives it, in order, and is told to the turn after it, and to nobody else.
pub async fn what_was_shown_outlives_its_turn(store: &dyn Store, clock: &HandClock) {
    let (lease, queued) = one_turn(store).await;
    let since = store.begin_live(&lease, &"a".into(), "once upon").await.expect("begin").since;
    store.name_live(&lease, &"a".into(), Some(&"m1".into())).await.expect("name");
    begun(store, &lease, "b", None).await;
    begun(store, &lease, "never", Some("m3")).await;
    store.name_live(&lease, &"never".into(), None).await.expect("forget");
    let again = Ending::again(seconds(1), "no idea");
    store.finish(&lease, end(&queued, again)).await.expect("finish");
    clock.advance(seconds(1));
    accept(store, [said("d", "other")]).await;
    for claim in claim(store, Side::Turns).await {
        let (lease, _) = turn(claim);
        if lease.lane == lane("c") {
            let kept = [("a".to_owned(), Some("m1".to_owned())), ("b".to_owned(), None)];
            assert_eq!(left(store, &lease).await, kept);
            assert_eq!(
                store.live(&lease).await.expect("live")[0].since,
                since,
                "when it began, and not when it was read"
            );
        } else {
            assert_eq!(left(store, &lease).await, []);
        }
    }
}

/// The end of a turn says what becomes of it: a reply finishes one message, another one goes, and no event waits for
/// what goes.
pub async fn the_end_of_a_turn_says_what_becomes_of_it(store: &dyn Store, _: &HandClock) {
    let (lease, queued) = one_turn(store).await;
    begun(store, &lease, "a", Some("m1")).await;
    begun(store, &lease, "b", None).await;
    let since = store.live(&lease).await.expect("live")[1].since;
    let finish = Deed::Finish { message: "m1".into(), shown: Some(4) };
    let discard = Deed::Discard { message: None, live: "b".into(), since };
    let turn = end(&queued, Ending::Replied(vec![draft(&lease, "reply", finish.clone())]));
    let turn = turn.discarding(vec![draft(&lease, "gone", discard.clone())]);
    store.finish(&lease, turn).await.expect("finish");
    let (lease, intent) = claim_send(store).await;
    assert_eq!((intent.id.as_str(), &intent.deed), ("reply", &finish));
    store.settle(&lease, &intent.id, sent("m1")).await.expect("settle");
    assert_eq!(counts(store).await.answered, 1, "before anything has gone");
    let (lease, intent) = claim_send(store).await;
    assert_eq!((intent.id.as_str(), &intent.deed), ("gone", &discard));
    store.settle(&lease, &intent.id, Settled::in_doubt(seconds(0), "fog")).await.expect("settle");
    let (lease, intent) = claim_send(store).await;
    assert_eq!(intent.doubt.expect("a doubt").looks, 0);
    store.settle(&lease, &intent.id, Settled::Sent(Receipt::of("m2"))).await.expect("settle");
    let records = store.records(&super::story::lane("c"), Slice::After(0), 9).await.expect("records");
    let said: Vec<_> = records.iter().map(|record| record.content.text.as_str()).collect();
    assert_eq!(said, ["one", "reply"], "what goes was not said");
    accept(store, [said_again("c")]).await;
    let (lease, _) = claim_turn(store).await;
    assert_eq!(left(store, &lease).await, []);
}

fn said_again(conversation: &str) -> crate::Arrival {
    said(conversation, "two")
}

/// A turn that fails for good takes back what it showed; a discard that fails is somebody's concern, and no event's.
pub async fn a_dead_turn_takes_back_what_it_showed(store: &dyn Store, _: &HandClock) {
    let (lease, queued) = one_turn(store).await;
    begun(store, &lease, "a", Some("m1")).await;
    let since = store.live(&lease).await.expect("live")[0].since;
    let discard = Deed::Discard { message: Some("m1".into()), live: "a".into(), since };
    let turn = end(&queued, Ending::Dead { reason: "poison".into() }).discarding(vec![draft(&lease, "gone", discard)]);
    store.finish(&lease, turn).await.expect("finish");
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::Dead { reason: "may not".into() }).await.expect("settle");
    assert_eq!(counts(store).await.dead, 1, "the event, once");
    assert_eq!(store.shelved(Shelf::Dead, 9).await.expect("shelf").len(), 2);
}

/// Whoever lost the lane shows nothing more, and a name is taken once.
pub async fn a_late_beginning_is_refused(store: &dyn Store, clock: &HandClock) {
    let (late, _) = one_turn(store).await;
    begun(store, &late, "a", None).await;
    clock.advance(LEASE);
    let (lease, _) = claim_turn(store).await;
    let id = IntentId::from("b");
    assert_eq!(store.begin_live(&late, &id, "x").await, Err(StoreError::Fenced));
    assert_eq!(store.name_live(&late, &"a".into(), Some(&"m".into())).await, Err(StoreError::Fenced));
    assert_eq!(store.live(&late).await, Err(StoreError::Fenced));
    assert!(matches!(store.begin_live(&lease, &"a".into(), "x").await, Err(StoreError::Unavailable(_))));
    assert_eq!(left(store, &lease).await, [("a".to_owned(), None)]);
}
