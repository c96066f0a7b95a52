use super::{Flags, LEAST, failure, read, read_with};

#[test]
fn flags_win_over_the_environment_which_wins_over_the_file() {
    let text = format!("listen = \"127.0.0.1:1\"\nstore = \"sqlite:file.db\"\npublic_url = \"http://file\"\n{LEAST}");
    let variables = [("MESSAGING_LISTEN", "127.0.0.1:2"), ("MESSAGING_STORE", "sqlite:env.db")];
    let flags = Flags { listen: Some("localhost:3".into()), ..Flags::default() };
    let config = read_with(&flags, &text, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.listen.to_string(), "127.0.0.1:3");
    assert_eq!(config.store.to_string(), "env.db");
    assert_eq!(config.public_url.as_deref(), Some("http://file"));
}

#[test]
fn a_mistake_is_named_after_where_it_was_made() {
    let message = failure(LEAST, &[("MESSAGING_LISTEN", "here")]);
    assert_eq!(message, "`MESSAGING_LISTEN` is `here`, which is no address and port");
    let flags = Flags { public_url: Some("x".into()), ..Flags::default() };
    let message = read_with(&flags, LEAST, &[]).err().unwrap_or_default();
    assert_eq!(message, "`--public-url` is not an http or https URL");
}

#[test]
fn an_agent_of_the_environment_replaces_the_one_of_the_file() {
    let variables = [("MESSAGING_AGENT_URL", "http://127.0.0.1:9/a"), ("MESSAGING_AGENT_TOKEN_FILE", "token.txt")];
    let config = read(LEAST, &variables).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.agent.to_string(), "http://127.0.0.1:9/a");
    let super::super::AgentChoice::Http { token, .. } = config.agent else { panic!("a URL was given") };
    assert_eq!(token.unwrap().expose(), "from a file");
}

#[test]
fn an_empty_variable_counts_as_absent() {
    let config = read(LEAST, &[("MESSAGING_LISTEN", " "), ("MESSAGING_CONSOLE_TOKEN", "")]);
    let config = config.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(config.listen.to_string(), "127.0.0.1:7400");
    assert!(config.console_token.is_none());
}

#[test]
fn a_file_that_a_variable_names_is_not_blamed_on_the_settings_file() {
    for variable in ["MESSAGING_CONSOLE_TOKEN_FILE", "MESSAGING_AGENT_TOKEN_FILE", "MESSAGING_LISTEN_FILE"] {
        let message = failure(LEAST, &[(variable, "/no/such/file")]);
        assert!(message.starts_with(&format!("`{variable}` names the file")), "{message}");
    }
}

#[test]
fn the_listener_lets_in_the_largest_webhook() {
    let config = read(&format!("limits.body = 100000000\n{LEAST}"), &[]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((config.listener.body_bytes, config.listener.all_body_bytes), (100_000_000, 100_000_000));
    let config = read(LEAST, &[]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((config.listener.body_bytes, config.listener.all_body_bytes), (1 << 20, 64 << 20));
}
