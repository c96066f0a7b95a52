use std::{collections::BTreeMap, fmt};

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::carrier::Behaviour;

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
    /// The account's numbers in E.164, each a sender of SMS, WhatsApp, RCS and Messenger; short codes, words, and
    /// addresses of one channel (`rcs:agent`) send there only.
    pub phone_numbers: Vec<String>,
    /// Where this emulator is reached, scheme and host: the beginning of every `url` in its answers.
    pub base_url: String,
    /// What it calls when something happens: every number's `SmsUrl` and the service's post-action webhook. Nothing
    /// is called while there is none.
    pub webhook_url: Option<String>,
    /// How single numbers call the application, in place of `webhook_url`.
    pub lines: BTreeMap<String, Line>,
    /// Signs webhooks with HMAC-SHA-256 in place of the account's token.
    pub shared_key: Option<SharedKey>,
    /// Whether the Messaging Service has Advanced Opt-Out: webhooks tell `OptOutType`.
    pub advanced_opt_out: bool,
    /// Whether a message that goes into a conversation is told by the number's `SmsUrl` too, under another sid. Twilio
    /// says that it is not, and has been seen to do it.
    pub inbound_twice: bool,
    /// The number of the WhatsApp sandbox, if the account has one: it reaches only those who wrote to it (63015).
    pub whatsapp_sandbox: Option<String>,
    /// The templates that may be sent, by their sid (`HX…`). While there is none, every sid is taken, unrendered.
    pub templates: BTreeMap<String, Template>,
    /// What carriers do, by number in E.164; every other number's carrier delivers.
    pub carriers: BTreeMap<String, Behaviour>,
    /// What a segment costs, in hundred-thousandths of a dollar.
    pub price: u32,
}

/// How one number calls the application when a message comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    /// `SmsUrl`; nothing is called while there is none.
    pub sms_url: Option<String>,
    /// `SmsMethod`: `GET` or `POST`; POST if it is empty.
    pub sms_method: String,
    /// `SmsFallbackUrl`: asked when `sms_url` fails.
    pub sms_fallback_url: Option<String>,
    /// `SmsFallbackMethod`: `GET` or `POST`; POST if it is empty.
    pub sms_fallback_method: String,
    /// `SmsApplicationSid` (`AP…`): goes before `sms_url`. Applications are not emulated, so nothing is called then.
    pub sms_application_sid: String,
    /// `FriendlyName`; the number itself if it is empty.
    pub friendly_name: String,
    /// `StatusCallback`, which is for calls.
    pub status_callback: String,
    /// `StatusCallbackMethod`: `GET` or `POST`; POST if it is empty.
    pub status_callback_method: String,
}

/// A key that a customer shares with Twilio to sign webhooks.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedKey {
    /// `webhooks_sharedkey_…`, told in `X-Twilio-Webhooks-Signature-Settings`.
    pub name: String,
    /// The key of the HMAC. Never appears in `Debug`.
    pub secret: String,
}

impl fmt::Debug for SharedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedKey").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A content template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Template {
    /// What people read; `{{1}}` is a placeholder.
    pub body: String,
    /// What placeholders stand for if the message does not say.
    pub variables: BTreeMap<String, String>,
    /// The titles of its quick replies.
    pub quick_replies: Vec<String>,
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
            lines: BTreeMap::new(),
            shared_key: None,
            advanced_opt_out: false,
            inbound_twice: false,
            whatsapp_sandbox: None,
            templates: BTreeMap::new(),
            carriers: BTreeMap::new(),
            price: 790,
        }
    }

    /// Says what is called when something happens.
    #[must_use]
    pub fn with_webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    /// Whether the account may send from this address: one of its numbers, on any channel, or a sender named as such.
    /// Its Messenger pages have its numbers' digits for ids.
    pub(crate) fn owns(&self, address: &str) -> bool {
        if self.phone_numbers.iter().any(|own| own == address) {
            return true;
        }
        let (channel, number) = address.split_once(':').unwrap_or(("", address));
        let is_own = |own: &String| own == number || (channel == "messenger" && own.strip_prefix('+') == Some(number));
        matches!(channel, "" | "whatsapp" | "rcs" | "messenger") && self.phone_numbers.iter().any(is_own)
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
