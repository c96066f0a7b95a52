use messaging_core::EventKind;

use super::{HandClock, story::*};
use crate::{Arrival, Slice, Store, is_replay};

/// What came in is found by any of its names, also when it has ended; what never was is not.
pub async fn what_came_in_is_found_by_its_names(store: &dyn Store, _: &HandClock) {
    let verdicts = accept(store, [said("c", "hi"), noted("c", "note", EventKind::Other("x".into()))]).await;
    reply(store, &[]).await;
    for name in ["hi", verdicts[0].id.as_str()] {
        let kept = store.event(name).await.expect("event").expect("it is kept");
        assert_eq!((kept.id.to_string(), &kept.lane), (verdicts[0].id.clone(), &lane("c")));
        assert_eq!(kept.event, said("c", "hi").event);
    }
    for name in ["", "ho", "99", "note"] {
        assert_eq!(store.event(name).await, Ok(None), "{name}");
    }
}

/// Under a name of its own it gets another turn, and is not said again; under its own it is a duplicate.
pub async fn a_replay_is_not_said_again(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &[]).await;
    let kept = store.event("hi").await.expect("event").expect("it is kept");
    let original = Arrival::new(kept.lane.clone(), kept.event.clone());
    assert!(accept(store, [original]).await[0].duplicate);
    let again = kept.anew(7);
    assert!(is_replay(&again) && !is_replay(&kept.event));
    let verdicts = accept(store, [Arrival::new(kept.lane.clone(), again)]).await;
    assert!(!verdicts[0].duplicate);
    let (_, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["replay:00000000000000000000000000000007:hi"]);
    assert_eq!(store.records(&lane("c"), Slice::After(0), 9).await.expect("records").len(), 1);
}
