//! What people look at. Nothing here is part of an application: the real Slack brings its own people.

use std::time::Duration;

use messaging_emulator::{Shown, SlackEmulator};
use tokio::time::{sleep, timeout};

use crate::Outcome;

/// How often somebody looks, and how long at most.
const GLANCE: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_secs(30);

/// Looks until `wanted` is there to be seen.
pub(crate) async fn until<T>(what: &str, wanted: impl Fn() -> Option<T>) -> Outcome<T> {
    let looking = async {
        loop {
            if let Some(seen) = wanted() {
                return seen;
            }
            sleep(GLANCE).await;
        }
    };
    Ok(timeout(PATIENCE, looking).await.map_err(|_| format!("nobody saw {what}"))?)
}

/// Looks until the app has said something that starts with `text`.
pub(crate) async fn said(slack: &SlackEmulator, text: &str) -> Outcome<Shown> {
    let is_it = |shown: &Shown| shown.from_app && shown.text.starts_with(text);
    until(text, || slack.truth().shown.into_iter().find(is_it)).await
}

/// Waits until the app has heard what a person wrote.
pub(crate) async fn heard(slack: &SlackEmulator, text: &str) -> Outcome<Duration> {
    until(text, || slack.truth().written.get(text)?.acknowledged).await
}

/// Prints everything that was seen, in order.
pub(crate) fn print(slack: &SlackEmulator) {
    let settings = slack.settings();
    for shown in slack.truth().shown {
        let place = if shown.place == settings.dm_channel { "direct" } else { "#general" };
        let thread = if shown.thread.is_some() { " > thread" } else { "" };
        let person = settings.users.iter().find(|(id, _)| *id == shown.author);
        let who = person.map_or("bot", |(_, name)| name);
        println!("on screen {place}{thread} {who}: {}", shown.text.replace('\n', " "));
    }
}
