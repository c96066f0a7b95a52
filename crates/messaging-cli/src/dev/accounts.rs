use messaging::{Messenger, Registry};
use messaging_emulator::{SlackEmulator, TwilioEmulator};
use serde_json::json;

use crate::exit::Failure;

/// Opens one account of every provider, as `serve` would, each told where its emulator is.
pub(super) fn open(
    registry: &Registry,
    twilio: &TwilioEmulator,
    slack: &SlackEmulator,
    origins: &[String],
) -> Result<Vec<(String, Messenger)>, Failure> {
    let (sms, chat) = (twilio.settings(), slack.settings());
    let accounts = [
        (
            "twilio",
            json!({
                "account_sid": sms.account_sid,
                "auth_token": sms.auth_token,
                "conversations_service_sid": sms.conversations_service_sid,
                "phone_number": sms.phone_numbers.first(),
                "webhook_url": sms.webhook_url,
                "base_url": sms.base_url,
                // The emulator tells each text once, as Twilio's documentation says of Twilio.
                "inbound": "both",
            }),
        ),
        (
            "slack",
            json!({
                "bot_token": chat.bot_token,
                "signing_secret": chat.signing_secret,
                "base_url": chat.base_url,
                // Whoever plays wants an answer to everything, not only to mentions.
                "answer": "everything",
            }),
        ),
        ("web", json!({ "allowed_origins": origins })),
    ];
    let open = |(name, settings)| Ok((String::from(name), registry.open(name, settings)?));
    accounts.into_iter().map(open).collect()
}
