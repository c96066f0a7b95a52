//! A support agent in threads: it offers buttons, opens a form, checks what was filled in, and says what comes of it.

mod agent;
mod report;

use std::sync::Arc;

use messaging::{
    agent::{Turn, from_fn, hook_fn},
    gateway::Gateway,
    store::MemoryStore,
};
use serde_json::Value;

use crate::{Outcome, screen, sockets};

pub(crate) async fn run() -> Outcome {
    let door = sockets::open().await?;
    let slack = sockets::slack(Some(door.request_url())).await?;
    let account = sockets::account(&slack)?;

    // The agent answers people; the hook answers Slack, which waits up to 3 s to hear whether a form may close.
    let messenger = account.clone();
    let agent = from_fn(move |turn: Turn| agent::answer(messenger.clone(), turn));
    let gateway = Gateway::builder(Arc::new(MemoryStore::default()), agent)
        .hook(hook_fn(agent::decide))
        .account("slack", account)
        .public_url(&door.url)
        .build()?;
    let running = gateway.start().await?;
    door.lead_to(&gateway)?;

    // Ann mentions the bot, and it answers in a thread, with two buttons.
    let (ann, channel) = (&slack.settings().user_id, &slack.settings().channel);
    slack.write(ann, channel, "@bot my parcel has not come", None)?;
    let offer = screen::said(&slack, "Sorry to hear that").await?;

    // She presses one of them: the answer goes to the `response_url` that came along.
    slack.click(ann, channel, &offer.id, "Where is it?", &[]).await?;
    screen::said(&slack, "It left our warehouse").await?;

    // She presses the other, and a form opens.
    slack.click(ann, channel, &offer.id, "Report a problem", &[]).await?;
    let form = screen::until("the form", || slack.modal(ann)).await?;
    println!("form      {}", form.pointer("/title/text").and_then(Value::as_str).unwrap_or_default());

    // What she fills in is checked: first it stays open and says what is wrong, then it closes.
    slack.fill(ann, report::ORDER, &["the blue one"]).await?;
    slack.fill(ann, report::PROBLEM, &["The box was empty"]).await?;
    for (field, wrong) in slack.submit(ann).await?.errors {
        println!("form      {field}: {wrong}");
    }
    slack.fill(ann, report::ORDER, &["1042"]).await?;
    slack.submit(ann).await?;
    println!("form      {}", if slack.modal(ann).is_none() { "closed" } else { "still open" });
    screen::said(&slack, "Reported").await?;

    running.drain().await;
    screen::print(&slack);
    Ok(())
}
