//! Wrong input at every door of the real binary: the right status or exit code, a word on cause and next step, nothing
//! lost, and no secret in any answer, log or error.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    fs,
    net::TcpListener,
    path::Path,
    process::{Command, Stdio},
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_http::{ClientSettings, Transport, client};
use messaging_tests::{
    console::{ask, get},
    operated::Gateway,
    process::{Scratch, binary, free_port},
    served::eventually,
};

/// Ten secrets, none of which may ever be seen.
const CANARIES: [&str; 10] = [
    "canary-twilio-token-one",
    "canary-twilio-token-two",
    "canary-twilio-api-secret",
    "xoxb-canary-slack-token",
    "canary-slack-signing-one",
    "canary-slack-signing-two",
    "canary-agent-token",
    "canary-console-token",
    "canary-env-twilio-token",
    "canary-file-secret",
];

fn config(port: u16, console: u16, vendor: u16) -> String {
    format!(
        r#"
public_url = "http://127.0.0.1:{port}"
listen = "127.0.0.1:{port}"
console = "127.0.0.1:{console}"
store = "sqlite:./messaging.db"
[agent]
url = "http://127.0.0.1:{vendor}/agent"
token = "canary-agent-token"
[accounts.support]
provider = "twilio"
account_sid = "AC00000000000000000000000000000001"
auth_token = ["canary-twilio-token-one", "canary-twilio-token-two"]
api_key = "SK00000000000000000000000000000001"
api_secret = "canary-twilio-api-secret"
phone_number = "+15550100001"
base_url = "http://127.0.0.1:{vendor}"
[accounts.team]
provider = "slack"
bot_token = "xoxb-canary-slack-token"
signing_secret = ["canary-slack-signing-one", "canary-slack-signing-two", {{ file = "secret.txt" }}]
base_url = "http://127.0.0.1:{vendor}"
[accounts.web]
provider = "web"
"#
    )
}

fn messaging(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    for (name, _) in std::env::vars() {
        if ["TWILIO_", "SLACK_", "MESSAGING_"].iter().any(|prefix| name.starts_with(prefix)) {
            command.env_remove(name);
        }
    }
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("MESSAGING_CONSOLE_TOKEN", "canary-console-token").env("TWILIO_AUTH_TOKEN", "canary-env-twilio-token");
    command
}

fn no_canary(what: &str, text: &str) {
    for canary in CANARIES {
        assert!(!text.contains(canary), "{what} shows `{canary}`:\n{text}");
    }
}

/// Runs it to its end: exit code and what it said.
fn end(folder: &Path, config: &str) -> (Option<i32>, String) {
    fs::write(folder.join("messaging.toml"), config).unwrap();
    let output = messaging(folder, &["serve", "--log-level", "trace"]).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    no_canary("the output", &said);
    (output.status.code(), said)
}

