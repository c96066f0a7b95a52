//! What a gateway says in the answer to a webhook itself: replies as `TwiML`, and what may happen at all.

use std::time::Duration;

use messaging_agent::hook_fn;
use messaging_core::{
    capability::{Decision, Question},
    message::{CreateConversation, Invoke, ListMessages},
};
use messaging_gateway::Stage;
use messaging_tests::twilio_house::{TwilioHouse, WEBHOOK};
use messaging_twilio::{
    Replies,
    client::{
        configuration_webhooks::{Method, UpdateService},
        messages,
    },
    direct,
};
use serde_json::json;

const THEIRS: &str = "+15550100777";

#[tokio::test(start_paused = true)]
async fn a_reply_in_the_answer_is_what_the_person_sees_and_leaves_once() {
    let house = TwilioHouse::open(|_| {}, |config| config.replies = Replies::Twiml, ()).await;
    let ours = house.number();
    house.emulator.write_sms(THEIRS, &ours, "1 < 2 & \"é\"");
    // Virtual time: long enough for a second one to show.
    tokio::time::sleep(Duration::from_secs(300)).await;
    let all = house.twilio.call(ListMessages::of(direct(ours, THEIRS))).await.unwrap().items;
    let said: Vec<_> =
        all.iter().map(|message| message.content.text.as_str()).filter(|text| text.starts_with("You")).collect();
    assert_eq!(said, ["You said: 1 < 2 & \"é\" (sms)"]);
    let account = &house.emulator.settings().account_sid;
    let list = Invoke {
        method: format!("GET /2010-04-01/Accounts/{account}/Messages.json"),
        payload: json!({ "To": THEIRS }),
    };
    let sent = house.twilio.call(list).await.unwrap();
    assert_eq!(sent["messages"][0]["direction"], "outbound-reply", "{sent}");
    house.running.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_turn_without_a_reply_keeps_no_webhook_waiting() {
    for text in ["/silent", "/refuse"] {
        let house = TwilioHouse::open(|_| {}, |config| config.replies = Replies::Twiml, ()).await;
        let mut hops = house.running.gateway().hops();
        house.emulator.write_sms(THEIRS, &house.number(), text);
        tokio::time::sleep(Duration::from_secs(60)).await;
        let told: Vec<_> = std::iter::from_fn(|| hops.try_recv().ok()).collect();
        let webhook = told.iter().find(|hop| hop.stage == Stage::Webhook).unwrap();
        assert!(webhook.outcome == "200" && webhook.took < Duration::from_secs(1), "{text}: {told:?}");
        house.running.drain().await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_about_to_happen_is_passed_changed_or_refused() {
    let hook = hook_fn(|question: Question| async move {
        let body = question.fields.get("Body").cloned().unwrap_or_default();
        match body.as_str() {
            "secret" => Decision::Reject { reason: "no secrets here".to_owned() },
            "hello" => {
                let changes = json!({ "body": "HELLO", "attributes": { "from": "Ann" }, "sid": "ignored" });
                Decision::Modify { changes: changes.as_object().cloned().unwrap_or_default() }
            }
            "slow" => std::future::pending().await,
            _ => Decision::Pass,
        }
    });
    let house = TwilioHouse::open(|_| {}, |_| {}, hook).await;
    let client = house.account.client().with_webhooks();
    let service = house.emulator.settings().conversations_service_sid.clone();
    let webhooks = UpdateService::new(service).pre_webhook_url(WEBHOOK).method(Method::Post);
    client.call(webhooks.filters(vec!["onMessageAdd".to_owned()])).await.unwrap();
    let room = house.twilio.call(CreateConversation::named("Support")).await.unwrap();
    let mut said = Vec::new();
    for body in ["plain", "hello", "slow", "secret"] {
        let create = messages::Create::new(room.id.as_str()).author("ann").body(body);
        said.push(client.call(create).await.map(|message| (message.body, message.attributes)));
    }
    let refused = said.pop().unwrap().unwrap_err();
    assert_eq!(refused.vendor().map(|vendor| vendor.code.as_str()), Some("50056"), "{refused}");
    let said: Vec<_> = said.into_iter().map(|message| message.unwrap().0.unwrap_or_default()).collect();
    assert_eq!(said, ["plain", "HELLO", "slow"], "who does not decide in time has decided nothing");
    let kept = house.twilio.call(ListMessages::of(room.reference)).await.unwrap().items;
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().any(|message| message.attributes.get("from") == Some(&json!("Ann"))), "{kept:?}");
    house.running.drain().await;
}
