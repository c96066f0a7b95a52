mod accounts;
mod bad;
mod compliance;
mod noise;
mod precedence;

use messaging::Registry;

use super::{Config, ConfigError, Environment, File, Flags, file};

/// Reads `text` as `messaging.toml`, with these variables set.
fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
    read_with(&Flags::default(), text, variables)
}

fn read_with(flags: &Flags, text: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
    let files = [("token.txt", "from a file\n")];
    let named = |error: ConfigError| error.in_file("messaging.toml".as_ref()).to_string();
    let file = File { path: Some("messaging.toml".into()), table: file::parse(text).map_err(named)? };
    let environment = Environment::of(variables, &files);
    Config::read(flags, &environment, file, &Registry::linked().unwrap()).map_err(|error| error.to_string())
}

fn failure(text: &str, variables: &[(&str, &str)]) -> String {
    match read(text, variables) {
        Ok(_) => panic!("this was read: {text}"),
        Err(error) => error,
    }
}

/// The smallest file that works.
const LEAST: &str = "agent.builtin = \"echo-plus\"\naccounts.web = {}\n";

#[test]
fn the_file_of_the_contract_is_read() {
    let config = read(
        r#"
        public_url = "https://bot.example.com"
        listen     = "0.0.0.0:7400"
        store      = "sqlite:./messaging.db"
        console    = "127.0.0.1:7401"
        [agent]
        url = "http://127.0.0.1:9000/agent"
        token = { file = "token.txt" }
        [accounts.support]
        provider = "twilio"
        account_sid = "AC00000000000000000000000000000001"
        auth_token = [{ env = "NEW_TOKEN" }, { file = "token.txt" }]
        conversations_service_sid = "IS00000000000000000000000000000001"
        phone_number = "+15550100001"
        [turns]
        policy = "supersede"
        max_turn = "2m"
        [sends]
        looks = ["1s", 5, "30s"]
        [limits]
        lanes = 8
        [listener]
        connections = 100
        "#,
        &[("NEW_TOKEN", "new")],
    )
    .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.public_url.as_deref(), Some("https://bot.example.com"));
    assert_eq!(config.listen.to_string(), "0.0.0.0:7400");
    assert_eq!(config.agent.to_string(), "http://127.0.0.1:9000/agent");
    assert_eq!((config.gateway.limits.lanes, config.gateway.turns.max_turn.as_secs()), (8, 120));
    assert_eq!((config.gateway.sends.looks.len(), config.listener.connections), (3, 100));
    let [account] = config.accounts.as_slice() else { panic!("one account was named") };
    assert_eq!((account.name.as_str(), account.provider.name()), ("support", "twilio"));
    assert_eq!(account.settings["auth_token"], serde_json::json!(["new", "from a file"]));
    assert_eq!(config.left_out.len(), 3, "{:?}", config.left_out);
}

#[test]
fn what_is_not_written_has_a_default() {
    let config = read(LEAST, &[]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.listen.to_string(), "127.0.0.1:7400");
    assert_eq!(config.store.to_string(), "./messaging.db");
    assert!(config.public_url.is_none() && config.console_token.is_none());
    assert_eq!(config.console, Some(super::ConsolePlace::Usual));
}
