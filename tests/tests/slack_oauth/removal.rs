use std::{collections::BTreeSet, sync::atomic::Ordering, time::Duration};

use crate::world::{KEY, World};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test(start_paused = true)]
async fn an_app_that_was_taken_out_can_be_installed_again_whatever_is_told_first() {
    let mut orders = BTreeSet::new();
    for seed in 20..26 {
        let world = World::new(seed, false);
        let works = world.start(KEY).await;
        world.install(&works, 0).await;
        world.install(&works, 1).await;
        let first = works.token(&world.teams[0]).await.unwrap();
        world.pass(&works, MINUTE).await;
        world.told.lock().unwrap().clear();
        world.slack.uninstall(&world.teams[0].team_id);
        world.until(&works, "both events are told", || world.told.lock().unwrap().len() == 2).await;
        orders.insert(world.told.lock().unwrap().clone());
        world.pass(&works, MINUTE).await;
        assert_eq!(works.token(&world.teams[0]).await, None);
        assert!(works.token(&world.teams[1]).await.is_some(), "the other one stays");
        assert_eq!(world.told.lock().unwrap().len(), 2, "both were acknowledged, and neither is told again");

        assert_eq!(world.install(&works, 0).await.status(), 200);
        assert_ne!(works.token(&world.teams[0]).await.unwrap(), first);
        for team in 0..2 {
            world.write(team, 0, "back");
        }
        world.until(&works, "both are answered", || (0..2).all(|team| world.answers(team) == ["back"])).await;
        world.stop(works).await;
    }
    let word = |words: [&str; 2]| words.map(str::to_owned).to_vec();
    let both = [word(["app_uninstalled", "tokens_revoked"]), word(["tokens_revoked", "app_uninstalled"])];
    assert_eq!(orders, both.into(), "both orders were seen");
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_workspace_that_is_left_dies_at_once() {
    let world = World::new(14, false);
    let works = world.start(KEY).await;
    world.install(&works, 0).await;
    world.install(&works, 1).await;
    world.wire.loses_posts.store(true, Ordering::Relaxed);
    world.wire.is_blind.store(true, Ordering::Relaxed);
    world.write(0, 0, "doubtful");
    world.write(1, 0, "elsewhere");
    world.until(&works, "both posts have left", || world.wire.calls("chat.postMessage").len() == 2).await;
    let looked = || world.wire.calls("conversations.history").len() + world.wire.calls("conversations.replies").len();
    world.until(&works, "both were looked for", || looked() >= 2).await;
    world.pass(&works, Duration::from_secs(5)).await;
    let counts = works.counts().await;
    assert_eq!((counts.in_flight, works.dead().await.len()), (2, 0), "nobody knows, and nobody gives up yet");

    world.slack.uninstall(&world.teams[0].team_id);
    world.pass(&works, Duration::from_secs(2)).await;
    let dead = works.dead().await;
    assert_eq!(dead.len(), 1, "{dead:?}");
    let team = &world.teams[0].team_id;
    assert!(dead[0].starts_with(&format!("the app is not installed in `{team}` any more")), "{dead:?}");
    assert!(dead[0].contains("may have been carried"), "{dead:?}");
    let (posts, looks) = (world.wire.calls("chat.postMessage").len(), looked());

    // The other workspace goes on: it is found that nothing was carried, and it is sent.
    world.wire.loses_posts.store(false, Ordering::Relaxed);
    world.wire.is_blind.store(false, Ordering::Relaxed);
    world.pass(&works, MINUTE * 10).await;
    world.until(&works, "the other is answered", || world.answers(1) == ["elsewhere"]).await;
    world.pass(&works, MINUTE * 30).await;
    assert!(world.answers(0).is_empty() && world.answers(1).len() == 1);
    let ours = |(_, body): &(String, String)| world.teams[0].channels.iter().any(|(id, _)| body.contains(id));
    let later = world.wire.calls("chat.postMessage").split_off(posts);
    assert!(!later.iter().any(ours) && looked() > looks, "nothing more leaves for the workspace that was left");
    let counts = works.counts().await;
    assert_eq!((counts.answered, counts.dead, counts.in_flight), (1, 1, 0), "{counts:?}");
    world.stop(works).await;
}

#[tokio::test(start_paused = true)]
async fn operators_see_how_many_workspaces_have_the_app() {
    let world = World::new(31, true);
    let works = world.start(KEY).await;
    world.install(&works, 0).await;
    world.install(&works, 1).await;
    let counted = async || {
        // A count is told again for half a minute.
        world.pass(&works, MINUTE).await;
        let counts = works.running.gateway().installations().await["slack"].expect("a count");
        (counts.installed, counts.expiring, counts.failing, counts.removed)
    };
    assert_eq!(counted().await, (2, 0, 0, 0));
    // Tokens end after twelve hours, and are renewed when they are next used.
    world.pass(&works, 13 * 60 * MINUTE).await;
    assert_eq!(counted().await, (2, 2, 0, 0));
    world.wire.refuses_tokens.store(true, Ordering::Relaxed);
    world.write(0, 0, "anybody?");
    assert_eq!(counted().await, (2, 2, 1, 0));
    world.wire.refuses_tokens.store(false, Ordering::Relaxed);
    world.pass(&works, 5 * MINUTE).await;
    assert_eq!((world.answers(0), counted().await), (vec!["anybody?".to_owned()], (2, 1, 0, 0)));
    world.slack.uninstall(&world.teams[1].team_id);
    assert_eq!(counted().await, (1, 0, 0, 1));

    let asked = http::Request::get("http://gateway.test/readyz?verbose").body(axum::body::Body::empty()).unwrap();
    let readiness = messaging_server::Readiness::starting();
    readiness.ready();
    let settings = messaging_server::PublicSettings::default();
    let router = messaging_server::public(works.running.gateway().clone(), &settings, &readiness).unwrap();
    let answer = tower::ServiceExt::oneshot(router, asked).await.unwrap();
    let body = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
    let told: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let expected = serde_json::json!({ "installed": 1, "expiring": 0, "failing": 0, "removed": 1 });
    assert_eq!(told["accounts"][0]["installations"], expected, "{told}");
    world.stop(works).await;
}
