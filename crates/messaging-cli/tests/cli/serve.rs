use std::collections::BTreeMap;

use http::StatusCode;

use crate::{
    http::get,
    process::{Ended, Folder, Process, Start},
};

const AGENT: &str = "listen = \"127.0.0.1:0\"\nconsole = \"off\"\nagent.builtin = \"echo-plus\"\n";

fn serve(folder: &Folder, text: &str) -> Ended {
    folder.write("messaging.toml", &format!("{AGENT}{text}"));
    folder.run(&["serve"])
}

/// An emulated Twilio, and what it wrote.
fn twilio(folder: &Folder) -> (Process, BTreeMap<String, String>) {
    let mut emulator = folder.messaging(&["emulate", "twilio", "--port", "0", "--write-env", "twilio.env"]).start();
    emulator.out.wait_for(&["Ctrl-C stops"]);
    (emulator, folder.variables("twilio.env"))
}

fn account(variables: &BTreeMap<String, String>, token: &str, service: &str) -> String {
    let (sid, base) = (&variables["TWILIO_ACCOUNT_SID"], &variables["TWILIO_BASE_URL"]);
    format!(
        "[accounts.support]\nprovider = \"twilio\"\naccount_sid = \"{sid}\"\nauth_token = \"{token}\"\n\
         conversations_service_sid = \"{service}\"\nbase_url = \"{base}\"\n"
    )
}

#[test]
fn a_key_nobody_reads_is_exit_3_with_a_suggestion() {
    let folder = Folder::new();
    let ended = serve(&folder, "[accounts.support]\nprovider = \"twilio\"\nauth_tokne = \"hunter2\"\n");
    ended.failed_with(3, &["messaging.toml: ", "`accounts.support.auth_tokne`; did you mean `auth_token`?"]);
    assert!(!ended.err.contains("hunter2"));
    serve(&folder, "[turn]\nlease = 3").failed_with(3, &["messaging.toml: ", "did you mean `turns`?"]);
}

#[test]
fn a_key_that_is_missing_or_of_the_wrong_type_is_exit_3_and_named() {
    let folder = Folder::new();
    let sid = "AC00000000000000000000000000000001";
    let twilio = |more: &str| format!("[accounts.support]\nprovider = \"twilio\"\naccount_sid = \"{sid}\"\n{more}");
    serve(&folder, &twilio(""))
        .failed_with(3, &["`accounts.support.auth_token` is missing", "{ env = \"TWILIO_AUTH_TOKEN\" }"]);
    let ended = serve(&folder, &twilio("auth_token = { file = \"hunter2.txt\" }"));
    ended.failed_with(3, &["`accounts.support.auth_token` names the file `hunter2.txt`"]);
    let ended = serve(&folder, &twilio("auth_token = \"hunter2\"\nenable_metrics = \"hunter2\""));
    ended.failed_with(3, &["account `support`", "`enable_metrics` has the wrong type: expected true or false"]);
    assert!(!ended.err.contains("hunter2"), "{}", ended.err);
    let ended = serve(&folder, &twilio("auth_token = [\"hunter2\", 7]"));
    ended.failed_with(3, &["`auth_token` has the wrong type: expected a string, or a list of strings"]);
    serve(&folder, "[turns]\nheartbeat = \"29s\"\n[accounts.web]").failed_with(3, &["turns.heartbeat must be a third"]);
    let ended = serve(&folder, "store = \"memory:\"\n[listener]\nconnections = 0\n[accounts.web]");
    ended.failed_with(3, &["messaging.toml: the listener's `connections`", "1 at least", "next:"]);
    assert_eq!(ended.out, "", "it must not say that it runs");
    folder.run(&["serve", "--config", "none.toml"]).failed_with(3, &["`none.toml` (named by --config) cannot be read"]);
}

