//! Modals and the Home. No method fetches a view: it is read back by a change that names it, or the version it has.

use messaging_slack::client::views;
use serde_json::{Value, json};

use crate::stage::{Proven, Stage};

/// A modal that has a button and an id of the app's own.
fn modal(id: &str, note: &str) -> Value {
    let text = |text: &str| json!({ "type": "plain_text", "text": text });
    let button = json!({ "type": "button", "action_id": "more", "text": text("More"), "value": "m" });
    json!({
        "type": "modal", "external_id": id, "private_metadata": note, "title": text("Flight"),
        "blocks": [{ "type": "actions", "block_id": "b", "elements": [button] }],
    })
}

pub(crate) async fn walk(stage: &Stage) {
    let user = stage.settings.user_id.clone();
    let named = |id: &str| stage.look("views.update", json!({ "external_id": id, "view": modal(id, "theirs") }));
    stage.emulator().shortcut(&user, "new").await.unwrap();
    let open = views::Open::new(modal("first", "ours")).trigger_id(stage.trigger());
    let opened = stage.changes(open, named("first"), |seen| seen["view"]["external_id"] == "first").await;
    let root = opened.view.unwrap().id.unwrap();
    stage.emulator().fill(&user, "more", &["m"]).await.unwrap();
    let push = views::Push::new(modal("second", "ours")).trigger_id(stage.trigger());
    let pushed = stage.changes(push, named("second"), |seen| seen["view"]["previous_view_id"] == json!(root)).await;
    let second = pushed.view.unwrap().id.unwrap();

    // A version that was the newest one is so no more once our client has changed the view; then its own is.
    let version = |hash: &Value| {
        let view = modal("second", "theirs");
        stage.look("views.update", json!({ "view_id": second, "hash": hash, "view": view }))
    };
    let theirs = stage.sdk(&named("second"))["view"]["hash"].clone();
    let update = views::Update::new(modal("second", "ours")).view_id(second.clone());
    let ours = stage.ours(update.hash(theirs.as_str().unwrap())).await.view.unwrap();
    assert_eq!(ours.private_metadata.as_deref(), Some("ours"));
    assert_eq!(stage.emulator().modal(&user).unwrap()["private_metadata"], "ours");
    assert_eq!(stage.sdk(&version(&theirs))["refused"], "hash_conflict");
    assert_eq!(stage.sdk(&version(&json!(ours.hash)))["view"]["id"], json!(second));
    stage.prove::<views::Update>(Proven::Changed);

    let home = |note: &str| json!({ "type": "home", "private_metadata": note, "blocks": [] });
    let publish = |hash: &Value| {
        let mut arguments = json!({ "user_id": user, "view": home("theirs") });
        if !hash.is_null() {
            arguments["hash"] = hash.clone();
        }
        stage.look("views.publish", arguments)
    };
    let theirs = stage.sdk(&publish(&Value::Null))["view"]["hash"].clone();
    let ours = views::Publish::new(user.clone(), home("ours")).hash(theirs.as_str().unwrap());
    let ours = stage.ours(ours).await.view.unwrap();
    assert_eq!(stage.emulator().home(&user).unwrap()["private_metadata"], "ours");
    assert_eq!(stage.sdk(&publish(&theirs))["refused"], "hash_conflict");
    assert_eq!(stage.sdk(&publish(&json!(ours.hash)))["view"]["id"], json!(ours.id));
    stage.prove::<views::Publish>(Proven::Changed);
}
