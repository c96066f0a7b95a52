//! An agent that answers over the Events API: whoever writes to it in a direct message, whoever mentions it in a channel.

use std::sync::Arc;

use messaging::{
    agent::{Turn, from_fn},
    gateway::Gateway,
    store::MemoryStore,
};

use crate::{Outcome, screen, sockets};

pub(crate) async fn run() -> Outcome {
    let door = sockets::open().await?;
    let slack = sockets::slack(Some(door.request_url())).await?;

    // Slack tells a mention twice, and everything again that is not answered within 3 s: the agent gets one turn.
    let agent = from_fn(|turn: Turn| async move { Ok(vec![format!("You said: {}", turn.text()).into()]) });
    let gateway = Gateway::builder(Arc::new(MemoryStore::default()), agent)
        .account("slack", sockets::account(&slack)?)
        .public_url(&door.url)
        .build()?;
    let running = gateway.start().await?;
    door.lead_to(&gateway)?;

    let people = slack.settings();
    slack.write(&people.user_id, &people.dm_channel, "Hello there", None)?;
    screen::said(&slack, "You said: Hello there").await?;

    // What people say among themselves is heard, and not answered.
    slack.write(&people.user_id, &people.channel, "Lunch, anybody?", None)?;
    screen::heard(&slack, "Lunch, anybody?").await?;

    // A mention is answered in its thread. What follows there needs no mention, and is answered too.
    let thread = slack.write(&people.user_id, &people.channel, "@bot are you here as well?", None)?;
    screen::said(&slack, "You said: are you here as well?").await?;
    slack.write(&people.user_id, &people.channel, "Good to know", Some(&thread))?;
    screen::said(&slack, "You said: Good to know").await?;
    running.drain().await;
    screen::print(&slack);
    Ok(())
}
