//! Both ends of the wire, on this machine.

use std::{future::pending, io};

use messaging::{Messenger, Registry, gateway::Gateway};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings};
use messaging_http::{ClientSettings, client};
use messaging_server::{Buffered, ListenerSettings, PublicSettings, Readiness, public, serve};
use serde_json::json;
use tokio::net::TcpListener;

use crate::Outcome;

/// Where Slack will call us.
pub(crate) struct Door {
    listener: TcpListener,
    pub(crate) url: String,
}

/// Takes a free port.
pub(crate) async fn open() -> io::Result<Door> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok(Door { listener, url })
}

impl Door {
    /// The Request URL of the app, for events, interactivity and commands alike.
    pub(crate) fn request_url(&self) -> String {
        format!("{}/webhooks/slack", self.url)
    }

    /// Serves the gateway's public side from now on.
    pub(crate) fn lead_to(self, gateway: &Gateway) -> Outcome {
        let readiness = Readiness::starting();
        let router = public(gateway.clone(), &PublicSettings::default(), &readiness)?;
        readiness.ready();
        tokio::spawn(serve(self.listener, router, ListenerSettings::default(), pending()));
        Ok(())
    }
}

/// Starts a Slack that calls `request_url`, as the real one would: over a socket, signed.
pub(crate) async fn slack(request_url: Option<String>) -> Outcome<SlackEmulator> {
    let door = open().await?;
    let mut settings = SlackSettings::generated(1);
    settings.base_url = door.url;
    settings.events_url = request_url;
    let slack = SlackEmulator::new(settings, FaultPlan::default(), 1, Journal::live(100));
    slack.connect(client(ClientSettings::default())?);
    let limits = ListenerSettings::default();
    let service = Buffered::new(slack.service(), limits.body_bytes);
    tokio::spawn(serve(door.listener, service, limits, pending()));
    Ok(slack)
}

/// Opens the account: with the real Slack the two secrets come from the environment, and no `base_url` is set.
pub(crate) fn account(slack: &SlackEmulator) -> Outcome<Messenger> {
    let app = slack.settings();
    let settings = json!({
        "bot_token": app.bot_token, "signing_secret": app.signing_secret, "base_url": app.base_url,
    });
    Ok(Registry::linked()?.open("slack", settings)?)
}
