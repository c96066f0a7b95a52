use std::time::Duration;

use crate::world::{KEY, World};

/// Another key: what is kept cannot be read, as when the store does not answer.
const WRONG: &str = "ff01020304050607080900010203040506070809000102030405060708090001";

#[tokio::test(start_paused = true)]
async fn while_installations_cannot_be_read_slack_tells_again_and_nothing_is_lost() {
    let world = World::new(15, false);
    let works = world.start(KEY).await;
    world.install(&works, 0).await;
    world.stop(works).await;

    let works = world.start(WRONG).await;
    world.told.lock().unwrap().clear();
    world.write(0, 0, "patience");
    world.until(&works, "it is told again", || world.told.lock().unwrap().len() > 1).await;
    let counts = works.counts().await;
    assert_eq!((counts.accepted, works.lanes().await.len()), (0, 0), "nothing lands with a tenant that is not its own");
    world.stop(works).await;

    let works = world.start(KEY).await;
    world.pass(&works, Duration::from_secs(6 * 60)).await;
    assert_eq!(world.answers(0), ["patience"]);
    let lanes = works.lanes().await;
    assert_eq!(*lanes[0].tenant, *world.teams[0].team_id);
    assert_eq!(works.counts().await.accepted, 1);
    world.stop(works).await;
}
