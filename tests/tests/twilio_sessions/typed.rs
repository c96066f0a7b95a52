//! An answer as our typed client reads it.

use messaging_tests::twilio_table::Operation;
use messaging_twilio::client::{
    address_configurations::AddressConfiguration,
    configuration::{Configuration, ServiceConfiguration},
    configuration_webhooks::{ServiceWebhooks, Webhooks},
    conversations::Conversation,
    messages::Message,
    participant_conversations::ParticipantConversation,
    participants::Participant,
    receipts::Receipt,
    roles::Role,
    services::Service,
    user_conversations::UserConversation,
    users::User,
    webhooks::Webhook,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads an answer, or what a list of them holds, into what our client makes of it, and writes that down again.
pub(crate) fn read(operation: &Operation, answer: Value) -> Value {
    let list = operation.fields.iter().find(|field| field.name.contains("[]."));
    let schema = list.or(operation.fields.first()).map_or("", |field| field.schema.as_str());
    match answer {
        Value::Array(items) => items.into_iter().map(|item| one(schema, item)).collect(),
        Value::Null => Value::Null,
        answer => one(schema, answer),
    }
}

fn one(schema: &str, answer: Value) -> Value {
    match schema.strip_prefix("service_").unwrap_or(schema) {
        "conversation" | "conversation_with_participants" => through::<Conversation>(&answer),
        "conversation_message" => through::<Message>(&answer),
        "conversation_message_receipt" => through::<Receipt>(&answer),
        "conversation_participant" => through::<Participant>(&answer),
        "conversation_scoped_webhook" => through::<Webhook>(&answer),
        "participant_conversation" => through::<ParticipantConversation>(&answer),
        "user_conversation" => through::<UserConversation>(&answer),
        "user" => through::<User>(&answer),
        "role" => through::<Role>(&answer),
        "service" => through::<Service>(&answer),
        "configuration_address" => through::<AddressConfiguration>(&answer),
        "configuration_webhook" => through::<Webhooks>(&answer),
        "webhook_configuration" => through::<ServiceWebhooks>(&answer),
        "configuration" if schema == "configuration" => through::<Configuration>(&answer),
        "configuration" => through::<ServiceConfiguration>(&answer),
        // Texts are read, and not written.
        "message" | "media" | "message_feedback" => answer,
        other => panic!("{other} is nothing our client reads"),
    }
}

fn through<T: DeserializeOwned + Serialize>(answer: &Value) -> Value {
    let read = T::deserialize(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
    serde_json::to_value(read).expect("JSON")
}
