use std::time::Duration;

use bytes::Bytes;
use messaging_core::message::{FetchMedia, FetchName, Media, MediaFile};
use messaging_slack::{channel, dm};
use serde_json::json;
use tokio::time::advance;

use crate::{
    script::Script,
    workspaces::{World, granted},
};

#[tokio::test(start_paused = true)]
async fn a_name_is_asked_for_once_an_hour() {
    let user = |name: &str| json!({ "ok": true, "user": { "id": "U1", "profile": { "display_name": name } } });
    let script = Script::new().ok(&user("ann")).ok(&user("Ann B."));
    let messenger = script.messenger();
    let name = || messenger.call(FetchName::of(dm("T1", "D1"), "U1"));
    for _ in 0..3 {
        assert_eq!(name().await.unwrap().as_deref(), Some("ann"));
    }
    advance(Duration::from_secs(60 * 60)).await;
    assert_eq!(name().await.unwrap().as_deref(), Some("Ann B."));
    let asked = script.requests();
    assert_eq!((asked.len(), asked[0].url.as_str()), (2, "http://slack.test/api/users.info"));
    assert_eq!(asked[0].form(), [("user".to_owned(), "U1".to_owned())]);
    assert_eq!(messenger.call(FetchName::of(dm("T1", "D1"), "B1")).await.unwrap(), None, "a bot is no person");
}

#[tokio::test(start_paused = true)]
async fn a_name_that_nobody_may_read_is_not_asked_for_at_every_turn() {
    let refused = json!({ "ok": false, "error": "missing_scope", "needed": "users:read", "provided": "chat:write" });
    let script = Script::new().ok(&refused).ok(&refused);
    let messenger = script.messenger();
    let name = || messenger.call(FetchName::of(dm("T1", "D1"), "U1"));
    assert!(name().await.unwrap_err().to_string().contains("users:read"));
    assert_eq!(name().await.unwrap(), None);
    advance(Duration::from_secs(5 * 60)).await;
    name().await.unwrap_err();
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test]
async fn a_file_is_fetched_as_the_workspace_that_it_came_from() {
    let world = World::new();
    for team in ["T1", "T2"] {
        assert_eq!(world.install(granted(team, &format!("xoxb-{team}"))).await.status(), 200);
    }
    world.asked();
    let messenger = world.messenger();
    for team in ["T2", "T1"] {
        let media = Media::at("http://slack.test/files-pri/x/a.txt").with_type("application/json");
        let request = FetchMedia::of(media).posted_in(channel(team, "C1"));
        world.says(json!({ "in": team }));
        let file = messenger.call(request).await.unwrap();
        let body = json!({ "in": team }).to_string();
        assert_eq!(file.bytes, MediaFile::new("application/json", Bytes::from(body)).bytes);
        let asked = world.asked();
        assert_eq!((asked.len(), asked[0].1.clone()), (1, format!("Bearer xoxb-{team}")));
    }
    let nowhere = FetchMedia::of(Media::at("http://slack.test/files-pri/x/a.txt"));
    assert!(messenger.call(nowhere).await.unwrap_err().to_string().contains("several workspaces"));
}
