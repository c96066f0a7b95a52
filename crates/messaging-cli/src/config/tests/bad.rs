use super::{LEAST, failure};

/// A file, and exactly what is said about it.
#[test]
fn every_mistake_names_the_file_the_key_and_what_belongs_there() {
    let cases = [
        ("lisen = \"x\"", "there is no key `lisen`; did you mean `listen`?"),
        ("[acounts.web]", "there is no key `acounts`; did you mean `accounts`?"),
        ("agnet.url = \"x\"", "there is no key `agnet`; did you mean `agent`?"),
        ("agent.ulr = \"x\"", "there is no key `agent.ulr`; did you mean `url`?"),
        (
            "agent.builtin = \"echo-pls\"",
            "`agent.builtin`: no agent called `echo-pls` is built in; did you mean `echo-plus`?",
        ),
        ("agent = { url = \"http://a/\", builtin = \"echo-plus\" }", "`agent.url` and `agent.builtin` are both given"),
        ("agent.url = \"nowhere\"", "`agent.url` is not an http or https URL"),
        ("accounts.web = {}", "`agent.url` is missing: nobody would answer"),
        ("listen = 7400", "`listen` must be a string; it is a number"),
        ("listen = \"7400\"", "`listen` is `7400`, which is no address and port"),
        ("public_url = \"bot.example.com\"", "`public_url` is not an http or https URL"),
        (
            "public_url = \"https://bot.example.com/webhooks/\"",
            "`public_url` leads to /webhooks: that part is added for each account",
        ),
        ("store = \"x.db\"", "`store` is not a store"),
        ("store = [\"memory:\"]", "`store` must be a string; it is a list"),
        ("console = \"0.0.0.0:7401\"", "`console` is 0.0.0.0:7401: the console listens on this machine only"),
        ("agent.token = 7", "`agent.token` must be a string; it is a number"),
    ];
    for (text, expected) in cases {
        assert_eq!(failure(text, &[]), format!("messaging.toml: {expected}"), "{text}");
    }
}

#[test]
fn mistakes_in_sections_and_accounts_are_found_in_a_file_that_is_otherwise_right() {
    let cases = [
        ("turns = 3", "`turns` must be a table; it is a number"),
        ("turns.heartbeet = 3", "there is no key `turns.heartbeet`; did you mean `heartbeat`?"),
        ("listener.conections = 3", "there is no key `listener.conections`; did you mean `connections`?"),
        ("accounts.Web = {}", "`Web` cannot name an account"),
        ("accounts.support = {}", "`accounts.support` does not say which provider it is"),
        ("accounts.support = 7", "`accounts.support` must be a table; it is a number"),
        ("accounts.support.provider = 7", "`accounts.support.provider` must be a string; it is a number"),
        (
            "accounts.chat = { provider = \"web\", allowed_orgins = [] }",
            "there is no key `accounts.chat.allowed_orgins`; did you mean `allowed_origins`?",
        ),
        (
            "accounts.support = { provider = \"twilio\", auth_tokne = \"x\" }",
            "there is no key `accounts.support.auth_tokne`; did you mean `auth_token`?",
        ),
        (
            "accounts.support = { provider = \"twilio\", account_sid = \"AC1\" }",
            "`accounts.support.auth_token` is missing: the account's auth token; a list rotates",
        ),
        (
            "accounts.support = { provider = \"twilio\", account_sid = \"AC1\", auth_token = { env = \"NO_SUCH\" } }",
            "`accounts.support.auth_token` is read from the environment variable NO_SUCH, which is not set",
        ),
        (
            "accounts.support = { provider = \"twilio\", account_sid = \"AC1\", auth_token = \"emu123\" }",
            "account `support`: `auth_token` was made up by an emulator, and anybody can know it",
        ),
        (
            "accounts.slack = { bot_token = \"xoxb-emu1\", signing_secret = \"s\" }",
            "account `slack`: `bot_token` was made up by an emulator, and anybody can know it",
        ),
        (
            "accounts.slack = { bot_token = \"xoxb-1\", signing_secret = [\"s\", \"emu1\"], base_url = \"http://127.0.0.1.evil.test\" }",
            "account `slack`: `signing_secret` was made up by an emulator, and anybody can know it",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(failure(&format!("{LEAST}{text}"), &[]), format!("messaging.toml: {expected}"), "{text}");
    }
    let unknown = failure(&format!("{LEAST}accounts.x = {{ provider = \"twillio\" }}"), &[]);
    assert!(unknown.contains("no provider is named `twillio`; did you mean `twilio`?"), "{unknown}");
}

#[test]
fn an_empty_file_has_nothing_to_open() {
    let message = failure("agent.builtin = \"echo-plus\"", &[]);
    assert!(message.starts_with("messaging.toml: there is no account to open ("), "{message}");
    assert!(message.contains("`twilio`: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN not set"), "{message}");
}

#[test]
fn no_message_quotes_a_secret() {
    for text in [
        "accounts.twilio = { account_sid = \"AC1\", auth_token = { hunter2 = \"x\", b = 1 } }",
        "accounts.twilio = { account_sid = \"AC1\", auth_token = hunter2 }",
        "store = \"postgres://u:hunter2@h/db\"",
        "agent.url = \"u:hunter2@h\"",
    ] {
        let message = failure(text, &[]);
        assert!(!message.contains("hunter2"), "{message}");
    }
}
