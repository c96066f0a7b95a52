use std::time::Duration;

use bytes::Bytes;
use http::Response;
use messaging_emulator::{FaultPlan, SlackSettings};
use serde_json::json;
use tokio::time::sleep;

use crate::workspace::{Script, Workspace};

fn workspace(set: impl FnOnce(&mut SlackSettings)) -> Workspace {
    let mut settings = SlackSettings::generated(7);
    settings.events_url = Some("https://app.test/webhooks/slack".to_owned());
    set(&mut settings);
    Workspace::of(settings, FaultPlan::default(), 7)
}

fn moved(location: &str) -> Script {
    Script::Answer(Response::builder().status(302).header("location", location).body(Bytes::new()).unwrap())
}

#[tokio::test(start_paused = true)]
async fn two_redirects_are_followed_and_no_third() {
    let workspace = workspace(|_| {});
    workspace.script([moved("/elsewhere"), moved("https://other.test/x")]);
    workspace.write("hi", None);
    workspace.settle().await;
    let told = workspace.told();
    let urls: Vec<_> = told.iter().map(|told| &*told.url).collect();
    assert_eq!(urls, ["https://app.test/webhooks/slack", "https://app.test/elsewhere", "https://other.test/x"]);
    assert!(told.iter().all(|hop| hop.header("x-slack-retry-num").is_none() && hop.raw == told[0].raw));
    workspace.script([moved("/a"), moved("/b"), moved("/c")]);
    workspace.write("ho", None);
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 7);
    assert_eq!(told[6].header("x-slack-retry-reason"), Some("too_many_redirects"));
}

#[tokio::test(start_paused = true)]
async fn delayed_events_go_on_for_a_day() {
    let workspace = workspace(|settings| settings.app.delayed_events = true);
    workspace.script([500; 20].map(Script::Status));
    workspace.write("hi", None);
    sleep(Duration::from_secs(60 * 60 * 24)).await;
    let told = workspace.told();
    assert_eq!(told.len(), 21);
    assert_eq!(told[4].at.abs_diff(told[3].at).as_secs(), 3_600);
    assert_eq!(told[20].header("x-slack-retry-num"), Some("20"));
}

#[tokio::test(start_paused = true)]
async fn too_many_events_are_said_once_a_minute() {
    let workspace = workspace(|settings| settings.app.events_per_hour = 3);
    for text in ["1", "2", "3", "4", "5"] {
        workspace.write(text, None);
    }
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 4);
    let limited = told.iter().find(|told| told.body["type"] == "app_rate_limited").unwrap();
    let settings = workspace.settings();
    assert_eq!(
        (&limited.body["team_id"], &limited.body["api_app_id"]),
        (&json!(settings.team_id), &json!(settings.app_id))
    );
    assert_eq!(limited.body["minute_rate_limited"].as_u64().unwrap() % 60, 0);
    assert!(limited.body.get("event_id").is_none() && limited.header("x-slack-signature").is_some());
    sleep(Duration::from_secs(3_600)).await;
    workspace.write("6", None);
    workspace.settle().await;
    assert_eq!(workspace.told().last().unwrap().kind(), "message");
}

#[tokio::test(start_paused = true)]
async fn an_app_that_fails_is_switched_off() {
    let workspace = workspace(|_| {});
    workspace.script(std::iter::repeat_with(|| Script::Status(500)).take(5_000));
    for nth in 0..1_000 {
        workspace.write(&nth.to_string(), None);
    }
    workspace.settle().await;
    assert!(!workspace.slack.events_enabled());
    let before = workspace.told().len();
    workspace.write("nobody hears this", None);
    workspace.settle().await;
    assert_eq!(workspace.told().len(), before);
    workspace.slack.enable_events();
    workspace.write("this somebody does", None);
    workspace.settle().await;
    assert!(workspace.told().len() > before);
}

#[tokio::test(start_paused = true)]
async fn the_check_of_a_url_is_not_signed() {
    let workspace = workspace(|_| {});
    assert_eq!(workspace.slack.check_ssl().await, Some(200));
    let told = workspace.told().remove(0);
    assert_eq!(told.body["ssl_check"], "1");
    assert_eq!(told.header("x-slack-signature"), None);
}
