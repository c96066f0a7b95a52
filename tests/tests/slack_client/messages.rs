use messaging_slack::client::{assistant, chat, conversations, reactions, sessions};
use serde_json::json;

use super::Stage;

pub(super) async fn walk(stage: &Stage) {
    let (channel, user) = (stage.settings.channel.clone(), stage.settings.user_id.clone());
    let posted = stage.ok(chat::PostMessage::new(channel.clone()).text("first").unfurl_links(false)).await;
    let ts = posted.ts.unwrap();
    let updated = stage.ok(chat::Update::new(channel.clone(), ts.clone()).text("second")).await;
    assert_eq!(updated.text.as_deref(), Some("second"));
    let history = stage.ok(conversations::History::new(channel.clone()).limit(10_u32)).await;
    assert!(history.messages.unwrap().iter().any(|message| message.text.as_deref() == Some("second")));
    let reply = stage.ok(chat::PostMessage::new(channel.clone()).text("reply").thread_ts(ts.clone())).await;
    let thread = stage.ok(conversations::Replies::new(channel.clone(), ts.clone())).await.messages.unwrap();
    assert_eq!(thread.len(), 2);
    let link = stage.ok(chat::GetPermalink::new(channel.clone(), ts.clone())).await;
    assert!(link.permalink.unwrap().contains(&ts.replace('.', "")));
    stage.ok(chat::PostEphemeral::new(channel.clone(), user.clone()).text("psst")).await;
    stage.ok(chat::MeMessage::new(channel.clone(), "waves")).await;

    stage.ok(reactions::Add::new(channel.clone(), ts.clone(), "eyes")).await;
    stage.no(reactions::Add::new(channel.clone(), ts.clone(), "eyes"), &["already_reacted"]).await;
    let reacted = stage.ok(reactions::Get::new().channel(channel.clone()).timestamp(ts.clone())).await;
    assert_eq!(reacted.message.unwrap().reactions.unwrap().len(), 1);
    stage.ok(reactions::Remove::new("eyes").channel(channel.clone()).timestamp(ts.clone())).await;

    stage.ok(assistant::SetStatus::new(channel.clone(), ts.clone(), "is thinking…")).await;
    stage.ok(assistant::SetStatus::new(channel.clone(), ts.clone(), "")).await;
    let chunks = |text: &str| json!([{ "type": "markdown_text", "text": text }]);
    let start = chat::StartStream::new(channel.clone())
        .thread_ts(ts.clone())
        .recipient_user_id(user)
        .recipient_team_id(stage.settings.team_id.clone())
        .chunks(chunks("He"));
    let stream = stage.ok(start).await.ts.unwrap();
    stage.ok(chat::AppendStream::new(channel.clone(), stream.clone()).chunks(chunks("llo"))).await;
    stage.ok(chat::StopStream::new(channel.clone(), stream)).await;
    let session = sessions::SetStatus::new("active").channel_id(channel.clone()).thread_ts(ts.clone());
    let _ = stage.client.call(session).await.unwrap();
    let rename = sessions::Rename::new("Flights").channel_id(channel.clone()).thread_ts(ts.clone());
    stage.client.call(rename).await.unwrap();

    // The clock of the emulator starts at some day of 2026; 2,000,000,000 is too far ahead.
    stage.no(chat::ScheduleMessage::new(channel.clone(), 2_000_000_000).text("later"), &["time_too_far"]).await;
    stage.ok(chat::ScheduledMessagesList::new()).await;
    let gone = chat::DeleteScheduledMessage::new(channel.clone(), "Q0000000000");
    stage.no(gone, &["invalid_scheduled_message_id"]).await;
    let unfurl = chat::Unfurl::new().channel(channel.clone()).ts(ts.clone()).unfurls(json!({}));
    let unfurled = stage.client.call(unfurl).await;
    assert!(unfurled.is_ok() || unfurled.is_err_and(|error| error.vendor().is_some()));

    stage.ok(chat::Delete::new(channel.clone(), reply.ts.unwrap())).await;
    stage.no(chat::Delete::new(channel, "1.000000"), &["message_not_found"]).await;
}