#[test]
fn installations_without_an_encryption_key_are_exit_3_with_the_next_step() {
    let folder = Folder::new();
    let slack = "[accounts.slack]\nclient_id = \"1.2\"\nclient_secret = \"hunter2\"\nsigning_secret = \"hunter2\"\n";
    let ended = serve(&folder, &format!("store = \"memory:\"\n{slack}"));
    ended.failed_with(3, &["account `slack`", "openssl rand -base64 32", "MESSAGING_ENCRYPTION_KEY"]);
    assert!(!ended.err.contains("hunter2"), "{}", ended.err);
    let run = folder.messaging(&["serve"]).env("MESSAGING_ENCRYPTION_KEY", "hunter2").start().end();
    run.failed_with(3, &["`MESSAGING_ENCRYPTION_KEY` holds no key", "openssl rand -base64 32"]);
    assert!(!run.err.contains("hunter2"), "{}", run.err);
}

#[test]
fn two_doors_at_one_address_are_exit_3_and_name_both_keys() {
    let folder = Folder::new();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let here = format!("127.0.0.1:{port}");
    folder.write("messaging.toml", "agent.builtin = \"echo-plus\"\naccounts.web = {}\n");
    for listen in [here.clone(), format!("0.0.0.0:{port}")] {
        folder
            .run(&["serve", "--store", "memory:", "--listen", &listen, "--console", &here])
            .failed_with(3, &[&format!("`listen` and `console` both take port {port}"), "next:"]);
    }
}

#[test]
fn without_a_file_and_an_agent_it_says_that_there_is_no_file() {
    Folder::new().run(&["serve"]).failed_with(3, &["there is no messaging.toml in this folder", "--config"]);
}

#[test]
fn generated_secrets_are_refused_where_the_real_vendor_is_called() {
    let folder = Folder::new();
    let sid = "AC00000000000000000000000000000001";
    let ended = serve(&folder, &format!("accounts.twilio = {{ account_sid = \"{sid}\", auth_token = \"emu123\" }}"));
    ended.failed_with(3, &["account `twilio`: `auth_token` was made up by an emulator", "base_url"]);
    assert!(!ended.err.contains("emu123"), "{}", ended.err);
}

#[test]
fn refused_credentials_are_exit_4_and_an_unknown_service_exit_5() {
    let folder = Folder::new();
    let (_emulator, variables) = twilio(&folder);
    let service = &variables["TWILIO_CONVERSATIONS_SERVICE_SID"];
    let ended = serve(&folder, &account(&variables, "emu-another", service));
    ended.failed_with(
        4,
        &["account `support`", "Invalid credentials", "TWILIO_AUTH_TOKEN", "next:", "`messaging doctor`"],
    );
    let nowhere = "IS00000000000000000000000000000000";
    let ended = serve(&folder, &account(&variables, &variables["TWILIO_AUTH_TOKEN"], nowhere));
    ended.failed_with(
        5,
        &["account `support`", "Service not found", "TWILIO_CONVERSATIONS_SERVICE_SID", "`messaging doctor`"],
    );
}

#[tokio::test]
async fn a_vendor_that_cannot_be_reached_does_not_keep_the_gateway_from_starting() {
    let folder = Folder::new();
    let (emulator, variables) = twilio(&folder);
    drop(emulator);
    let service = &variables["TWILIO_CONVERSATIONS_SERVICE_SID"];
    let text = account(&variables, &variables["TWILIO_AUTH_TOKEN"], service);
    folder.write("messaging.toml", &format!("{AGENT}{text}"));
    let mut gateway = folder.messaging(&["serve"]).start();
    let line = gateway.out.wait_for(&["Gateway", "/webhooks/{support}"]);
    let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
    let (status, ready) = get(&format!("{url}/readyz?verbose"), None).await;
    assert_eq!((status, &ready["accounts"][0]["state"]), (StatusCode::OK, &"degraded".into()), "{ready}");
    assert_eq!(get(&format!("{url}/webhooks/suport"), None).await.0, StatusCode::NOT_FOUND);
}

#[test]
fn one_file_is_for_one_process() {
    let folder = Folder::new();
    folder.write("messaging.toml", &format!("{AGENT}store = \"sqlite:one.db\"\naccounts.web = {{}}\n"));
    let mut first = folder.messaging(&["serve"]).start();
    first.out.wait_for(&["Store", "one.db"]);
    folder.run(&["serve"]).failed_with(3, &["in use by another process", "one.db", "name another file"]);
    first.signal("TERM");
    let ended = first.end();
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("stopped: in 0 · answered 0 · dead 0 · unknown 0 · store: one.db"), "{}", ended.out);
}
