use std::time::Duration;

use messaging_emulator::slack::ActError;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    interactivity::last,
    workspace::{Script, Workspace, answer},
};

fn view(more: &Value) -> Value {
    let mut view = json!({
        "type": "modal",
        "callback_id": "ticket",
        "private_metadata": "m",
        "title": { "type": "plain_text", "text": "Ticket" },
        "submit": { "type": "plain_text", "text": "Send" },
        "blocks": [
            { "type": "input", "block_id": "what", "label": { "type": "plain_text", "text": "What" },
              "element": { "type": "plain_text_input", "action_id": "text" } },
            { "type": "input", "block_id": "size", "optional": true, "dispatch_action": true,
              "label": { "type": "plain_text", "text": "Size" },
              "element": { "type": "static_select", "action_id": "pick", "options": [
                  { "text": { "type": "plain_text", "text": "Small" }, "value": "s" } ] } },
        ],
    });
    view.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    view
}

async fn trigger(workspace: &Workspace) -> String {
    workspace.slack.shortcut(workspace.ann(), "new").await.unwrap();
    last(workspace).body["trigger_id"].as_str().unwrap().to_owned()
}

async fn opened(workspace: &Workspace, more: Value) -> Value {
    let trigger = trigger(workspace).await;
    let opened = workspace.call("views.open", json!({ "trigger_id": trigger, "view": view(&more) })).await;
    assert_eq!(opened["ok"], true, "{opened}");
    opened["view"].clone()
}

#[tokio::test(start_paused = true)]
async fn a_modal_is_opened_filled_in_and_sent() {
    let workspace = Workspace::new();
    let settings = workspace.settings().clone();
    let shown = opened(&workspace, json!({})).await;
    assert_eq!((&shown["callback_id"], &shown["root_view_id"]), (&json!("ticket"), &shown["id"]));
    assert_eq!((&shown["app_id"], &shown["bot_id"]), (&json!(settings.app_id), &json!(settings.bot_id)));
    let slack = &workspace.slack;
    assert_eq!(slack.submit(workspace.ann()).await, Err(ActError::Unfilled), "Slack asks nobody");
    let quiet = workspace.told().len();
    slack.fill(workspace.ann(), "what", &["It broke"]).await.unwrap();
    assert_eq!(workspace.told().len(), quiet, "a field tells nobody yet");
    slack.fill(workspace.ann(), "pick", &["s"]).await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["type"], &body["container"]["view_id"]), (&json!("block_actions"), &shown["id"]));
    assert!(body.get("message").is_none() && body.get("response_url").is_none());
    let outcome = slack.submit(workspace.ann()).await.unwrap();
    assert_eq!((outcome.error, slack.modal(workspace.ann())), (None, None));
    let body = last(&workspace).body;
    assert_eq!(body["type"], "view_submission");
    assert_eq!((&body["response_urls"], &body["view"]["private_metadata"]), (&json!([]), &json!("m")));
    let values = &body["view"]["state"]["values"];
    assert_eq!(values["what"]["text"], json!({ "type": "plain_text_input", "value": "It broke" }));
    assert_eq!(values["size"]["pick"]["selected_option"]["value"], "s");
}

#[tokio::test(start_paused = true)]
async fn triggers_work_once_and_at_once() {
    let workspace = Workspace::new();
    let open =
        |trigger: String| workspace.call("views.open", json!({ "trigger_id": trigger, "view": view(&json!({})) }));
    let used = trigger(&workspace).await;
    assert_eq!(open(used.clone()).await["ok"], true);
    assert_eq!(open(used).await["error"], "exchanged_trigger_id");
    let late = trigger(&workspace).await;
    sleep(Duration::from_millis(3_001)).await;
    assert_eq!(open(late).await["error"], "expired_trigger_id");
    assert_eq!(open("1.2.3".to_owned()).await["error"], "invalid_trigger_id");
}

#[tokio::test(start_paused = true)]
async fn the_app_decides_what_comes_next() {
    let workspace = Workspace::new();
    let slack = &workspace.slack;
    let ann = workspace.ann();
    let first = opened(&workspace, json!({})).await;
    slack.fill(ann, "text", &["x"]).await.unwrap();
    let second = view(&json!({ "callback_id": "second" }));
    workspace.script([
        answer(&json!({ "response_action": "errors", "errors": { "what": "Say more" } })),
        answer(&json!({ "response_action": "update", "view": view(&json!({ "callback_id": "changed" })) })),
        answer(&json!({ "response_action": "push", "view": second })),
    ]);
    let outcome = slack.submit(ann).await.unwrap();
    assert_eq!(outcome.errors, [("what".to_owned(), "Say more".to_owned())]);
    slack.submit(ann).await.unwrap();
    let changed = slack.modal(ann).unwrap();
    assert_eq!((&changed["callback_id"], &changed["id"]), (&json!("changed"), &first["id"]));
    assert_ne!(changed["hash"], first["hash"]);
    assert_eq!(changed["state"]["values"]["what"]["text"]["value"], "x", "what was typed stays");
    slack.submit(ann).await.unwrap();
    let pushed = slack.modal(ann).unwrap();
    assert_eq!((&pushed["previous_view_id"], &pushed["root_view_id"]), (&first["id"], &first["id"]));
    slack.fill(ann, "text", &["y"]).await.unwrap();
    slack.submit(ann).await.unwrap();
    assert_eq!(slack.modal(ann).unwrap()["id"], first["id"], "an empty answer closes the one in front");
    workspace.script([
        Script::After(Duration::from_secs(4)),
        answer(&json!({ "response_action": "errors", "errors": { "nowhere": "?" } })),
        answer(&json!({ "response_action": "clear" })),
    ]);
    assert_eq!(slack.submit(ann).await.unwrap().error, Some("operation_timeout"));
    assert_eq!(slack.submit(ann).await.unwrap().error, Some("dispatch_failed"));
    slack.submit(ann).await.unwrap();
    assert_eq!(slack.modal(ann), None);
}

