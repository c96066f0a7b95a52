//! Where Twilio's callbacks are to go, and whether Twilio knows.

mod address;
mod by_hand;
mod change;
mod conversations;
mod number;
mod step;

use messaging_core::{Error, ErrorKind, Result};

use self::change::Change;
pub use self::step::{SetupState, SetupStep};
use crate::{InboundMode, Twilio, client::services, inbound::channel};

/// Events that an application needs of Conversations.
const EVENTS: [&str; 4] =
    ["onMessageAdded", "onConversationStateUpdated", "onParticipantAdded", "onParticipantRemoved"];

/// Asks Twilio to try three times more, where the connection, the answer or the server failed: by itself it tries once
/// more, and only where it could not connect (<https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides>).
const OVERRIDES: &str = "#rc=3&rp=ct,rt,5xx";

/// Which callbacks an application wants of Twilio.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Setup {
    /// The events of Conversations.
    pub events: Vec<String>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { events: EVENTS.map(str::to_owned).to_vec() }
    }
}

impl Setup {
    /// Wants other events of Conversations than the four usual ones.
    #[must_use]
    pub fn with_events(mut self, events: Vec<String>) -> Self {
        self.events = events;
        self
    }
}

impl Twilio {
    /// Compares what Twilio was told about this account's webhooks with what it ought to know, without changing anything.
    ///
    /// # Errors
    /// `Config`: the settings do not say which URL Twilio is to call. Otherwise what Twilio says; that it does not know a
    /// number, or lets this key not see it, is part of the answer.
    pub async fn setup(&self, setup: &Setup) -> Result<Vec<SetupStep>> {
        let url = self.callback_url()?;
        let mut steps = vec![self.conversations_step(setup, &url).await?];
        let account = &self.account;
        let own = account.phone_number.as_deref();
        let others = account.inbound.numbers().filter(|number| Some(*number) != own);
        let numbers: Vec<&str> = own.into_iter().chain(others).collect();
        for number in numbers {
            let mode = account.inbound.of(number);
            if mode.answers_texts() {
                steps.push(match channel(number) {
                    None | Some("") => self.number_step(number, &url).await?,
                    Some(channel) => by_hand::sender(number, channel, &url),
                });
            }
            steps.extend(match mode {
                InboundMode::Conversations => Some(self.address_step(number).await?),
                InboundMode::Messaging => self.stray_address_step(number).await?,
                // Which of the two is not ours to say.
                InboundMode::Both => None,
            });
        }
        steps.extend(account.messaging_service.as_deref().map(|service| by_hand::messaging_service(service, &url)));
        if !account.webhook_signing_keys.is_empty() {
            steps.push(by_hand::shared_keys(account.webhook_signing_keys.keys().map(String::as_str)));
        }
        Ok(steps)
    }

    /// Tells Twilio what a step says, where that is possible; does nothing for others.
    ///
    /// # Errors
    /// What Twilio says.
    pub async fn apply(&self, step: &SetupStep) -> Result<()> {
        match &step.change {
            Some(Change::Conversations { service, url, filters }) => {
                self.tell_conversations(service.as_deref(), url, filters).await
            }
            Some(Change::Number { sid, url }) => self.tell_number(sid, url).await,
            None => Ok(()),
        }
    }

    /// Whether the Conversations service of the settings exists; none if the settings name none.
    ///
    /// # Errors
    /// What Twilio says, unless it is that there is no such service.
    pub async fn has_service(&self) -> Result<Option<bool>> {
        let Some(service) = &self.account.service else { return Ok(None) };
        match self.client().call(services::Fetch::new(service.as_str())).await {
            Ok(_) => Ok(Some(true)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(false)),
            Err(error) => Err(error),
        }
    }

    /// Whether something of this account comes in through Conversations.
    #[must_use]
    pub fn uses_conversations(&self) -> bool {
        let inbound = &self.account.inbound;
        let numbers = inbound.numbers().chain(self.account.phone_number.as_deref());
        self.account.service.is_some()
            || numbers.chain([""]).any(|number| inbound.of(number) == InboundMode::Conversations)
    }

    /// The URL as Twilio is to be given it.
    fn callback_url(&self) -> Result<String> {
        let Some(url) = &self.account.webhook_url else {
            let message = "nothing says which URL Twilio is to call: set `public_url` (MESSAGING_PUBLIC_URL), or \
                           `webhook_url` of `twilio` (TWILIO_WEBHOOK_URL)";
            return Err(Error::new(ErrorKind::Config, message));
        };
        let overrides = if self.account.overrides.is_empty() { OVERRIDES } else { &self.account.overrides };
        Ok(format!("{url}{overrides}"))
    }
}

/// Says how a URL that Twilio has differs from the one it ought to have; nothing if it does not.
fn url_difference(name: &str, has: Option<&str>, wanted: &str) -> Option<String> {
    let bare = |url: &str| url.split('#').next().unwrap_or_default().to_owned();
    match has.filter(|has| !has.is_empty()) {
        None => Some(format!("{name} is not set")),
        Some(has) if bare(has) != bare(wanted) => Some(format!("{name} is {}", masked(has))),
        Some(has) if !has.contains('#') => Some(format!("{name} asks for no retries: no `#rc=…` at its end")),
        Some(_) => None,
    }
}

/// A URL without its password.
fn masked(url: &str) -> String {
    let end_of_host = url.find("://").map_or(0, |at| at + 3);
    let (scheme, rest) = url.split_at_checked(end_of_host).unwrap_or(("", url));
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let at = rest.get(..host_ends).and_then(|host| host.rfind('@'));
    match at.and_then(|at| rest.get(at..)) {
        Some(rest) => format!("{scheme}***{rest}"),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests;
