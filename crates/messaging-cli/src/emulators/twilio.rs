use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_http::{ClientSettings, client};

use super::{LINES, Seeds};
use crate::{config::Environment, env_file::Variables, exit::Failure};

/// Makes a Twilio.
pub(crate) struct Twilio {
    pub(crate) seeds: Seeds,
    pub(crate) base_url: String,
    pub(crate) webhook_url: String,
}

impl Twilio {
    /// One with credentials of its own.
    pub(crate) fn generated(self) -> Result<TwilioEmulator, Failure> {
        self.with(|_| {})
    }

    /// One with the credentials that the environment names, as far as it does, so that two processes agree.
    pub(crate) fn agreed(self, environment: &Environment) -> Result<TwilioEmulator, Failure> {
        let token = environment.get_or_file("TWILIO_AUTH_TOKEN")?;
        self.with(|settings| {
            let take = |name: &str, setting: &mut String| {
                if let Some(value) = environment.get(name) {
                    *setting = value;
                }
            };
            take("TWILIO_ACCOUNT_SID", &mut settings.account_sid);
            take("TWILIO_CONVERSATIONS_SERVICE_SID", &mut settings.conversations_service_sid);
            if let Some(token) = token {
                settings.auth_token = token;
            }
            if let Some(number) = environment.get("TWILIO_PHONE_NUMBER") {
                settings.phone_numbers = vec![number];
            }
        })
    }

    fn with(self, change: impl FnOnce(&mut TwilioSettings)) -> Result<TwilioEmulator, Failure> {
        let mut settings =
            TwilioSettings::generated(self.seeds.account, self.base_url).with_webhook_url(self.webhook_url);
        change(&mut settings);
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), self.seeds.dice, Journal::live(LINES));
        emulator.connect(client(ClientSettings::default())?);
        Ok(emulator)
    }
}

/// What a program needs to use it as if it were the real one.
pub(crate) fn twilio_variables(settings: &TwilioSettings) -> Variables {
    vec![
        ("TWILIO_BASE_URL", settings.base_url.clone()),
        ("TWILIO_ACCOUNT_SID", settings.account_sid.clone()),
        ("TWILIO_AUTH_TOKEN", settings.auth_token.clone()),
        ("TWILIO_CONVERSATIONS_SERVICE_SID", settings.conversations_service_sid.clone()),
        ("TWILIO_PHONE_NUMBER", settings.phone_numbers.first().cloned().unwrap_or_default()),
    ]
}
