use messaging_slack::client::{
    api, apps,
    assistant::{Prompt, SetSuggestedPrompts, SetTitle},
    auth, views,
};
use serde_json::json;

use super::Stage;

pub(super) async fn walk(stage: &Stage) {
    stage.ok(api::Test::new()).await;
    let identity = stage.ok(auth::Test::new()).await;
    assert_eq!(identity.bot_id.as_deref(), Some(stage.settings.bot_id.as_str()));
    let dm = stage.settings.dm_channel.clone();
    let posted = stage.ok(messaging_slack::client::chat::PostMessage::new(dm.clone()).text("hi")).await;
    let root = posted.ts.unwrap();
    let prompts = vec![Prompt::new("Flights", "Show me flights")];
    stage.ok(SetSuggestedPrompts::new(dm.clone(), prompts).thread_ts(root.clone())).await;
    stage.ok(SetTitle::new(dm, root, "Travel")).await;

    let title = json!({ "type": "plain_text", "text": "T" });
    let modal = json!({ "type": "modal", "title": title, "blocks": [] });
    let gone = ["invalid_trigger_id", "expired_trigger_id", "exchanged_trigger_id"];
    stage.no(views::Open::new(modal.clone()).trigger_id("1.2.3"), &gone).await;
    stage.no(views::Push::new(modal.clone()).trigger_id("1.2.3"), &gone).await;
    stage.no(views::Update::new(modal).view_id("V0000000000"), &["not_found"]).await;
    let home = json!({ "type": "home", "blocks": [] });
    stage.ok(views::Publish::new(stage.settings.user_id.clone(), home)).await;
    // Neither a bot's token nor none at all opens a connection.
    stage.no(apps::ConnectionsOpen::new(), &["not_allowed_token_type", "invalid_auth", "missing_scope"]).await;
    stage.ok(auth::Revoke::new()).await;
    stage.no(auth::Test::new(), &["token_revoked", "invalid_auth", "account_inactive"]).await;
}
