use messaging_http::{Transport, TransportError};
use messaging_slack::{Slack, SlackConfig};
use messaging_twilio::{Twilio, TwilioConfig};
use serde_json::{Map, Value};

use super::lossy;

/// The table of an account, a setting on each line, its value as JSON.
pub(super) const FILES: &[&str] = &[
    "account_sid = \"AC00000000000000000000000000000001\"\nauth_token = [\"one\", \"two\"]\nphone_number = \"+15550100001\"\nreply_wait = \"12s\"\nreplies = \"twiml\"",
    "account_sid = \"AC00000000000000000000000000000001\"\nauth_token = \"one\"\nwebhook_url = \"https://x.test/a\"\nsender_rates = {\"+1\": 1.5}\nquick_replies = {\"2\": \"HX1\"}\nroles = {\"a\": \"RL1\"}\ninbound = \"conversations\"",
    "account_sid = \"AC00000000000000000000000000000001\"\nauth_token = \"t\"\ntoken_secret = \"s\"\ntoken_ttl = 3600\ntoken_issuer = \"https://id.test\"\nbase_url = \"http://127.0.0.1:7402\"",
    "bot_token = \"xoxb-1\"\nsigning_secret = \"s\"\nrate_limits = {\"chat.postMessage\": 60}\nanswer = \"everything\"\nallowed_bots = [\"B1\"]",
    "client_id = \"1.2\"\nclient_secret = \"s\"\nsigning_secret = [\"a\"]\ntenants = \"workspace\"\nscopes = [\"chat:write\"]\nwebhook_url = \"https://hooks.slack.com/services/T/B/x\"",
];

/// A secret.
const CANARY: &str = "canary-5b1f";

/// Settings are taken or refused, and who is refused is not told a secret back.
pub(super) fn settings(data: &[u8]) {
    let text = lossy(data);
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    let pairs = pairs.filter_map(|(key, value)| Some((key.trim().to_owned(), serde_json::from_str(value).ok()?)));
    let mut table: Map<String, Value> = pairs.collect();
    for key in ["auth_token", "bot_token", "signing_secret", "api_secret", "client_secret", "token_secret"] {
        if table.get(key).is_some_and(Value::is_string) {
            table.insert(key.into(), CANARY.into());
        }
    }
    let nobody = || Transport::new(tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) }));
    let said = [
        serde_json::from_value::<TwilioConfig>(Value::Object(table.clone()))
            .map_err(|error| error.to_string())
            .and_then(|config| Twilio::new(config, nobody()).map_err(|error| error.to_string()))
            .map(|twilio| format!("{twilio:?}")),
        serde_json::from_value::<SlackConfig>(Value::Object(table))
            .map_err(|error| error.to_string())
            .and_then(|config| Slack::new(config, nobody()).map_err(|error| error.to_string()))
            .map(|slack| format!("{slack:?}")),
    ];
    for said in said {
        let said = said.unwrap_or_else(|error| error);
        assert!(!said.contains(CANARY), "{said}");
    }
}
