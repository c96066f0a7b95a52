use std::time::Duration;

use crate::world::{KEY, World};

const HOUR: Duration = Duration::from_secs(3_600);

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_once_while_messages_flow() {
    let world = World::new(13, true);
    let works = world.start(KEY).await;
    world.install(&works, 0).await;
    world.install(&works, 1).await;
    let mut said = Vec::new();
    let mut tokens = vec![works.token(&world.teams[0]).await.unwrap()];
    // While it still works, soon before its end; then long after it.
    for (round, (wait, refreshes)) in [(HOUR, 0), (HOUR * 10, 1), (HOUR * 13, 2)].into_iter().enumerate() {
        world.advance(wait).await;
        for message in 0..9 {
            let text = format!("{round}-{message}");
            world.write(0, message % 3, &text);
            said.push(text);
        }
        world.until(&works, "all are answered", || world.answers(0).len() == said.len()).await;
        assert_eq!(world.wire.refreshes(), refreshes, "in round {round}");
        tokens.push(works.token(&world.teams[0]).await.unwrap());
    }
    let mut answers = world.answers(0);
    answers.sort();
    assert_eq!(answers, said, "each once");
    assert!(tokens[0] == tokens[1] && tokens[1] != tokens[2] && tokens[2] != tokens[3]);
    // The other workspace was silent all along: its token ended long ago, and it is renewed when it is needed.
    world.write(1, 0, "late");
    world.until(&works, "the other is answered", || world.answers(1) == ["late"]).await;
    assert_eq!(world.wire.refreshes(), 3);
    let counts = works.counts().await;
    assert_eq!((counts.answered, counts.dead, counts.held), (28, 0, 0), "{counts:?}");
    world.stop(works).await;
}
