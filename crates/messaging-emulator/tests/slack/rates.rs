use std::time::Duration;

use messaging_emulator::{FaultPlan, SlackLimits, SlackSettings};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::workspace::{Workspace, read};

fn limited(set: impl FnOnce(&mut SlackLimits)) -> Workspace {
    let mut settings = SlackSettings::generated(7);
    set(&mut settings.limits);
    Workspace::of(settings, FaultPlan::default(), 7)
}

/// Calls until it is told to wait; how often it could, and how long to wait.
async fn until_limited(workspace: &Workspace, method: &str, arguments: Value) -> (u32, u64) {
    for calls in 0..1_000 {
        let response = workspace.send(method, arguments.clone()).await.unwrap();
        if response.status() == 429 {
            assert_eq!(read(&response), json!({ "ok": false, "error": "ratelimited" }));
            return (calls, response.headers()["retry-after"].to_str().unwrap().parse().unwrap());
        }
    }
    panic!("{method} has no limit");
}

#[tokio::test(start_paused = true)]
async fn tiers_are_kept_by_method() {
    let workspace = limited(|_| ());
    let user = json!({ "user": workspace.settings().user_id });
    for (method, arguments, tier) in [
        ("users.list", json!({}), 20),
        ("team.info", json!({}), 50),
        ("users.info", user, 100),
        ("auth.test", json!({}), 300),
    ] {
        let (calls, wait) = until_limited(&workspace, method, arguments.clone()).await;
        assert_eq!(calls, tier, "{method}");
        assert!((1..=60).contains(&wait));
        sleep(Duration::from_secs(wait)).await;
        assert_eq!(workspace.call(method, arguments).await["ok"], true, "{method}");
    }
    let throttled = workspace.slack.throttled();
    assert_eq!((throttled.len(), throttled[0].method), (4, "users.list"));
}

#[tokio::test(start_paused = true)]
async fn a_channel_takes_one_post_a_second() {
    let workspace = limited(|_| ());
    let body = json!({ "channel": workspace.settings().channel, "text": "x" });
    let (calls, wait) = until_limited(&workspace, "chat.postMessage", body.clone()).await;
    assert_eq!((calls, wait), (5, 1));
    let dm = json!({ "channel": workspace.settings().dm_channel, "text": "x" });
    assert_eq!(workspace.call("chat.postMessage", dm).await["ok"], true, "one channel slows no other");
    let begun = Instant::now();
    for _ in 0..10 {
        sleep(Duration::from_secs(1)).await;
        assert_eq!(workspace.call("chat.postMessage", body.clone()).await["ok"], true);
    }
    assert!(begun.elapsed() < Duration::from_secs(11));
    assert_eq!(workspace.slack.throttled()[0].channel.as_ref(), Some(&workspace.settings().channel));
}

#[tokio::test(start_paused = true)]
async fn a_workspace_takes_so_many_posts_a_minute() {
    let workspace = limited(|limits| (limits.posts_per_minute, limits.post_burst) = (7, 100));
    let body = json!({ "channel": workspace.settings().channel, "text": "x" });
    let (calls, wait) = until_limited(&workspace, "chat.postMessage", body).await;
    assert_eq!(calls, 7);
    assert!((59..=60).contains(&wait));
}

#[tokio::test(start_paused = true)]
async fn history_can_be_restricted() {
    let workspace = limited(|limits| limits.history_restricted = true);
    let channel = workspace.settings().channel.clone();
    for nth in 0..20 {
        workspace.write(&nth.to_string(), None);
    }
    let history = json!({ "channel": channel, "limit": 100 });
    let page = workspace.call("conversations.history", history.clone()).await;
    assert_eq!((page["messages"].as_array().unwrap().len(), &page["has_more"]), (15, &json!(true)));
    assert_eq!(workspace.send("conversations.history", history.clone()).await.unwrap().status(), 429);
    sleep(Duration::from_secs(60)).await;
    assert_eq!(workspace.call("conversations.history", history).await["ok"], true);
}
