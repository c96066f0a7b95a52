use std::{
    collections::BTreeMap,
    net::TcpListener,
    process::Command,
    sync::atomic::{AtomicU16, Ordering},
};

use crate::{
    http::sent_by_us,
    process::{Folder, Start},
};

/// A port for a process to be started: free, and given to nobody who asks for any port.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Below what the system gives to whoever asks for any port (32768 and up on Linux), so that nobody gets it meanwhile.
    let first = 10_000 + u16::try_from(std::process::id() % 600).unwrap_or_default() * 20;
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % 700;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn with(mut command: Command, variables: &BTreeMap<String, String>) -> Command {
    command.envs(variables);
    command
}

#[tokio::test]
async fn two_processes_agree_on_credentials_and_a_message_goes_all_the_way() {
    let folder = Folder::new();
    let port = free_port();
    let calls = format!("http://127.0.0.1:{port}/webhooks/twilio");
    let words = ["emulate", "twilio", "--port", "0", "--write-env", "twilio.env", "--webhook-url", &calls];
    let mut emulator = folder.messaging(&words).start();
    emulator.out.wait_for(&["Ctrl-C stops"]);
    let variables = folder.variables("twilio.env");
    assert_eq!(variables.len(), 5, "{variables:?}");
    folder.write("messaging.toml", "store = \"sqlite:gateway.db\"\nagent.builtin = \"echo-plus\"\nconsole = \"off\"\n");
    let listen = format!("127.0.0.1:{port}");
    let mut gateway =
        with(folder.messaging(&["serve", "--listen", &listen, "--log-level", "debug"]), &variables).start();
    gateway.out.wait_for(&["Settings", "messaging.toml"]);
    let trigger = |words: &[&str]| with(folder.messaging(&[&["trigger"], words].concat()), &variables).start().end();
    let ended = trigger(&["sms", "--from", "+15550100777", "--body", "hello"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("SM") && ended.out.contains("delivered  200"), "{}", ended.out);
    gateway.err.wait_for(&["hop", "stage=Send"]);
    // The number's own webhook is what is answered: what comes through Conversations is recorded.
    let ended = trigger(&["conversations.message", "--from", "+15550100888", "--body", "in a conversation"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("IM") && ended.out.contains("200"), "{}", ended.out);
    for who in ["alice", "alice", "bob+bot@example.com"] {
        let ended = trigger(&["conversations.message", "--from", who, "--body", "by name"]);
        assert_eq!(ended.code, Some(0), "{who}: {}", ended.err);
        assert!(ended.out.starts_with("IM"), "{}", ended.out);
        gateway.err.wait_for(&["hop", "stage=Send"]);
    }
    gateway.signal("TERM");
    let stopped = gateway.end();
    assert!(
        stopped.out.contains("stopped: in 4 · answered 4 · dead 0 · unknown 0 · store: gateway.db"),
        "{}",
        stopped.out
    );
    let told = format!("{}{}", stopped.out, stopped.err);
    assert!(!told.contains(&variables["TWILIO_AUTH_TOKEN"]), "a secret was told: {told}");
    assert_eq!(sent_by_us(&variables).await, ["You said: hello (sms)"]);
    emulator.signal("INT");
    assert_eq!(emulator.end().code, Some(0));
}

#[test]
fn print_env_is_data_alone_and_fixed_credentials_are_taken_over() {
    let folder = Folder::new();
    let fixed = [("SLACK_BOT_TOKEN", "xoxb-emu-fixed"), ("SLACK_SIGNING_SECRET", "emu-fixed")];
    let mut command = folder.messaging(&["emulate", "slack", "--port", "0", "--print-env"]);
    let mut emulator = command.envs(fixed).start();
    emulator.err.wait_for(&["calls", "http://127.0.0.1:7400/webhooks/slack"]);
    emulator.err.wait_for(&["Ctrl-C stops"]);
    emulator.signal("TERM");
    let ended = emulator.end();
    assert_eq!(ended.code, Some(0));
    let lines: Vec<_> = ended.out.lines().collect();
    assert_eq!(lines.len(), 9, "{}", ended.out);
    assert!(lines.iter().all(|line| line.starts_with("SLACK_") && line.contains('=')), "{}", ended.out);
    assert!(lines.contains(&"SLACK_BOT_TOKEN=xoxb-emu-fixed") && lines.contains(&"SLACK_SIGNING_SECRET=emu-fixed"));
}

#[test]
fn trigger_says_when_nobody_is_there_and_when_nothing_was_delivered() {
    let folder = Folder::new();
    let nobody = format!("http://127.0.0.1:{}", free_port());
    folder
        .run(&["trigger", "sms", "--url", &nobody])
        .failed_with(1, &["the twilio emulator does not answer at", "messaging emulate twilio"]);
    let calls = format!("{nobody}/webhooks/slack");
    let words = ["emulate", "slack", "--port", "0", "--write-env", "slack.env", "--webhook-url", &calls];
    let mut emulator = folder.messaging(&words).start();
    emulator.out.wait_for(&["Ctrl-C stops"]);
    let url = &folder.variables("slack.env")["SLACK_BASE_URL"];
    let trigger = |words: &[&str]| folder.run(&[&["trigger"], words, &["--url", url]].concat());
    trigger(&["slack.mention", "--to", "#general"]).failed_with(1, &["was not delivered: no answer", "next:"]);
    trigger(&["slack.message", "--to", "#genral"])
        .failed_with(1, &["no `genral` among its channels", "general, random"]);
    let words = ["`--webhook-url` is not an http", "write `http://127.0.0.1:7400/webhooks/slack`"];
    folder.run(&["emulate", "slack", "--webhook-url", "here"]).failed_with(3, &words);
    trigger(&["conversations.message"]).failed_with(1, &["without the emulator's credentials", "--conversation CH"]);
}
