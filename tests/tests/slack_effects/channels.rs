//! Channels and direct messages, and who is in them.

use messaging_slack::client::{chat, conversations as c};
use serde_json::{Value, json};

use crate::stage::Stage;

pub(crate) async fn walk(stage: &Stage) {
    let (user, bot) = (stage.settings.user_id.clone(), stage.settings.bot_user_id.clone());
    let list = |types: &str| stage.look("conversations.list", json!({ "types": types }));
    let named =
        |seen: &Value, name: &str| seen["channels"].as_array().unwrap().iter().any(|channel| channel["name"] == name);
    let create = c::Create::new("flights");
    let created = stage.changes(create, list("public_channel"), |seen| named(seen, "flights")).await;
    let id = created.channel.unwrap().id.unwrap();
    let info = |id: &str| stage.look("conversations.info", json!({ "channel": id }));
    let members = |id: &str| stage.look("conversations.members", json!({ "channel": id }));
    let has = |seen: &Value, member: &str| seen["members"].as_array().unwrap().contains(&json!(member));

    stage.changes(c::Invite::new(id.clone(), user.clone()), members(&id), |seen| has(seen, &user)).await;
    stage.changes(c::Kick::new(id.clone()).user(user.clone()), members(&id), |seen| !has(seen, &user)).await;
    let topic = c::SetTopic::new(id.clone(), "Where to");
    stage.changes(topic, info(&id), |seen| seen["channel"]["topic"]["value"] == "Where to").await;
    let purpose = c::SetPurpose::new(id.clone(), "Travel");
    stage.changes(purpose, info(&id), |seen| seen["channel"]["purpose"]["value"] == "Travel").await;
    let rename = c::Rename::new(id.clone(), "trains");
    stage.changes(rename, info(&id), |seen| seen["channel"]["name"] == "trains").await;
    let ts = stage.ours(chat::PostMessage::new(id.clone()).text("all aboard")).await.ts.unwrap();
    let mark = c::Mark::new(id.clone(), ts.clone());
    stage.changes(mark, info(&id), |seen| seen["channel"]["last_read"] == json!(ts)).await;
    stage.changes(c::Archive::new(id.clone()), info(&id), |seen| seen["channel"]["is_archived"] == true).await;
    stage.changes(c::Unarchive::new(id.clone()), info(&id), |seen| seen["channel"]["is_archived"] == false).await;

    let other = stage.settings.other_channel.clone();
    stage.changes(c::Join::new(other.clone()), members(&other), |seen| has(seen, &bot)).await;
    stage.changes(c::Leave::new(other.clone()), members(&other), |seen| !has(seen, &bot)).await;

    let bob = stage.settings.users[1].0.clone();
    let with = |seen: &Value| seen["channels"].as_array().unwrap().iter().any(|channel| channel["user"] == json!(bob));
    let opened = stage.changes(c::Open::new().users(bob.clone()), list("im"), with).await;
    let dm = opened.channel.unwrap().id.unwrap();
    stage.changes(c::Close::new(dm.clone()), info(&dm), |seen| seen["channel"]["is_open"] == false).await;
}
