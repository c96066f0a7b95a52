//! A message through an incoming webhook: no token, no app that listens, nothing but a URL.

use messaging::{
    Messenger, SendMessage,
    slack::{Slack, SlackConfig, incoming_webhook},
};
use messaging_http::{ClientSettings, client};

use crate::{Outcome, screen, sockets};

pub(crate) async fn run() -> Outcome {
    let slack = sockets::slack(None).await?;
    // On the app's page Incoming Webhooks; a secret, because whoever knows it may post.
    let url = slack.add_webhook(&slack.settings().channel).ok_or("there is no such channel")?;

    let messenger = Messenger::new(Slack::new(SlackConfig::webhook(url), client(ClientSettings::default())?)?);
    let message = SendMessage::new(incoming_webhook("deploys"), "Version 1.4.2 is out: 12 changes, 0 incidents");
    messenger.send(message).await?;

    screen::print(&slack);
    Ok(())
}
