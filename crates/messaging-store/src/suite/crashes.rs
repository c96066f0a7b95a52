use std::time::Duration;

use super::{HandClock, story::*};
use crate::{Ending, Seek, Side, Store};

/// A crash is written down before the turn begins: it needs nobody who lives to tell it. What was heard of counts nothing.
pub async fn a_crash_is_counted_by_the_claim(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "one")]).await;
    for crashes in 0..3 {
        let (_, queued) = claim_turn(store).await;
        assert_eq!((queued[0].tries, queued[0].crashes), (0, crashes));
        clock.advance(LEASE);
    }
    let in_life = |life| Seek { life, ..seek(Side::Turns) };
    let mut claims = store.claim(in_life(2)).await.expect("claim");
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!(queued[0].crashes, 3);
    store.finish(&lease, end(&queued, Ending::again(seconds(0), "no idea"))).await.expect("finish");
    let mut claims = store.claim(in_life(2)).await.expect("claim");
    let (_, queued) = turn(claims.remove(0));
    assert_eq!((queued[0].tries, queued[0].crashes), (1, 3), "a turn that failed is no crash");
    // A life that ends counts like a lease that does.
    let mut claims = store.claim(in_life(3)).await.expect("claim");
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!((queued[0].tries, queued[0].crashes), (1, 4));
    store.extend(&lease, Duration::ZERO).await.expect("give back");
    let mut claims = store.claim(in_life(3)).await.expect("claim");
    assert_eq!(turn(claims.remove(0)).1[0].crashes, 4, "what is given back was not touched");
}

/// Who is suspected of ending processes comes alone, and no more of them at once than asked.
pub async fn a_suspect_comes_alone(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "poison"), said("c", "innocent"), said("d", "bystander")]).await;
    for _ in 0..2 {
        assert_eq!(claim(store, Side::Turns).await.len(), 2);
        clock.advance(LEASE);
    }
    accept(store, [said("e", "fresh")]).await;
    let careful = |suspects| Seek { suspect_after: 2, suspects, ..seek(Side::Turns) };
    let none = store.claim(careful(0)).await.expect("claim");
    let fresh: Vec<_> = none.into_iter().map(turn).collect();
    assert_eq!(fresh.iter().map(|(_, queued)| names(queued)).collect::<Vec<_>>(), [["fresh"]]);
    let one = store.claim(careful(1)).await.expect("claim");
    let suspects: Vec<_> = one.into_iter().map(turn).collect();
    assert_eq!(suspects.iter().map(|(_, queued)| names(queued)).collect::<Vec<_>>(), [["poison"]]);
    let dead = Ending::Dead { reason: "crashed the process".into() };
    let (lease, queued) = &suspects[0];
    store.finish(lease, end(queued, dead)).await.expect("finish");
    let rest = store.claim(careful(9)).await.expect("claim");
    let mut rest: Vec<_> = rest.into_iter().map(|claim| names(&turn(claim).1).join(" ")).collect();
    rest.sort_unstable();
    assert_eq!(rest, ["bystander", "innocent"]);
}

/// What fails holds up its lane for as long as it was told, and not longer; then it takes its turn when it is due.
pub async fn a_lane_waits_for_what_fails_only_so_long(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "poison"), said("c", "next")]).await;
    let one = Seek { events: 1, ..seek(Side::Turns) };
    let mut claims = store.claim(one.clone()).await.expect("claim");
    let (lease, queued) = turn(claims.remove(0));
    assert_eq!((names(&queued), queued[0].failing), (vec!["poison"], None));
    let failed = clock.millis();
    let again = Ending::Again { after: seconds(60), hold: seconds(10), reason: "no idea".into() };
    store.finish(&lease, end(&queued, again)).await.expect("finish");
    clock.advance(Duration::from_millis(9_999));
    nothing(store, Side::Turns).await;
    clock.advance(Duration::from_millis(1));
    let (lease, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["next"], "it goes ahead");
    let beat = store.extend(&lease, seconds(120)).await.expect("beat");
    assert_eq!(beat.queued, 1);
    clock.advance(seconds(50));
    let beat = store.extend(&lease, LEASE).await.expect("beat");
    assert_eq!(beat.queued, 1, "what is tried again is no news to a turn");
    accept(store, [said("c", "last")]).await;
    store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    let (_, queued) = claim_turn(store).await;
    assert_eq!((names(&queued), queued[0].failing), (vec!["poison", "last"], Some(failed)));
}

/// A lane that waits for what fails waits for all of it, unless it was told otherwise.
pub async fn a_strict_lane_waits_for_ever(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "poison"), said("c", "next")]).await;
    let one = Seek { events: 1, ..seek(Side::Turns) };
    for tries in 0..3 {
        let mut claims = store.claim(one.clone()).await.expect("claim");
        let (lease, queued) = turn(claims.remove(0));
        assert_eq!((names(&queued), queued[0].tries), (vec!["poison"], tries));
        store.finish(&lease, end(&queued, Ending::again(seconds(600), "no idea"))).await.expect("finish");
        clock.advance(seconds(599));
        nothing(store, Side::Turns).await;
        clock.advance(seconds(1));
    }
}

/// A gap that is waited for is no reason to pass by what fails.
pub async fn what_steps_aside_leaves_no_gap(store: &dyn Store, clock: &HandClock) {
    accept(store, [counted("c", 0), counted("c", 1), counted("c", 3)]).await;
    let one = Seek { events: 1, ..seek(Side::Turns) };
    let mut claims = store.claim(one.clone()).await.expect("claim");
    let (lease, queued) = turn(claims.remove(0));
    let again = Ending::Again { after: seconds(60), hold: seconds(0), reason: "no idea".into() };
    store.finish(&lease, end(&queued, again)).await.expect("finish");
    let (lease, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["c#1"], "at once");
    store.finish(&lease, end(&queued, replied(&lease.lane, &[]))).await.expect("finish");
    nothing(store, Side::Turns).await;
    clock.advance(seconds(2));
    assert_eq!(names(&claim_turn(store).await.1), ["c#3"]);
}
