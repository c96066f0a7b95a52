use std::sync::Arc;

use super::{HandClock, story::*};
use crate::{Settled, Shelf, Store};

async fn dead(store: &dyn Store) -> Vec<(String, String)> {
    let shelved = store.shelved(Shelf::Dead, 9).await.expect("shelved");
    shelved.into_iter().map(|thing| (thing.id, thing.reason)).collect()
}

/// What waits for a place that nobody can reach any more ends at once, as dead: what was never tried, what is to be
/// tried again, and what is in doubt; of every tenant, and of nobody else.
pub async fn what_is_abandoned_ends_at_once(store: &dyn Store, _: &HandClock) {
    let mut other = said("c", "of another tenant");
    other.lane.tenant = Arc::from("ada");
    accept(store, [said("c", "one"), other, said("d", "elsewhere")]).await;
    for (lease, queued) in claim(store, crate::Side::Turns).await.into_iter().map(turn) {
        let texts: &[&str] = match (&*lease.lane.tenant, lease.lane == lane("c")) {
            ("ada", _) => &["x"],
            (_, true) => &["doubted", "untouched"],
            (_, false) => &["kept"],
        };
        let mut ending = replied(&lease.lane, texts);
        if let crate::Ending::Replied(drafts) = &mut ending {
            for draft in drafts {
                draft.id = format!("{}/{}", lease.lane.tenant, draft.id).into();
            }
        }
        store.finish(&lease, end(&queued, ending)).await.expect("finish");
    }
    for claim in claim(store, crate::Side::Sends).await {
        let crate::Work::Send(intent) = claim.work else { panic!("a send") };
        let settled = match intent.id.as_str() {
            "default/suite:chat:c/doubted" => Settled::in_doubt(seconds(600), "fog"),
            _ => Settled::again(seconds(600), "not yet"),
        };
        store.settle(&claim.lease, &intent.id, settled).await.expect("settle");
    }
    let abandon = async |account| store.abandon(account, "c", "the app is gone").await.expect("abandon").replies;
    assert_eq!(abandon("other").await, 0, "of another account");
    assert_eq!(abandon("suite").await, 3);
    let ended = dead(store).await;
    assert_eq!(ended.len(), 3);
    for (id, reason) in ended {
        assert!(reason.starts_with("the app is gone") && !id.contains("chat:d"), "{id}: {reason}");
        assert_eq!(reason.contains("may have been carried"), id.ends_with("/doubted"), "{id}: {reason}");
    }
    let counts = counts(store).await;
    assert_eq!((counts.dead, counts.in_flight), (2, 1), "events of which every reply has ended");
    assert_eq!(abandon("suite").await, 0, "again is as good as once");
}

/// What somebody is carrying right now is left to them; what waits behind it is not.
pub async fn what_is_being_carried_is_not_abandoned(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["first", "second"]).await;
    let (lease, intent) = claim_send(store).await;
    assert_eq!(store.abandon("suite", "c", "gone").await.map(|abandoned| abandoned.replies), Ok(1));
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    assert_eq!(dead(store).await, [("suite:chat:c/second".to_owned(), "gone".to_owned())]);
    nothing(store, crate::Side::Sends).await;

    // A holder that has vanished is nobody.
    accept(store, [said("c", "two")]).await;
    reply(store, &["third"]).await;
    claim_send(store).await;
    clock.advance(LEASE + seconds(1));
    assert_eq!(store.abandon("suite", "c", "gone").await.map(|abandoned| abandoned.replies), Ok(1));
    assert!(dead(store).await.iter().any(|(id, why)| id.ends_with("/third") && why.contains("may have been carried")));
}
