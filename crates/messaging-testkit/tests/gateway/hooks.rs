use std::time::Duration;

use messaging_agent::{Hook, hook_fn};
use messaging_core::{
    Descriptor,
    capability::{Decision, Question},
};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::plain::{House, echo, house, house_with};

fn asking(hook: impl Hook) -> House {
    house_with(Descriptor::new("plain"), echo, |builder| builder.hook(hook))
}

async fn ask(house: &House) -> Value {
    let question = json!({ "kind": "onMessageAdd", "conversation": "conv:CH1", "fields": { "Body": "hi" } });
    let (status, body) = house.call(json!({ "ask": question })).await;
    assert_eq!(status, 200);
    serde_json::from_str(&body).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_hook_decides_and_nothing_is_stored() {
    let house = asking(hook_fn(|question: Question| async move {
        assert_eq!((question.kind.as_str(), question.fields["Body"].as_str()), ("onMessageAdd", "hi"));
        let Value::Object(changes) = json!({ "body": "hello" }) else { panic!("an object") };
        Decision::Modify { changes }
    }));
    assert_eq!(ask(&house).await, json!({ "decision": "modify", "changes": { "body": "hello" } }));
    let house = asking(hook_fn(|_| async { Decision::Reject { reason: "no".into() } }));
    assert_eq!(ask(&house).await["decision"], "reject");
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.accepted, counts.noted), (0, 0));
}

async fn broken(_: Question) -> Decision {
    panic!("a bug in the hook")
}

#[tokio::test(start_paused = true)]
async fn without_a_decision_everything_passes() {
    let pass = json!({ "decision": "pass" });
    assert_eq!(ask(&house(echo)).await, pass);
    let started = Instant::now();
    let late = asking(hook_fn(|_| async {
        sleep(Duration::from_secs(60)).await;
        Decision::Reject { reason: "too late".into() }
    }));
    assert_eq!(ask(&late).await, pass);
    assert_eq!(started.elapsed(), Duration::from_secs(2), "the platform's own deadline");
    assert_eq!(ask(&asking(hook_fn(broken))).await, pass);
}