#[test]
fn a_bad_start_is_an_exit_code_with_cause_and_next_step() {
    let scratch = Scratch::new("bad-start");
    let folder = scratch.file(".");
    fs::write(scratch.file("secret.txt"), "canary-file-secret\n").unwrap();
    let good = config(free_port(), free_port(), free_port());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let listen = good.lines().find(|line| line.starts_with("listen")).unwrap();
    for (what, changed, words) in [
        ("an unknown key", good.replace("phone_number", "phone_numbr"), ["phone_numbr", "did you mean `phone_number`"]),
        ("an unknown top-level key", good.replace("public_url", "publc_url"), ["publc_url", "public_url"]),
        (
            "a missing key",
            good.replace("account_sid = \"AC00000000000000000000000000000001\"\n", ""),
            ["account_sid", "support"],
        ),
        ("a misshapen key", good.replace("AC00000000000000000000000000000001", "1234"), ["account_sid", "AC"]),
        ("a wrong type", good.replace("\"canary-agent-token\"", "7"), ["token", "messaging.toml"]),
        ("an unknown provider", good.replace("provider = \"slack\"", "provider = \"slak\""), ["slak", "slack"]),
        ("a file that is not there", good.replace("secret.txt", "nowhere.txt"), ["nowhere.txt", "signing_secret"]),
        (
            "a store nobody can write",
            good.replace("sqlite:./messaging.db", "sqlite:/proc/messaging.db"),
            ["/proc/messaging.db", "store"],
        ),
        ("a taken port", good.replace(listen, &format!("listen = \"127.0.0.1:{port}\"")), ["taken", &port.to_string()]),
        ("no TOML at all", "public_url = ".to_owned(), ["messaging.toml", "line 1"]),
    ] {
        let (code, said) = end(&folder, &changed);
        assert_eq!(code, Some(3), "{what}: {said}");
        for word in words {
            assert!(said.contains(word), "{what}: `{word}` is not said:\n{said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_on_the_page_are_taken_by_the_program() {
    let page = include_str!("../../docs/configuration.md");
    let numbers = page.split("```toml\n").skip(1).find(|block| block.starts_with("[turns]")).unwrap();
    let numbers = numbers.split("```").next().unwrap();
    let gateway = Gateway::new("page-settings", binary());
    let agent = "http://127.0.0.1:1/agent";
    gateway.configure(agent, "");
    let written = fs::read_to_string(gateway.scratch.file("messaging.toml")).unwrap();
    let written = written.split("[sends]").next().unwrap();
    fs::write(gateway.scratch.file("messaging.toml"), format!("{written}{numbers}[accounts.web]\n")).unwrap();
    let process = gateway.start(&[]);
    eventually("ready", || gateway.is_ready(), |ready| *ready).await;
    assert_eq!(process.terminate(), Some(0), "a clean drain");
}

#[test]
fn a_read_only_store_is_refused_and_kept() {
    let scratch = Scratch::new("read-only");
    let folder = scratch.file(".");
    fs::write(scratch.file("secret.txt"), "canary-file-secret\n").unwrap();
    fs::write(scratch.file("messaging.db"), "this is no database, but somebody's only copy of something").unwrap();
    let (code, said) = end(&folder, &config(free_port(), free_port(), free_port()));
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("messaging.db"), "{said}");
    assert!(
        fs::read_to_string(scratch.file("messaging.db")).unwrap().starts_with("this is no database"),
        "it is untouched"
    );
}

async fn status(client: &Transport, request: http::request::Builder, body: impl Into<Bytes>) -> u16 {
    let asked = format!("{request:?}");
    let answer: Option<Response<Bytes>> = ask(client, request, body).await;
    let answer = answer.unwrap_or_else(|| panic!("no answer to {asked}"));
    let text = String::from_utf8_lossy(answer.body()).into_owned();
    no_canary("an answer", &format!("{:?} {text}", answer.headers()));
    answer.status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_requests_are_refused_and_nothing_is_stored() {
    let scratch = Scratch::new("bad-requests");
    let folder = scratch.file(".");
    fs::write(scratch.file("secret.txt"), "canary-file-secret\n").unwrap();
    // Nobody listens where the vendors and the agent are said to be: it starts degraded, and stores webhooks.
    let (port, console) = (free_port(), free_port());
    fs::write(scratch.file("messaging.toml"), config(port, console, free_port())).unwrap();
    let log = fs::File::create(scratch.file("log")).unwrap();
    let mut command = messaging(&folder, &["serve", "--log-level", "trace"]);
    let mut serve = command.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
    let client = client(ClientSettings::default()).unwrap();
    let base = format!("http://127.0.0.1:{port}");
    let ready = async || get(&client, &format!("{base}/readyz"), "").await.is_some();
    eventually("ready", ready, |ready| *ready).await;

    let form =
        |path: &str| Request::post(format!("{base}{path}")).header("content-type", "application/x-www-form-urlencoded");
    let json = |path: &str| Request::post(format!("{base}{path}")).header("content-type", "application/json");
    let sms = "MessageSid=SM1&SmsStatus=received&From=%2B15550100777&To=%2B15550100001&Body=hi";
    for (expected, request, body) in [
        (404, form("/webhooks/nobody"), sms.to_owned()),
        (404, form("/webhooks/"), sms.to_owned()),
        (404, form("/webhooks/support%2f..%2fteam"), sms.to_owned()),
        (404, form("/nowhere"), String::new()),
        (403, form("/webhooks/support"), sms.to_owned()),
        (403, form("/webhooks/support").header("x-twilio-signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="), sms.to_owned()),
        (401, json("/webhooks/team"), "{}".to_owned()),
        (
            401,
            json("/webhooks/team").header("x-slack-signature", "v0=00").header("x-slack-request-timestamp", "1"),
            "{".to_owned(),
        ),
        (413, json("/webhooks/team"), "x".repeat(3 << 20)),
        (400, json("/chat/messages"), "{".to_owned()),
        (400, json("/chat/messages"), r#"{"visitor":"1","client_id":"c","text":"hi"}"#.to_owned()),
        (405, Request::delete(format!("{base}/webhooks/support")), String::new()),
    ] {
        let asked = format!("{request:?}");
        assert_eq!(status(&client, request, body).await, expected, "{asked}");
    }
    for (path, authorization, expected) in
        [("/api/status", "", 401), ("/api/status", "Bearer wrong", 401), ("/nowhere", "", 404)]
    {
        let request = Request::get(format!("http://127.0.0.1:{console}{path}")).header("authorization", authorization);
        assert_eq!(status(&client, request, "").await, expected, "{path}");
    }
    let url = format!("http://127.0.0.1:{console}/api/status");
    let stored = get(&client, &url, "Bearer canary-console-token").await.expect("the status");
    assert_eq!((&stored["counts"]["accepted"], &stored["counts"]["noted"]), (&0.into(), &0.into()), "{stored}");
    no_canary("the status", &stored.to_string());

    // The agent is dead: what is accepted waits, and is not lost.
    let visitor = ask(&client, Request::post(format!("{base}/chat/visitors")), "").await.expect("a visitor");
    let visitor: serde_json::Value = serde_json::from_slice(visitor.body()).unwrap();
    let body = serde_json::json!({ "visitor": visitor["visitor"], "client_id": "c1", "text": "hi" }).to_string();
    assert_eq!(status(&client, json("/chat/messages"), body).await, 202);
    let waiting = async || get(&client, &url, "Bearer canary-console-token").await;
    let holds =
        |status: &Option<serde_json::Value>| status.as_ref().is_some_and(|status| status["counts"]["accepted"] == 1);
    let counts = eventually("it is counted", waiting, holds).await.unwrap()["counts"].clone();
    assert_eq!(counts["in_flight"].as_u64().unwrap() + counts["dead"].as_u64().unwrap(), 1, "{counts}");
    serve.kill().unwrap();
    serve.wait().unwrap();
    no_canary("the log", &fs::read_to_string(scratch.file("log")).unwrap());
}
