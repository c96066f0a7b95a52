use messaging_emulator::slack::SlackConsent;

use crate::world::{KEY, World};

#[tokio::test(start_paused = true)]
async fn each_workspace_is_answered_with_its_own_token_also_after_a_restart() {
    let world = World::new(11, false);
    let works = world.start(KEY).await;
    for team in 0..2 {
        assert_eq!(world.install(&works, team).await.status(), 200);
    }
    assert_eq!(works.installations().await, 2);
    for team in 0..2 {
        world.write(team, 0, &format!("hello {team}"));
    }
    world.until(&works, "both are answered", || (0..2).all(|team| world.answers(team).len() == 1)).await;
    let lanes = works.lanes().await;
    assert_eq!(lanes.len(), 2, "{lanes:?}");
    for lane in lanes {
        assert_eq!(lane.conversation.place().part(0), Some(&*lane.tenant), "its own tenant");
    }
    world.stop(works).await;

    let works = world.start(KEY).await;
    for team in 0..2 {
        world.write(team, 1, &format!("again {team}"));
    }
    world.until(&works, "both are answered again", || (0..2).all(|team| world.answers(team).len() == 2)).await;
    let posts = world.wire.calls("chat.postMessage");
    assert_eq!(posts.len(), 4);
    for (at, team) in world.teams.iter().enumerate() {
        assert_eq!(world.answers(at), [format!("hello {at}"), format!("again {at}")]);
        let token = format!("Bearer {}", works.token(team).await.unwrap());
        let here: Vec<_> =
            posts.iter().filter(|(_, body)| team.channels.iter().any(|(id, _)| body.contains(id))).collect();
        assert!(here.len() == 2 && here.iter().all(|(whose, _)| *whose == token), "{here:?}");
    }
    assert_eq!(world.slack.warnings(), Vec::<String>::new());
    world.stop(works).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_no_install_is_a_clear_page_and_nothing_is_kept() {
    let world = World::new(12, false);
    let works = world.start(KEY).await;
    let page = |response: &http::Response<bytes::Bytes>| String::from_utf8_lossy(response.body()).into_owned();
    let (link, cookie) = works.begin().await;

    let denied = world.open(&works, &world.slack.authorize(&link, &SlackConsent::deny()).unwrap(), Some(&cookie)).await;
    assert_eq!(denied.status(), 403);
    assert!(page(&denied).contains("You said no"));

    let consent = SlackConsent::allow(&world.teams[0].team_id);
    let back = world.slack.authorize(&link, &consent).unwrap();
    let (before, state) = back.split_once("state=").unwrap();
    let digit = if state.ends_with('0') { '1' } else { '0' };
    let forged = format!("{before}state={}{digit}", &state[..state.len() - 1]);
    let another = works.begin().await.1;
    for (url, cookie) in [(&forged, Some(&cookie)), (&back, Some(&another)), (&back, None)] {
        let response = world.open(&works, url, cookie.map(String::as_str)).await;
        assert_eq!(response.status(), 400, "{url}");
        assert!(page(&response).contains("Please start again"));
    }
    assert_eq!((works.installations().await, world.wire.calls("oauth.v2.access").len()), (0, 0), "Slack is not asked");

    assert_eq!(world.open(&works, &back, Some(&cookie)).await.status(), 200);
    let token = works.token(&world.teams[0]).await;
    let reused = world.open(&works, &back, Some(&cookie)).await;
    assert_eq!(reused.status(), 400);
    assert!(page(&reused).contains("used before"));

    // A code that was used, with a state that was not.
    let code = before.split_once("code=").unwrap().1.trim_end_matches('&');
    let (link, cookie) = works.begin().await;
    let fresh = world.slack.authorize(&link, &consent).unwrap();
    let fresh_state = fresh.split_once("state=").unwrap().1;
    let url = format!("http://gateway.test/slack/oauth?code={code}&state={fresh_state}");
    let twice = world.open(&works, &url, Some(&cookie)).await;
    assert_eq!(twice.status(), 400);
    assert!(page(&twice).contains("used before, or is too old"), "{}", page(&twice));
    assert_eq!((works.installations().await, works.token(&world.teams[0]).await), (1, token), "nothing has changed");
    world.stop(works).await;
}
