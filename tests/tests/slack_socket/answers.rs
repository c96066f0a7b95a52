//! What the application decides travels with the acknowledgement of an envelope: complaints about a form, the options of a
//! menu, the answer to a command.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::Request;
use messaging_agent::hook_fn;
use messaging_core::{
    Clock,
    capability::{Decision, Question},
};
use messaging_emulator::{Journal, SlackEmulator};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use crate::workspace::{emulated, gateway};

const SEED: u64 = 20_261_131;

fn answered(answer: &Value) -> Decision {
    Decision::Answer { answer: answer.as_object().unwrap().clone() }
}

/// Rules on a form by what is in it.
fn rule(question: &Question) -> Decision {
    let text = serde_json::to_string(&question.fields).unwrap();
    if text.contains("too short") {
        answered(&json!({ "response_action": "errors", "errors": { "what": "Say more." } }))
    } else if text.contains("forbidden") {
        Decision::Reject { reason: "Not that.".into() }
    } else {
        Decision::Pass
    }
}

async fn open(slack: &SlackEmulator, trigger: &str) {
    let label = |text: &str| json!({ "type": "plain_text", "text": text });
    let view = json!({
        "type": "modal", "callback_id": "ticket", "title": label("Ticket"), "submit": label("Send"),
        "blocks": [
            { "type": "input", "block_id": "what", "label": label("What"),
              "element": { "type": "plain_text_input", "action_id": "text" } },
            { "type": "input", "block_id": "who", "optional": true, "label": label("Who"),
              "element": { "type": "external_select", "action_id": "pick", "min_query_length": 1 } },
        ],
    });
    let request = Request::post("http://slack.test/api/views.open")
        .header("authorization", format!("Bearer {}", slack.settings().bot_token))
        .header("content-type", "application/json; charset=utf-8")
        .body(Bytes::from(json!({ "trigger_id": trigger, "view": view }).to_string()))
        .unwrap();
    let answer = slack.api().oneshot(request).await.unwrap();
    let answer: Value = serde_json::from_slice(answer.body()).unwrap();
    assert_eq!(answer["ok"], true, "{answer}");
}

#[tokio::test(start_paused = true)]
async fn what_the_application_decides_comes_with_the_acknowledgement() {
    println!("seed {SEED}");
    let journal = Journal::new();
    let wall = journal.clone();
    let slack = emulated(SEED, "http://slack.test", journal);
    let trigger = Arc::<Mutex<String>>::default();
    let kept = Arc::clone(&trigger);
    let hook = hook_fn(move |question: Question| {
        let kept = Arc::clone(&kept);
        async move {
            match question.kind.as_str() {
                "slash_command" => {
                    question.fields["trigger_id"].clone_into(&mut kept.lock().unwrap());
                    answered(&json!({ "response_type": "ephemeral", "text": "One moment." }))
                }
                "view_submission" => rule(&question),
                "block_suggestion" => {
                    let typed = question.fields["value"].clone();
                    answered(&json!({ "options": [
                        { "text": { "type": "plain_text", "text": format!("{typed}a") }, "value": "u1" },
                    ] }))
                }
                kind => panic!("{kind}"),
            }
        }
    });
    let clock = Clock::new(move || wall.wall());
    let gateway = gateway(&slack, Some(slack.dialer()), SEED, clock).hook(hook).build().unwrap();
    let running = gateway.start().await.unwrap();
    sleep(Duration::from_secs(5)).await;
    let settings = slack.settings().clone();
    let ann = &settings.user_id;
    let scene = async {
        let outcome = slack.command(ann, &settings.channel, "/ticket", "printer").await.unwrap();
        assert_eq!(outcome.error, None);
        let shown = slack.truth().shown.iter().any(|shown| shown.text.contains("One moment."));
        assert!(shown, "the person reads the answer");
        let trigger = trigger.lock().unwrap().clone();
        open(&slack, &trigger).await;

        let menu = slack.suggest(ann, &settings.channel, None, "pick", "ad").await.unwrap();
        assert_eq!((menu.error, menu.options.len()), (None, 1));
        assert_eq!(menu.options[0]["text"]["text"], "ada");

        let mut said = Vec::new();
        for text in ["too short", "forbidden", "The printer is on fire."] {
            slack.fill(ann, "what", &[text]).await.unwrap();
            let outcome = slack.submit(ann).await.unwrap();
            assert_eq!(outcome.error, None, "{text}");
            said.push((outcome.errors, slack.modal(ann).is_some()));
        }
        let complaint = |words: &str| vec![("what".to_owned(), words.to_owned())];
        assert_eq!(said, [(complaint("Say more."), true), (complaint("Not that."), true), (Vec::new(), false)]);
    };
    timeout(Duration::from_secs(60), scene).await.expect("nobody waits");
    assert_eq!(slack.warnings(), [""; 0]);
    running.drain().await;
}
