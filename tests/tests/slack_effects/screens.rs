//! What no method reads back: people see it.

use messaging_slack::client::{
    assistant::{Prompt, SetStatus, SetSuggestedPrompts, SetTitle},
    chat,
};

use crate::stage::Stage;

pub(crate) async fn walk(stage: &Stage) {
    let (channel, user) = (stage.settings.channel.clone(), stage.settings.user_id.clone());
    let whisper = chat::PostEphemeral::new(channel, user.clone()).text("only you");
    stage.shows(whisper, |slack| slack.truth().shown.iter().any(|shown| shown.text == "only you")).await;

    let dm = stage.settings.dm_channel.clone();
    let root = stage.emulator().write(&user, &dm, "help", None).unwrap();
    let status = SetStatus::new(dm.clone(), root.clone(), "is thinking…");
    let thread = |slack: &messaging_emulator::SlackEmulator| slack.thread(&dm, &root).unwrap_or_default();
    stage.shows(status, |slack| thread(slack).status.as_deref() == Some("is thinking…")).await;
    let title = SetTitle::new(dm.clone(), root.clone(), "Help");
    stage.shows(title, |slack| thread(slack).title.as_deref() == Some("Help")).await;
    let prompts = SetSuggestedPrompts::new(dm.clone(), vec![Prompt::new("More", "Tell me more")]);
    let offered = [("More".to_owned(), "Tell me more".to_owned())];
    stage.shows(prompts.thread_ts(root.clone()), |slack| thread(slack).prompts == offered).await;
}
