//! Keys of attributes: of the conventions where they have one, below `messaging.gateway` where they have none.

/// The platform behind an account: `twilio`, `slack`, `web`
/// (<https://opentelemetry.io/docs/specs/semconv/registry/attributes/messaging/>).
pub const SYSTEM: &str = "messaging.system";
/// What was done, as operations are named: `send_message`.
pub const OPERATION: &str = "messaging.operation.name";
/// The kind of an error, or the status that was answered; absent where nothing failed
/// (<https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/>).
pub const ERROR: &str = "error.type";
/// The status of an answer (<https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/>).
pub const STATUS: &str = "http.response.status_code";
/// The name of an account, as the settings have it.
pub const ACCOUNT: &str = "messaging.gateway.account";
/// How people are reached: `sms`, `whatsapp`, `channel`.
pub const CHANNEL: &str = "messaging.gateway.channel";
/// How something ended, in a word.
pub const OUTCOME: &str = "messaging.gateway.outcome";
/// The currency of money, in ISO 4217: `USD`.
pub const CURRENCY: &str = "messaging.gateway.currency";
