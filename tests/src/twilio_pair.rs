//! The shipped Twilio provider against the shipped Twilio emulator, for the simulated world.

use std::{sync::Arc, time::Duration};

use messaging_core::{Clock, Context, Descriptor, Messenger, Provider, Result, message::Receipt};
use messaging_core::{
    SendMessage,
    capability::{Reconcile, Webhooks},
};
use messaging_emulator::{FaultPlan, Journal, Truth, TwilioEmulator, TwilioSettings};
use messaging_http::Transport;
use messaging_testkit::Pair;
use messaging_twilio::{Twilio, TwilioConfig};

use crate::reset::reset;

/// What is broken on purpose between gateway and Twilio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plant {
    /// Nothing.
    Nothing,
    /// Every message is posted twice.
    DoubleSend,
    /// Webhooks are verified with another token.
    WrongToken,
    /// One answer in ten to a message that was carried is lost: the connection is reset.
    Resets,
}

/// People with phones who write SMS to one number.
#[derive(Debug)]
pub struct TwilioPair {
    emulator: TwilioEmulator,
    plant: Plant,
    seed: u64,
    journal: Journal,
}

/// Makes the pair of one world; every sid comes from the seed.
pub fn twilio(plant: Plant) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let settings = TwilioSettings::generated(seed, "http://twilio.test").with_webhook_url(WEBHOOK);
        let emulator = TwilioEmulator::new(settings, plan, seed, journal.clone());
        Arc::new(TwilioPair { emulator, plant, seed, journal })
    }
}

const WEBHOOK: &str = "http://gateway.test/webhooks/twilio";

impl Pair for TwilioPair {
    fn account(&self) -> &'static str {
        "twilio"
    }

    fn provider(&self, clock: Clock) -> Messenger {
        let settings = self.emulator.settings();
        let token = if self.plant == Plant::WrongToken { "another" } else { settings.auth_token.as_str() };
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some("http://twilio.test".into());
        config.webhook_url = Some(WEBHOOK.into());
        let api = match self.plant {
            Plant::Resets => reset(self.emulator.api(), "/Messages.json", 100, self.seed, self.journal.clone()),
            _ => self.emulator.api(),
        };
        let sender = provider(config.clone(), api, clock.clone());
        if matches!(self.plant, Plant::Nothing | Plant::Resets) {
            return Messenger::new(sender);
        }
        config.auth_token = token.into();
        let receiver = provider(config, self.emulator.api(), clock);
        Messenger::new(Broken { sender, receiver, plant: self.plant })
    }

    fn connect(&self, gateway: Transport) {
        self.emulator.connect(gateway);
    }

    fn write(&self, conversation: usize, _: u64, text: &str) {
        let from = format!("+1555020{conversation:04}");
        self.emulator.write_sms(&from, "+15550100001", text);
    }

    fn truth(&self) -> Truth {
        self.emulator.truth()
    }

    /// Twilio does not count messages: only what was acknowledged before the next was told is in order.
    fn hold_back(&self) -> Duration {
        Duration::ZERO
    }
}

fn provider(config: TwilioConfig, transport: Transport, clock: Clock) -> Twilio {
    Twilio::new(config, transport).expect("sound settings").with_clock(move || clock.now())
}

/// A provider with a defect, so that the checker can be checked.
#[derive(Debug)]
struct Broken {
    sender: Twilio,
    receiver: Twilio,
    plant: Plant,
}

#[async_trait::async_trait]
impl Provider for Broken {
    fn descriptor(&self) -> &Descriptor {
        self.sender.descriptor()
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        if self.plant == Plant::DoubleSend {
            self.sender.send(context, request.clone()).await?;
        }
        self.sender.send(context, request).await
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        self.sender.reconcile()
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        self.receiver.webhooks()
    }
}
