use messaging_emulator::{SlackEmulator, TwilioEmulator};

use crate::{
    emulators::{Seeds, Slack, Twilio},
    exit::Failure,
    ports::{self, Bound, Wanted},
};

/// The four sockets of `dev`, all bound before anything starts, so that everybody can be told where the others are.
#[derive(Debug)]
pub(super) struct Doors {
    pub(super) gateway: Bound,
    pub(super) console: Option<Bound>,
    pub(super) twilio: Bound,
    pub(super) slack: Bound,
}

impl Doors {
    /// `port` is the gateway's; 0 lets the system choose all of them.
    pub(super) async fn bind(port: Option<u16>, headless: bool) -> Result<Self, Failure> {
        let other = |usual: u16| if port == Some(0) { Wanted::Exactly(0) } else { Wanted::Usual(usual) };
        let gateway = ports::loopback(Wanted::or(port, ports::GATEWAY)).await?;
        let console = if headless { None } else { Some(ports::loopback(other(ports::CONSOLE)).await?) };
        let twilio = ports::loopback(other(ports::TWILIO)).await?;
        let slack = ports::loopback(other(ports::SLACK)).await?;
        Ok(Self { gateway, console, twilio, slack })
    }

    /// A Twilio that calls this gateway.
    pub(super) fn twilio(&self, seeds: Seeds) -> Result<TwilioEmulator, Failure> {
        let webhook_url = format!("{}/webhooks/twilio", self.gateway.url());
        Twilio { seeds, base_url: self.twilio.url(), webhook_url }.generated()
    }

    /// A Slack that calls this gateway, or that this gateway connects to.
    pub(super) fn slack(&self, seeds: Seeds, socket_mode: bool) -> Result<SlackEmulator, Failure> {
        let events_url = (!socket_mode).then(|| format!("{}/webhooks/slack", self.gateway.url()));
        Slack { seeds, base_url: self.slack.url(), events_url, drops_copies: false }.generated()
    }

    /// What a browser calls the console, which shows the web chat beside everything else.
    pub(super) fn console_origins(&self) -> Vec<String> {
        let console = self.console.as_ref();
        let origins = console.map(|door| vec![door.url(), format!("http://localhost:{}", door.address.port())]);
        origins.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn port_0_picks_free_ports_for_all_and_headless_has_no_console() {
        let doors = Doors::bind(Some(0), false).await.unwrap();
        let console = doors.console.as_ref().unwrap().address.port();
        let ports = [doors.gateway.address.port(), console, doors.twilio.address.port(), doors.slack.address.port()];
        let different: std::collections::BTreeSet<_> = ports.into_iter().collect();
        assert_eq!(different.len(), 4, "{ports:?}");
        assert_eq!(doors.console_origins()[1], format!("http://localhost:{console}"));
        assert_eq!(doors.twilio(Seeds::all(7)).unwrap().settings().base_url, doors.twilio.url());
        let headless = Doors::bind(Some(0), true).await.unwrap();
        assert!(headless.console.is_none() && headless.console_origins().is_empty());
    }
}