#[tokio::test(start_paused = true)]
async fn three_views_over_each_other_and_no_more() {
    let workspace = Workspace::new();
    opened(&workspace, json!({})).await;
    for deep in 2..=4 {
        workspace.slack.fill(workspace.ann(), "pick", &["s"]).await.unwrap();
        let trigger = last(&workspace).body["trigger_id"].clone();
        let pushed = workspace.call("views.push", json!({ "trigger_id": trigger, "view": view(&json!({})) })).await;
        if deep < 4 {
            assert_eq!(pushed["ok"], true, "{pushed}");
        } else {
            assert_eq!(pushed["error"], "push_limit_reached");
        }
    }
    let outside = trigger(&workspace).await;
    let pushed = workspace.call("views.push", json!({ "trigger_id": outside, "view": view(&json!({})) })).await;
    assert_eq!(pushed["error"], "not_found", "nobody acted in a view");
}

#[tokio::test(start_paused = true)]
async fn an_update_knows_whether_it_is_late() {
    let workspace = Workspace::new();
    let shown = opened(&workspace, json!({ "external_id": "e1" })).await;
    let update = |body: Value| workspace.call("views.update", body);
    let stale = update(json!({ "view_id": shown["id"], "hash": "1.0", "view": view(&json!({})) })).await;
    assert_eq!(stale["error"], "hash_conflict");
    let fresh = json!({ "external_id": "e1", "hash": shown["hash"], "view": view(&json!({ "external_id": "e1" })) });
    assert_eq!(update(fresh.clone()).await["ok"], true);
    assert_eq!(update(fresh).await["error"], "hash_conflict");
    assert_eq!(update(json!({ "view_id": "V0", "view": view(&json!({})) })).await["error"], "not_found");
    let large = view(&json!({ "private_metadata": "x".repeat(250_000) }));
    assert_eq!(update(json!({ "view_id": shown["id"], "view": large })).await["error"], "view_too_large");
    let mut nameless = view(&json!({}));
    nameless.as_object_mut().unwrap().remove("submit");
    assert_eq!(update(json!({ "view_id": shown["id"], "view": nameless })).await["error"], "invalid_arguments");
    let bob = &workspace.settings().users[1].0;
    workspace.slack.shortcut(bob, "new").await.unwrap();
    let trigger = last(&workspace).body["trigger_id"].clone();
    let twice = json!({ "trigger_id": trigger, "view": view(&json!({ "external_id": "e1" })) });
    assert_eq!(workspace.call("views.open", twice).await["error"], "duplicate_external_id");
}

#[tokio::test(start_paused = true)]
async fn closing_is_told_where_that_was_asked_for() {
    let workspace = Workspace::new();
    opened(&workspace, json!({})).await;
    let quiet = workspace.told().len();
    workspace.slack.close(workspace.ann(), false).await.unwrap();
    assert_eq!(workspace.told().len(), quiet);
    opened(&workspace, json!({ "notify_on_close": true })).await;
    workspace.slack.close(workspace.ann(), true).await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["type"], &body["is_cleared"]), (&json!("view_closed"), &json!(true)));
}

#[tokio::test(start_paused = true)]
async fn the_home_is_published_and_used() {
    let workspace = Workspace::new();
    let home = json!({ "type": "home", "blocks": [{ "type": "actions", "elements": [
        { "type": "button", "action_id": "go", "text": { "type": "plain_text", "text": "Go" } } ] }] });
    let publish = |hash: Value| {
        let mut body = json!({ "user_id": workspace.ann(), "view": home });
        if !hash.is_null() {
            body["hash"] = hash;
        }
        workspace.call("views.publish", body)
    };
    let published = publish(Value::Null).await;
    assert_eq!(published["ok"], true, "{published}");
    assert_eq!(publish(json!("1.0")).await["error"], "hash_conflict");
    workspace.slack.open_app(workspace.ann(), "home").unwrap();
    workspace.settle().await;
    let event = last(&workspace).body["event"].clone();
    assert_eq!((&event["type"], &event["tab"]), (&json!("app_home_opened"), &json!("home")));
    assert_eq!(event["view"]["id"], published["view"]["id"]);
    workspace.slack.click_home(workspace.ann(), "go", &[]).await.unwrap();
    let body = last(&workspace).body;
    assert_eq!((&body["view"]["type"], &body["actions"][0]["action_id"]), (&json!("home"), &json!("go")));
}
