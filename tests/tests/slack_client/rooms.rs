use messaging_slack::client::{bots, conversations as c, team, users};

use super::Stage;

pub(super) async fn walk(stage: &Stage) {
    let user = stage.settings.user_id.clone();
    let id = stage.ok(c::Create::new("flights")).await.channel.unwrap().id.unwrap();
    stage.no(c::Create::new("flights"), &["name_taken"]).await;
    stage.ok(c::Invite::new(id.clone(), user.clone())).await;
    let members = stage.client.list(c::Members::new(id.clone()).limit(1_u32)).collect().await.unwrap();
    assert!(members.contains(&user) && members.len() == 2, "{members:?}");
    stage.ok(c::Kick::new(id.clone()).user(user.clone())).await;
    assert_eq!(stage.ok(c::Rename::new(id.clone(), "trains")).await.channel.unwrap().name.as_deref(), Some("trains"));
    stage.ok(c::SetTopic::new(id.clone(), "Where to")).await;
    stage.ok(c::SetPurpose::new(id.clone(), "Travel")).await;
    let info = stage.ok(c::Info::new(id.clone()).include_num_members(true)).await.channel.unwrap();
    assert_eq!(info.topic.unwrap().value.as_deref(), Some("Where to"));
    stage.ok(c::Archive::new(id.clone())).await;
    stage.no(c::Archive::new(id.clone()), &["already_archived", "is_archived"]).await;
    let listed = stage.client.list(c::List::new().limit(1_u32)).collect().await.unwrap();
    assert!(listed.iter().any(|channel| channel.is_archived == Some(true)), "{listed:?}");
    let _ = stage.client.call(c::Unarchive::new(id.clone())).await;
    let joined = stage.client.call(c::Join::new(stage.settings.other_channel.clone())).await.unwrap();
    assert!(joined.value.channel.is_some());
    stage.ok(c::Leave::new(stage.settings.other_channel.clone())).await;
    let dm = stage.ok(c::Open::new().users(user.clone())).await.channel.unwrap().id.unwrap();
    assert_eq!(dm, stage.settings.dm_channel);
    let history = stage.ok(c::History::new(stage.settings.channel.clone())).await.messages.unwrap();
    stage.ok(c::Mark::new(stage.settings.channel.clone(), history[0].ts.clone().unwrap())).await;
    stage.ok(c::Close::new(dm)).await;

    let person = stage.ok(users::Info::new(user.clone())).await.user.unwrap();
    assert!(person.shown_name().is_some());
    assert!(stage.client.list(users::List::new()).collect().await.unwrap().len() >= 3);
    assert!(!stage.client.list(users::Conversations::new()).collect().await.unwrap().is_empty());
    stage.no(users::LookupByEmail::new("nobody@x.test"), &["users_not_found"]).await;
    let bot = stage.ok(bots::Info::new().bot(stage.settings.bot_id.clone())).await.bot.unwrap();
    assert_eq!(bot.id.as_deref(), Some(stage.settings.bot_id.as_str()));
    let team = stage.ok(team::Info::new()).await.team.unwrap();
    assert_eq!(team.id.as_deref(), Some(stage.settings.team_id.as_str()));
}
