//! Under which name, and with which keys, an application finds this provider.

use messaging_core::{Configure, Result, Setting};

use crate::{Twilio, TwilioConfig};

impl Configure for TwilioConfig {
    const NAME: &'static str = "twilio";
    const SETTINGS: &'static [Setting] = &[
        Setting::required("account_sid", "the account, AC…").env("TWILIO_ACCOUNT_SID"),
        Setting::required("auth_token", "the account's auth token; a list rotates").env("TWILIO_AUTH_TOKEN").secret(),
        Setting::optional("api_key", "an API key for REST calls, SK…").env("TWILIO_API_KEY"),
        Setting::optional("api_secret", "the API key's secret").env("TWILIO_API_SECRET").secret(),
        Setting::optional("conversations_service_sid", "the Conversations service, IS…")
            .env("TWILIO_CONVERSATIONS_SERVICE_SID"),
        Setting::optional("messaging_service_sid", "the Messaging Service, MG…").env("TWILIO_MESSAGING_SERVICE_SID"),
        Setting::optional("phone_number", "our number, +15550100001").env("TWILIO_PHONE_NUMBER"),
        Setting::optional("webhook_url", "the exact public URL Twilio calls, path included").env("TWILIO_WEBHOOK_URL"),
        Setting::optional(
            "webhook_signing_keys",
            "shared keys that sign webhooks, as `name=secret`; a list for several",
        )
        .env("TWILIO_WEBHOOK_SIGNING_KEYS")
        .secret(),
        Setting::optional("base_url", "another base URL, such as an emulator's").env("TWILIO_BASE_URL"),
        Setting::optional("author", "who our messages in a conversation are from; `assistant`"),
        Setting::optional("enable_metrics", "whether this account is measured; true"),
    ];
    type Provider = Twilio;

    fn build(self) -> Result<Twilio> {
        Twilio::new(self, messaging_http::client(messaging_http::ClientSettings::default())?)
    }
}

messaging_core::register!(TwilioConfig);
