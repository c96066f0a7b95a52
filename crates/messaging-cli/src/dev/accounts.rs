use messaging::{Messenger, Registry};
use messaging_emulator::{SlackEmulator, TwilioEmulator, slack::SlackDelivery};
use serde_json::{Value, json};

use crate::exit::Failure;

/// Opens one account of every provider, as `serve` would, each told where its emulator is.
pub(super) fn open(
    registry: &Registry,
    twilio: &TwilioEmulator,
    slack: &SlackEmulator,
    origins: &[String],
) -> Result<Vec<(String, Messenger)>, Failure> {
    let sms = twilio.settings();
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
        ("slack", chat_account(slack)),
        ("web", json!({ "allowed_origins": origins })),
    ];
    let open = |(name, settings)| Ok((String::from(name), registry.open(name, settings)?));
    accounts.into_iter().map(open).collect()
}

fn chat_account(slack: &SlackEmulator) -> Value {
    let chat = slack.settings();
    let mut settings = json!({
        "bot_token": chat.bot_token,
        "base_url": chat.base_url,
        // Whoever plays wants an answer to everything, not only to mentions.
        "answer": "everything",
    });
    // What events are believed by: the connection that we open, or their signature.
    let (name, secret) = match chat.app.delivery {
        SlackDelivery::Socket => ("app_token", &chat.app.app_token),
        _ => ("signing_secret", &chat.signing_secret),
    };
    if let Some(settings) = settings.as_object_mut() {
        settings.insert(name.to_owned(), secret.as_str().into());
    }
    settings
}
