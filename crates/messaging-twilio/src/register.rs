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
        .table()
        .secret(),
        Setting::optional("base_url", "another base URL, such as an emulator's").env("TWILIO_BASE_URL"),
        Setting::optional("author", "who our messages in a conversation are from; `assistant`"),
        Setting::optional("inbound", "what answers a number: `messaging`, `conversations` or `both`; a list or table")
            .env("TWILIO_INBOUND")
            .table(),
        Setting::optional("replies", "how replies to a text leave: `rest`, or `twiml` in the webhook's answer"),
        Setting::optional("reply_wait", "how long that answer waits for replies; 12s"),
        Setting::optional("roles", "role SIDs by the application's words, as `{ expert = \"RL…\" }`").table(),
        Setting::optional("service_admin_role", "what `admin` is for a user, RL…").env("TWILIO_SERVICE_ADMIN_ROLE"),
        Setting::optional("service_user_role", "what `user` is for a user, RL…").env("TWILIO_SERVICE_USER_ROLE"),
        Setting::optional("channel_admin_role", "what `admin` is for a participant, RL…")
            .env("TWILIO_CHANNEL_ADMIN_ROLE"),
        Setting::optional("channel_user_role", "what `user` is for a participant, RL…").env("TWILIO_CHANNEL_USER_ROLE"),
        Setting::optional(
            "token_secret",
            "what the application's server shows `POST /{account}/token`; a list rotates",
        )
        .env("TWILIO_TOKEN_SECRET")
        .secret(),
        Setting::optional("token_issuer", "whose JWTs give people access tokens of their own, https://…")
            .env("TWILIO_TOKEN_ISSUER"),
        Setting::optional("token_audience", "the `aud` those JWTs must name").env("TWILIO_TOKEN_AUDIENCE"),
        Setting::optional("token_jwks_url", "where the issuer's keys are, if it does not say so itself"),
        Setting::optional("token_ttl", "how long an access token holds; `1h`, at most `24h`"),
        Setting::optional("token_voice_application_sid", "the TwiML application access tokens call through, AP…"),
        Setting::optional("token_sync_service_sid", "the Sync service access tokens open, IS… or `default`"),
        Setting::optional("token_allowed_origins", "origins whose pages may ask for an access token, as a list"),
        Setting::optional("token_video", "whether access tokens open video rooms; false"),
        Setting::optional("quick_replies", "templates for WhatsApp buttons, by how many: `2=HX…`; a list for several"),
        Setting::optional("window_template", "the template after WhatsApp's 24 hours, `{ content_sid = \"HX…\" }`")
            .table(),
        Setting::optional("sender_rates", "messages a second by sender, `{ \"+15550100001\" = 10 }`").table(),
        Setting::optional("enable_metrics", "whether this account is measured; true"),
    ];
    type Provider = Twilio;

    fn build(self) -> Result<Twilio> {
        let mut settings = messaging_http::ClientSettings::default();
        // The largest file a channel carries is WhatsApp's, 16 MB.
        settings.max_response = settings.max_response.max(17 * 1024 * 1024);
        Twilio::new(self, messaging_http::client(settings)?)
    }
}

messaging_core::register!(TwilioConfig);
