use std::time::Duration;

use crate::world::{KEY, ORGANIZATION, World};

const HOUR: Duration = Duration::from_secs(3_600);

#[tokio::test(start_paused = true)]
async fn one_installation_answers_in_every_workspace_of_an_organization() {
    let world = World::of_organization(16, true);
    let works = world.start(KEY).await;
    assert_eq!(world.install_everywhere(&works, 0).await.status(), 200);
    assert_eq!(works.installations().await, 1);
    let first = works.organizations_token().await.unwrap();
    for team in 0..2 {
        world.write(team, 0, &format!("hello {team}"));
    }
    world
        .until(&works, "both are answered", || (0..2).all(|team| world.answers(team) == [format!("hello {team}")]))
        .await;
    let lanes = works.lanes().await;
    assert_eq!(lanes.len(), 2, "{lanes:?}");
    for lane in &lanes {
        assert_eq!((&*lane.tenant, lane.conversation.place().part(0)), (ORGANIZATION, Some(ORGANIZATION)));
    }
    world.stop(works).await;

    // After a restart, and with a token that was renewed: from the second workspace, where nobody installed anything.
    let works = world.start(KEY).await;
    world.advance(HOUR * 13).await;
    world.write(1, 1, "again");
    world.until(&works, "it is answered", || world.answers(1) == ["hello 1", "again"]).await;
    let second = works.organizations_token().await.unwrap();
    assert!(first != second && world.wire.refreshes() == 1);
    let tokens: Vec<_> = world.wire.calls("chat.postMessage").into_iter().map(|(token, _)| token).collect();
    assert_eq!(tokens, [&first, &first, &second].map(|token| format!("Bearer {token}")));

    // A workspace cannot have it twice, and once it has left the organization it is answered nowhere.
    assert_eq!(world.install(&works, 1).await.status(), 400);
    world.slack.uninstall(ORGANIZATION);
    world.pass(&works, Duration::from_secs(60)).await;
    assert_eq!((works.organizations_token().await, works.installations().await), (None, 0));
    world.write(1, 0, "anybody");
    world.pass(&works, Duration::from_secs(60)).await;
    assert_eq!(world.answers(1).len(), 2);
    assert_eq!(world.slack.warnings(), Vec::<String>::new());
    world.stop(works).await;
}
