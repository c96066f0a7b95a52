//! A gateway that answers for an emulated Twilio, in this process and in virtual time.

use std::{convert::Infallible, sync::Arc};

use bytes::Bytes;
use http::Request;
use messaging_agent::{EchoPlus, Hook};
use messaging_core::Messenger;
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_gateway::{Gateway, Running, Settings};
use messaging_http::Transport;
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_twilio::{Twilio, TwilioConfig};
use tower::ServiceExt;

/// Where the emulator calls the gateway.
pub const WEBHOOK: &str = "http://gateway.test/webhooks/twilio";

/// An emulator, a gateway that echoes, and both sides of the account between them.
#[derive(Debug)]
pub struct TwilioHouse {
    /// Twilio.
    pub emulator: TwilioEmulator,
    /// The account, as the gateway uses it.
    pub twilio: Messenger,
    /// The account, in Twilio's words.
    pub account: Twilio,
    /// The gateway at work.
    pub running: Running,
}

impl TwilioHouse {
    /// Opens one, with other settings than usual on both sides, and a hook that is asked before things happen.
    ///
    /// # Panics
    /// The settings cannot work.
    pub async fn open(
        at_twilio: impl FnOnce(&mut TwilioSettings),
        ours: impl FnOnce(&mut TwilioConfig),
        hook: impl Hook,
    ) -> Self {
        let mut settings = TwilioSettings::generated(7, "http://twilio.test").with_webhook_url(WEBHOOK);
        at_twilio(&mut settings);
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some(settings.base_url.clone());
        config.conversations_service_sid = Some(settings.conversations_service_sid.clone());
        config.webhook_url = Some(WEBHOOK.to_owned());
        ours(&mut config);
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        let account = Twilio::new(config, emulator.api()).unwrap();
        let twilio = Messenger::new(account.clone());

        let store = Arc::new(MemoryStore::new(MemoryOptions::default()));
        let gateway = Gateway::builder(store, EchoPlus).settings(Settings::default()).hook(hook);
        let gateway = gateway.public_url("http://gateway.test").account("twilio", twilio.clone()).build().unwrap();
        let ingress = gateway.ingress();
        emulator.connect(Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let ingress = ingress.clone();
            async move { Ok(ingress.oneshot(request).await.unwrap_or_else(|never: Infallible| match never {})) }
        })));
        let running = gateway.start().await.unwrap();
        Self { emulator, twilio, account, running }
    }

    /// Our number.
    ///
    /// # Panics
    /// The account has none.
    #[must_use]
    pub fn number(&self) -> String {
        self.emulator.settings().phone_numbers[0].clone()
    }
}
