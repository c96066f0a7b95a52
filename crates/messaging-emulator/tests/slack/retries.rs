use std::time::Duration;

use bytes::Bytes;
use http::Response;

use crate::workspace::{Script, Workspace, always};

fn seconds(workspace: &Workspace) -> Vec<u64> {
    let told = workspace.told();
    let first = told[0].at;
    told.iter().map(|told| told.at.abs_diff(first).as_secs()).collect()
}

fn retries(workspace: &Workspace) -> Vec<(Option<String>, Option<String>)> {
    let word = |value: Option<&str>| value.map(str::to_owned);
    let told = workspace.told();
    told.iter()
        .map(|told| (word(told.header("x-slack-retry-num")), word(told.header("x-slack-retry-reason"))))
        .collect()
}

fn retry(number: &str, reason: &str) -> (Option<String>, Option<String>) {
    (Some(number.to_owned()), Some(reason.to_owned()))
}

#[tokio::test(start_paused = true)]
async fn three_retries_at_once_after_a_minute_and_after_five() {
    let workspace = Workspace::new();
    workspace.script([500, 302, 404, 503].map(Script::Status));
    workspace.write("hi", None);
    workspace.settle().await;
    assert_eq!(seconds(&workspace), [0, 0, 60, 360]);
    let expected = [(None, None), retry("1", "http_error"), retry("2", "too_many_redirects"), retry("3", "http_error")];
    assert_eq!(retries(&workspace), expected);
    let told = workspace.told();
    let (first, last) = (&told[0], &told[3]);
    assert_eq!(first.raw, last.raw, "the same event, the same id");
    assert_ne!(first.header("x-slack-request-timestamp"), last.header("x-slack-request-timestamp"));
    assert_ne!(first.header("x-slack-signature"), last.header("x-slack-signature"));
    assert_eq!(workspace.slack.truth().written["hi"].acknowledged, None);
}

#[tokio::test(start_paused = true)]
async fn an_answer_after_three_seconds_is_none() {
    let workspace = Workspace::new();
    workspace.script([
        Script::After(Duration::from_millis(3_001)),
        Script::Lost,
        Script::After(Duration::from_secs(2)),
    ]);
    workspace.write("hi", None);
    workspace.settle().await;
    assert_eq!(seconds(&workspace), [0, 3, 63]);
    assert_eq!(retries(&workspace)[1..], [retry("1", "http_timeout"), retry("2", "connection_failed")]);
}

#[tokio::test(start_paused = true)]
async fn an_app_may_forbid_retries() {
    let workspace = Workspace::new();
    let refusal = Response::builder().status(500).header("x-slack-no-retry", "1").body(Bytes::new()).unwrap();
    workspace.script([Script::Answer(refusal)]);
    workspace.write("one", None);
    workspace.settle().await;
    assert_eq!(workspace.told().len(), 1);
    workspace.write("two", None);
    workspace.settle().await;
    assert_eq!(workspace.told().len(), 2, "of that event only");
}

#[tokio::test(start_paused = true)]
async fn a_lost_event_holds_up_no_other() {
    let workspace = Workspace::new();
    workspace.script([500; 4].map(Script::Status));
    workspace.write("lost", None);
    workspace.settle().await;
    workspace.write("told", None);
    workspace.settle().await;
    let truth = workspace.slack.truth();
    assert_eq!(truth.written["lost"].acknowledged, None);
    assert!(truth.written["told"].acknowledged.is_some());
}

#[tokio::test(start_paused = true)]
async fn an_unheard_answer_is_a_timeout() {
    let workspace = Workspace::with(always(|plan| plan.deaf = 1_000), 7);
    workspace.write("hi", None);
    workspace.settle().await;
    assert_eq!(seconds(&workspace), [0, 3, 66, 369]);
    assert_eq!(retries(&workspace)[3], retry("3", "http_timeout"));
    assert_eq!(workspace.slack.truth().written["hi"].acknowledged, None);
}

#[tokio::test(start_paused = true)]
async fn an_event_may_come_twice_and_late() {
    let workspace = Workspace::with(always(|plan| plan.duplicate = 1_000), 7);
    workspace.write("hi", None);
    workspace.settle().await;
    let told = workspace.told();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].raw, told[1].raw);
    assert!(told[1].at.abs_diff(told[0].at) <= Duration::from_secs(20));

    let workspace = Workspace::with(always(|plan| plan.reorder = 1_000), 7);
    for text in ["1", "2", "3", "4", "5", "6"] {
        workspace.write(text, None);
    }
    workspace.settle().await;
    let told: Vec<_> = workspace.told().iter().map(|told| told.body["event"]["text"].to_string()).collect();
    let mut sorted = told.clone();
    sorted.sort();
    assert_ne!(told, sorted, "seed 7 must mix them up");
}
