//! The playground's page in a real browser, against the real binary.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use messaging_tests::{
    process::{Process, Scratch, environment, free_port},
    python::{has_browser, python, run},
};

/// Runs a script against a playground with these arguments more.
fn page(name: &str, script: &str, arguments: &[&str], playground: &[&str]) {
    let Some(python) = python().filter(|_| has_browser()) else { return };
    let scratch = Scratch::new(name);
    let env = scratch.file("dev.env");
    let env = env.to_str().unwrap();
    let dev = [&["dev", "--port", "0", "--no-open", "--write-env", env], playground].concat();
    let dev = Process::start(&scratch.file("."), &dev, &[]);
    environment(env.as_ref());
    run(&python, script, &[&[env], arguments].concat());
    assert_eq!(dev.terminate(), Some(0), "a clean drain");
}

/// The same in Slack, with an agent and a hook that the script brings along.
fn slack(name: &str, arguments: &[&str], playground: &[&str]) {
    let port = free_port().to_string();
    let [agent, hook] = ["agent", "hook"].map(|path| format!("http://127.0.0.1:{port}/{path}"));
    let served = ["--agent", agent.as_str(), "--hook", &hook];
    page(name, "page_slack.py", &[&[port.as_str()], arguments].concat(), &[&served, playground].concat());
}

#[test]
fn a_person_types_on_every_channel_and_reads_the_answer() {
    page("page", "page.py", &[], &[]);
}

#[test]
fn a_send_that_is_swallowed_shows_no_answer() {
    page("page-swallow", "page.py", &["swallow"], &[]);
}

#[test]
fn a_person_uses_buttons_menus_and_forms_in_slack() {
    slack("page-slack", &[], &[]);
}

#[test]
fn a_person_uses_buttons_menus_and_forms_over_socket_mode() {
    slack("page-socket", &[], &["--socket-mode"]);
}

#[test]
fn a_click_that_comes_to_nothing_says_so() {
    slack("page-deaf", &["deaf"], &[]);
}

#[test]
fn a_person_has_a_dead_letter_tried_again() {
    let port = free_port().to_string();
    let agent = format!("http://127.0.0.1:{port}/agent");
    page("page-decide", "decide.py", &[&port], &["--agent", &agent]);
}
