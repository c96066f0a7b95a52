use std::fmt;

use fastrand::Rng;

/// The number every generated account owns.
const FIRST_NUMBER: &str = "+15550100001";

/// One Twilio account as the emulator knows it. Its secrets never appear in `Debug`.
#[derive(Clone)]
#[non_exhaustive]
pub struct TwilioSettings {
    /// The account's name, `AC` and 32 hexadecimal digits.
    pub account_sid: String,
    /// The account's password for REST, and the key of every webhook signature.
    pub auth_token: String,
    /// An API key's name (`SK…`), if REST takes one in place of the account's.
    pub api_key: Option<String>,
    /// The API key's secret. Never signs a webhook.
    pub api_secret: Option<String>,
    /// The Conversations service (`IS…`), which is also the account's default service.
    pub conversations_service_sid: String,
    /// The Messaging Service (`MG…`) that all numbers belong to.
    pub messaging_service_sid: String,
    /// The account's numbers in E.164, each a sender of SMS and of WhatsApp.
    pub phone_numbers: Vec<String>,
    /// Where this emulator is reached, scheme and host: the beginning of every `url` in its answers.
    pub base_url: String,
    /// What it calls when something happens: every number's `SmsUrl` and the service's post-action webhook. Nothing
    /// is called while there is none.
    pub webhook_url: Option<String>,
}

impl TwilioSettings {
    /// Makes up an account, always the same for the same seed, without a webhook.
    ///
    /// Its secrets start with `emu`, so that nobody mistakes them for real ones.
    #[must_use]
    pub fn generated(seed: u64, base_url: impl Into<String>) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut hex = |prefix: &str, digits: usize| {
            let digits = (0..digits).map(|_| char::from_digit(rng.u32(..16), 16).unwrap_or('0'));
            prefix.chars().chain(digits).collect::<String>()
        };
        Self {
            account_sid: hex("AC", 32),
            auth_token: hex("emu", 29),
            api_key: Some(hex("SK", 32)),
            api_secret: Some(hex("emu", 29)),
            conversations_service_sid: hex("IS", 32),
            messaging_service_sid: hex("MG", 32),
            phone_numbers: vec![FIRST_NUMBER.to_owned()],
            base_url: base_url.into(),
            webhook_url: None,
        }
    }

    /// Says what is called when something happens.
    #[must_use]
    pub fn with_webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    /// Whether the account may send from this address: one of its numbers, with or without `whatsapp:`.
    pub(crate) fn owns(&self, address: &str) -> bool {
        let number = address.strip_prefix("whatsapp:").unwrap_or(address);
        self.phone_numbers.iter().any(|own| own == number)
    }
}

impl fmt::Debug for TwilioSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A webhook's URL may hold a password.
        f.debug_struct("TwilioSettings")
            .field("account_sid", &self.account_sid)
            .field("api_key", &self.api_key)
            .field("conversations_service_sid", &self.conversations_service_sid)
            .field("messaging_service_sid", &self.messaging_service_sid)
            .field("phone_numbers", &self.phone_numbers)
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_one_account_and_debug_keeps_its_secrets() {
        let settings = TwilioSettings::generated(3, "http://twilio.test");
        let again = TwilioSettings::generated(3, "http://twilio.test");
        assert_eq!((&settings.account_sid, &settings.auth_token), (&again.account_sid, &again.auth_token));
        assert_ne!(settings.account_sid, TwilioSettings::generated(4, "").account_sid);
        assert!(settings.auth_token.starts_with("emu") && settings.auth_token.len() == 32);
        let secret = settings.api_secret.clone().unwrap();
        let shown = format!("{settings:?}");
        assert!(!shown.contains(&settings.auth_token) && !shown.contains(&secret), "{shown}");
    }
}
