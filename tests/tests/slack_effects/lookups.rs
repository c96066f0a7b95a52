//! Who is there: what only reads, and the posts that it reads.

use messaging_slack::client::{api, auth, bots, chat, conversations as c, reactions, team, users};

use crate::stage::Stage;

pub(crate) async fn walk(stage: &Stage) {
    let (user, channel) = (stage.settings.user_id.clone(), stage.settings.channel.clone());
    stage.reads(api::Test::new()).await;
    let who = stage.reads(auth::Test::new()).await;
    assert_eq!(who.bot_id.as_deref(), Some(stage.settings.bot_id.as_str()));
    stage.reads(bots::Info::new().bot(stage.settings.bot_id.clone())).await;
    stage.reads(team::Info::new()).await;
    let person = stage.reads(users::Info::new(user.clone()).include_locale(true)).await.user.unwrap();
    assert_eq!(person.id.as_deref(), Some(user.as_str()));
    let address = person.profile.and_then(|profile| profile.email).unwrap();
    assert_eq!(stage.reads(users::LookupByEmail::new(address)).await.user.unwrap().id, Some(user.clone()));
    assert!(stage.reads(users::List::new().limit(2_u32)).await.members.is_some_and(|members| members.len() == 2));
    stage.reads(users::Conversations::new().user(user.clone()).types(["public_channel", "im"])).await;
    stage.reads(c::List::new().types(["public_channel", "im"]).limit(1_u32)).await;
    stage.reads(c::Info::new(channel.clone()).include_num_members(true)).await;
    assert!(stage.reads(c::Members::new(channel.clone())).await.members.unwrap().contains(&user));

    let root = stage.ours(chat::PostMessage::new(channel.clone()).text("a question")).await.ts.unwrap();
    stage.ours(chat::PostMessage::new(channel.clone()).text("an answer").thread_ts(root.clone())).await;
    stage.ours(reactions::Add::new(channel.clone(), root.clone(), "eyes")).await;
    assert!(
        stage.reads(c::History::new(channel.clone()).limit(10_u32)).await.messages.is_some_and(|all| !all.is_empty())
    );
    assert_eq!(stage.reads(c::Replies::new(channel.clone(), root.clone())).await.messages.unwrap().len(), 2);
    let reacted = stage.reads(reactions::Get::new().channel(channel.clone()).timestamp(root.clone())).await;
    assert_eq!(reacted.message.unwrap().reactions.unwrap().len(), 1);
    assert!(stage.reads(chat::GetPermalink::new(channel, root)).await.permalink.is_some());
}
