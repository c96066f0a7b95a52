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
/// Which side of a lane: `turns`, `sends`.
pub const SIDE: &str = "messaging.gateway.side";
/// Which way a message went: `inbound`, `outbound`.
pub const DIRECTION: &str = "messaging.gateway.direction";
/// What an agent did with a language model
/// (<https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/>).
pub const AI_OPERATION: &str = "gen_ai.operation.name";
/// Whose model it was, as the agent says: `openai`; `_OTHER` if it does not.
pub const AI_PROVIDER: &str = "gen_ai.provider.name";
/// Which model answered, as the agent says; absent if it does not.
pub const AI_MODEL: &str = "gen_ai.response.model";
/// What tokens were: `input`, `output`.
pub const TOKEN_TYPE: &str = "gen_ai.token.type";
/// The currency of money, in ISO 4217: `USD`.
pub const CURRENCY: &str = "messaging.gateway.currency";
/// What kind of operation it was: `receive`, `process`, `send`, `settle`, `create`.
pub const OPERATION_TYPE: &str = "messaging.operation.type";
/// A conversation, as a keyed hash: the same for the same conversation of a store, and nothing else can be read off it.
pub const CONVERSATION: &str = "messaging.message.conversation_id";
/// How long a text is, in bytes.
pub const BODY_SIZE: &str = "messaging.message.body.size";
/// What was said; only for tenants whose texts may be told.
pub const TEXT: &str = "messaging.gateway.text";
/// What an agent was asked to do: `invoke_agent` (<https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-agent-spans/>).
pub const GEN_AI_OPERATION: &str = "gen_ai.operation.name";
/// That a span was told before its process ended, or may have been.
pub const TOLD_AGAIN: &str = "messaging.gateway.told_again";
