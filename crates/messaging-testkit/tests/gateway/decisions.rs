use std::time::Duration;

use futures_util::future::join_all;
use messaging_agent::hook_fn;
use messaging_core::{
    Descriptor, Event, EventKind,
    capability::{Decision, Question},
    event::Interaction,
    message::{Action, Author},
};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::plain::{House, echo, happened, house, house_with};

fn form() -> Event {
    let sent = Interaction::new(Author::new("ada"), vec![Action::new("Send", "v")]);
    happened("form", EventKind::Action(sent))
}

async fn sends(house: &House) -> (u16, Value) {
    let question = json!({ "kind": "view_submission", "fields": { "callback_id": "c" } });
    let (status, body) = house.call(json!({ "events": [form()], "decide": question })).await;
    (status, serde_json::from_str(&body).unwrap())
}

#[tokio::test(start_paused = true)]
async fn what_is_told_is_stored_before_the_hook_is_asked_and_gets_its_turn() {
    let hook = hook_fn(|question: Question| async move {
        assert_eq!((question.kind.as_str(), question.fields["callback_id"].as_str()), ("view_submission", "c"));
        let answer = json!({ "response_action": "errors", "errors": { "b1": "too short" } });
        Decision::Answer { answer: answer.as_object().unwrap().clone() }
    });
    let house = house_with(Descriptor::new("plain"), echo, |builder| builder.hook(hook));
    let (status, said) = sends(&house).await;
    assert_eq!(
        (status, &said["decision"], &said["answer"]["errors"]["b1"]),
        (200, &json!("answer"), &json!("too short"))
    );
    assert_eq!(house.gateway.counts().await.unwrap().accepted, 1);
    assert_eq!(sends(&house).await.0, 200, "told again, asked again");
    house.run(1).await;
    assert_eq!(house.texts(), ["re: Send"]);
}

#[tokio::test(start_paused = true)]
async fn without_a_hook_or_in_time_it_passes() {
    let pass = (200, json!({ "decision": "pass" }));
    assert_eq!(sends(&house(echo)).await, pass);
    let late = hook_fn(|_| async {
        sleep(Duration::from_secs(60)).await;
        Decision::Reject { reason: "too late".into() }
    });
    let house = house_with(Descriptor::new("plain"), echo, |builder| builder.hook(late));
    let started = Instant::now();
    assert_eq!(sends(&house).await, pass);
    assert_eq!(started.elapsed(), Duration::from_secs(2));
    assert_eq!(house.gateway.counts().await.unwrap().accepted, 1);
}

#[tokio::test(start_paused = true)]
async fn nobody_is_asked_about_what_is_not_stored() {
    let hook = hook_fn(|_| async { panic!("asked about an event that is not stored") });
    let house = house_with(Descriptor::new("plain"), echo, |builder| {
        let settings = r#"{"limits":{"accepting":1,"accept":"0s"}}"#;
        builder.hook(hook).settings(serde_json::from_str(settings).unwrap())
    });
    let (status, _) = house.call(json!({ "events": [form()], "decide": { "kind": "k", "fields": {} } })).await;
    // Whether a store as fast as memory makes it is its own affair; a yes without a commit there is none.
    assert_eq!(status == 200, house.gateway.counts().await.unwrap().accepted == 1);
}

#[tokio::test(start_paused = true)]
async fn visitors_are_refused_before_anything_else_is() {
    let slow = hook_fn(|_| async {
        sleep(Duration::from_secs(1)).await;
        Decision::Pass
    });
    let house = house_with(Descriptor::new("plain"), echo, |builder| {
        builder.hook(slow).settings(serde_json::from_str(r#"{"limits":{"accepting":10}}"#).unwrap())
    });
    assert!(house.gateway.has_room_for_visitors());
    let told = |number: usize| {
        let sent = Interaction::new(Author::new("ada"), vec![Action::new("Send", "v")]);
        let event = happened(&format!("form {number}"), EventKind::Action(sent));
        house.call(json!({ "events": [event], "decide": { "kind": "k", "fields": {} } }))
    };
    let looks = async {
        sleep(Duration::from_millis(500)).await;
        (house.gateway.has_room_for_visitors(), house.gateway.refusal("/webhooks/plain").is_none())
    };
    let (answers, looks) = tokio::join!(join_all((0..5).map(told)), looks);
    assert!(answers.iter().all(|(status, _)| *status == 200), "{answers:?}");
    assert_eq!(looks, (false, true));
    assert!(house.gateway.has_room_for_visitors(), "there is room again");
}
