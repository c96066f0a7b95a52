//! What is told Twilio in its console.

use super::{SetupState, SetupStep};

/// A sender of another channel than SMS.
pub(super) fn sender(number: &str, channel: &str, url: &str) -> SetupStep {
    let place = if channel == "whatsapp" {
        "Messaging → Senders → WhatsApp senders → the number → Webhook URL for incoming messages"
    } else {
        "Messaging → Senders → the sender → Webhook URL for incoming messages"
    };
    SetupStep::new(format!("the webhook of the sender {number}"), SetupState::ByHand)
        .wants("in the console", place)
        .wants("URL", url)
        .wants("Method", "POST")
}

/// A Messaging Service, whose own webhook goes before those of its senders.
pub(super) fn messaging_service(service: &str, url: &str) -> SetupStep {
    SetupStep::new(format!("the webhook of the Messaging Service {service}"), SetupState::ByHand)
        .wants("in the console", "Messaging → Services → the service → Integration → Send a webhook")
        .wants("Request URL", url)
        .wants("or", "Defer to sender's webhook, where each number has its own")
}

/// Shared keys, which sign instead of the auth token.
pub(super) fn shared_keys<'k>(names: impl Iterator<Item = &'k str>) -> SetupStep {
    let names: Vec<_> = names.collect();
    SetupStep::new("the shared keys that sign webhooks", SetupState::ByHand)
        .wants("in the console", "Account → Webhooks → Shared keys, and a rule that names the key")
        .wants("keys that are believed here", names.join(", "))
}
