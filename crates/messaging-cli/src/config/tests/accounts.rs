use serde_json::json;

use super::{Config, LEAST, failure, read};

const AGENT: &str = "agent.builtin = \"echo-plus\"\n";

fn names(config: &Config) -> Vec<&str> {
    config.accounts.iter().map(|account| account.name.as_str()).collect()
}

#[test]
fn the_environment_alone_opens_the_accounts_it_describes_whole() {
    let variables = [("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET_FILE", "token.txt")];
    let config = read(AGENT, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(names(&config), ["slack"]);
    assert_eq!(config.accounts[0].settings["signing_secret"], json!("from a file"));
    let expected =
        ["`twilio`: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN not set", "`web`: [accounts.web] is not in the file"];
    assert_eq!(config.left_out, expected);
}

#[test]
fn an_account_without_credentials_that_nobody_named_is_left_out() {
    let variables = [("TWILIO_ACCOUNT_SID", "AC1"), ("TWILIO_PHONE_NUMBER", "+15550100001")];
    let config = read(LEAST, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(names(&config), ["web"]);
    assert!(config.left_out.contains(&"`twilio`: TWILIO_AUTH_TOKEN not set".to_owned()), "{:?}", config.left_out);
}

#[test]
fn the_environment_wins_in_the_namesake_and_says_nothing_elsewhere() {
    let text = format!(
        "{AGENT}accounts.twilio = {{ account_sid = \"AC-file\", auth_token = {{ env = \"NOT_SET\" }} }}\n\
         accounts.other = {{ provider = \"twilio\", account_sid = \"AC-other\", auth_token = \"t\" }}"
    );
    let variables = [("TWILIO_ACCOUNT_SID", "AC-env"), ("TWILIO_AUTH_TOKEN", "env")];
    let config = read(&text, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(names(&config), ["other", "twilio"]);
    let sids: Vec<_> = config.accounts.iter().map(|account| account.text("account_sid").unwrap()).collect();
    assert_eq!(sids, ["AC-other", "AC-env"]);
}

#[test]
fn a_namesake_of_another_provider_reads_no_variables_of_either() {
    let text = format!("{AGENT}accounts.twilio = {{ provider = \"slack\", signing_secret = \"file\" }}");
    let variables = [("SLACK_BOT_TOKEN", "xoxb-1"), ("TWILIO_AUTH_TOKEN", "t")];
    let message = failure(&text, &variables);
    assert_eq!(message, "messaging.toml: `accounts.twilio.bot_token` is missing: Bot User OAuth Token, `xoxb-…`");
}

#[test]
fn an_account_can_be_kept_out_of_the_metrics() {
    for (told, measured) in [("", true), ("enable_metrics = true", true), ("enable_metrics = false", false)] {
        let config = read(&format!("agent.builtin = \"echo-plus\"\n[accounts.web]\n{told}\n"), &[]).unwrap();
        let web = config.accounts.iter().find(|account| account.name == "web").unwrap();
        assert_eq!(web.is_measured(), measured, "{told}");
    }
    let twilio = [("TWILIO_ACCOUNT_SID", "AC1"), ("TWILIO_AUTH_TOKEN", "t")];
    let text = "agent.builtin = \"echo-plus\"\n[accounts.twilio]\nenable_metrics = \"false\"\n";
    assert!(
        !read(text, &twilio).unwrap().accounts.iter().any(|account| account.name == "twilio" && account.is_measured())
    );
}

#[test]
fn generated_secrets_are_for_this_machine_only() {
    let secrets = [("SLACK_BOT_TOKEN", "xoxb-emu1"), ("SLACK_SIGNING_SECRET", "emu2")];
    for (base, accepted) in [
        ("http://127.0.0.1:7403", true),
        ("http://localhost:7403", true),
        ("http://[::1]:7403", true),
        ("https://slack.com", false),
        ("http://10.0.0.1:7403", false),
        ("", false),
    ] {
        let mut variables = secrets.to_vec();
        variables.push(("SLACK_BASE_URL", base));
        assert_eq!(read(AGENT, &variables).is_ok(), accepted, "{base}");
        let tokens = [("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_APP_TOKEN", "xapp-1-A1-emu2"), ("SLACK_BASE_URL", base)];
        assert_eq!(read(AGENT, &tokens).is_ok(), accepted, "{base}");
    }
}

#[test]
fn a_setting_that_is_a_table_is_read_with_its_values_looked_up() {
    let text = format!(
        "{AGENT}[accounts.twilio]\naccount_sid = \"AC1\"\nauth_token = \"t\"\n\
         roles = {{ expert = \"RL1\", env = \"RL2\" }}\nwebhook_signing_keys = {{ a = {{ file = \"token.txt\" }} }}\n\
         [accounts.twilio.inbound]\ndefault = \"conversations\"\n\"+15550100001\" = \"messaging\"\n\
         [accounts.other]\nprovider = \"twilio\"\naccount_sid = \"AC1\"\nauth_token = \"t\"\ninbound = {{ env = \"MODE\" }}\n"
    );
    let config = read(&text, &[("MODE", "conversations")]).unwrap_or_else(|error| panic!("{error}"));
    let (other, twilio) = (&config.accounts[0].settings, &config.accounts[1].settings);
    assert_eq!(twilio["roles"], json!({ "expert": "RL1", "env": "RL2" }));
    assert_eq!(twilio["webhook_signing_keys"], json!({ "a": "from a file" }));
    assert_eq!(twilio["inbound"], json!({ "default": "conversations", "+15550100001": "messaging" }));
    assert_eq!(other["inbound"], json!("conversations"));
    let wrong = failure(&text.replace("expert = \"RL1\"", "expert = { evn = \"X\" }"), &[("MODE", "x")]);
    assert!(wrong.contains("`accounts.twilio.roles.expert.evn`; did you mean `env`?"), "{wrong}");
}

#[test]
fn rates_are_a_table_of_numbers() {
    let text = format!("{AGENT}accounts.slack.rate_limits = {{ channel = 30.0, \"conversations.history\" = 1 }}");
    let variables = [("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", "s")];
    let config = read(&text, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.accounts[0].settings["rate_limits"], json!({ "channel": 30.0, "conversations.history": 1 }));
}
