//! Both ends of the wire, on this machine.

use std::{error::Error, future::pending, io};

use messaging::gateway::Gateway;
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_http::{ClientSettings, client};
use messaging_server::{Buffered, ListenerSettings, PublicSettings, Readiness, public, serve};
use tokio::net::TcpListener;

/// Where platforms will call us.
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
    /// Serves the gateway's public side from now on.
    pub(crate) fn lead_to(self, gateway: &Gateway) -> Result<(), Box<dyn Error>> {
        let readiness = Readiness::starting();
        let router = public(gateway.clone(), &PublicSettings::default(), &readiness)?;
        readiness.ready();
        tokio::spawn(serve(self.listener, router, ListenerSettings::default(), pending()));
        Ok(())
    }
}

/// Starts a Twilio that calls `webhook_url`, as the real one would: over a socket, signed.
pub(crate) async fn twilio(webhook_url: &str) -> Result<TwilioEmulator, Box<dyn Error>> {
    let door = open().await?;
    let settings = TwilioSettings::generated(1, door.url).with_webhook_url(webhook_url);
    let twilio = TwilioEmulator::new(settings, FaultPlan::default(), 1, Journal::live(100));
    twilio.connect(client(ClientSettings::default())?);
    let limits = ListenerSettings::default();
    let service = Buffered::new(twilio.service(), limits.body_bytes);
    tokio::spawn(serve(door.listener, service, limits, pending()));
    Ok(twilio)
}
