use messaging_core::{Event, EventKind};

use super::{HandClock, story::*};
use crate::{Arrival, Side, Store};

/// A batch may hold the same key twice.
pub async fn one_batch_may_repeat_itself(store: &dyn Store, _: &HandClock) {
    let verdicts = accept(store, [said("c", "one"), said("c", "one"), said("c", "two")]).await;
    assert_eq!(verdicts.iter().map(|verdict| verdict.duplicate).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(verdicts[0].id, verdicts[1].id);
}

/// Two overlapping deliveries of one event, at the same time, are one event.
pub async fn an_overlapping_batch_is_told_apart(store: &dyn Store, _: &HandClock) {
    let (one, two) = tokio::join!(accept(store, [said("c", "one")]), accept(store, [said("c", "one")]));
    assert_ne!(one[0].duplicate, two[0].duplicate);
    assert_eq!(one[0].id, two[0].id);
}

/// Answers stand where their events stood.
pub async fn verdicts_come_in_the_order_of_the_batch(store: &dyn Store, _: &HandClock) {
    let names: Vec<_> = (0..20).map(|number| format!("n{number}")).collect();
    let batch = names.iter().map(|name| said(&format!("c{}", name.len()), name));
    let verdicts = accept(store, batch).await;
    assert!(verdicts.is_sorted_by_key(|verdict| verdict.cursor));
    for (name, verdict) in names.iter().zip(verdicts) {
        let again = accept(store, [said("c2", name)]).await;
        assert_eq!(again[0].id, verdict.id);
    }
}

/// What never wants a turn is stored, told apart and counted, and that is all.
pub async fn notes_are_not_queued(store: &dyn Store, _: &HandClock) {
    let lane = lane("c");
    let note = || {
        let kind = EventKind::Other("user_typing".into());
        Arrival::new(lane.clone(), Event::new("note", lane.conversation.place().clone(), kind))
    };
    let verdicts = accept(store, [note(), note()]).await;
    assert_eq!(verdicts.iter().map(|verdict| verdict.duplicate).collect::<Vec<_>>(), [false, true]);
    nothing(store, Side::Turns).await;
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.noted, counts.duplicates, counts.in_flight), (0, 1, 1, 0));
}
