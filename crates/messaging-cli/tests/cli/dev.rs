use std::net::TcpListener;

use http::StatusCode;
use serde_json::json;

use crate::{
    http::{get, post, sent_by_us},
    process::{Folder, Start},
};

const DEV: [&str; 6] = ["dev", "--port", "0", "--no-open", "--write-env", "dev.env"];

#[tokio::test]
async fn an_sms_is_answered_and_ctrl_c_ends_with_a_summary() {
    let folder = Folder::new();
    let mut dev = folder.messaging(&DEV).start();
    dev.out.wait_for(&["Try:", "messaging trigger sms"]);
    let variables = folder.variables("dev.env");
    let said = json!({ "from": "+15550100777", "text": "where is my order?" });
    let url = format!("{}/_emulator/people/messages?wait=1", variables["TWILIO_BASE_URL"]);
    let (status, answer) = post(&url, &said).await;
    assert_eq!((status, &answer["delivery"]["status"]), (StatusCode::OK, &json!(200)), "{answer}");
    dev.out.wait_for(&[" out ", "twilio:direct:+15550100001,+15550100777"]);
    assert_eq!(sent_by_us(&variables).await, ["You said: where is my order? (sms)"]);
    dev.signal("INT");
    let ended = dev.end();
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("stopped: in 1 · answered 1 · dead 0 · unknown 0 · store: in memory"), "{}", ended.out);
    assert_eq!(ended.err, "");
}

#[tokio::test]
async fn slack_is_answered_too_and_the_console_needs_its_token() {
    let folder = Folder::new();
    let mut dev = folder.messaging(&DEV).start();
    dev.out.wait_for(&["Try:"]);
    let variables = folder.variables("dev.env");
    let url = format!("{}/_emulator/people/messages?wait=1", variables["SLACK_BASE_URL"]);
    let (_, answer) = post(&url, &json!({ "text": "hello" })).await;
    assert_eq!(answer["delivery"]["status"], json!(200), "{answer}");
    dev.out.wait_for(&["slack", " out ", "slack:channel:"]);
    let (console, token) = variables["MESSAGING_CONSOLE_URL"].split_once("/#t=").unwrap();
    let status_url = format!("{console}/api/status");
    assert_eq!(get(&status_url, None).await.0, StatusCode::UNAUTHORIZED);
    let (status, told) = get(&status_url, Some(&format!("Bearer {token}"))).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!((&told["state"], &told["counts"]["answered"]), (&json!("ready"), &json!(1)), "{told}");
    assert_eq!(told["info"]["emulators"]["slack"]["channel"], json!(variables["SLACK_CHANNEL"]));
    let through = format!("{console}/emulator/slack/_emulator/places");
    assert_eq!(get(&through, None).await.0, StatusCode::UNAUTHORIZED);
    let (status, places) = get(&through, Some(&format!("Bearer {token}"))).await;
    assert_eq!((status, &places["team"]["id"]), (StatusCode::OK, &json!(variables["SLACK_TEAM_ID"])));
    let (status, ready) = get(&format!("{}/readyz?verbose", variables["MESSAGING_GATEWAY_URL"]), None).await;
    let accounts = ready["accounts"].as_array().unwrap();
    assert_eq!((status, accounts.len()), (StatusCode::OK, 3), "{ready}");
}

#[tokio::test]
async fn slack_comes_over_socket_mode_where_that_is_asked_for() {
    let folder = Folder::new();
    let mut dev = folder.messaging(&[&DEV, ["--socket-mode"].as_slice()].concat()).start();
    dev.out.wait_for(&["Gateway", "/webhooks/twilio"]);
    dev.out.wait_for(&["Slack emu", "Socket Mode"]);
    let variables = folder.variables("dev.env");
    assert!(variables["SLACK_APP_TOKEN"].starts_with("xapp-"), "{variables:?}");
    let slack = &variables["SLACK_BASE_URL"];
    let url = format!("{slack}/_emulator/people/messages?wait=1");
    let (_, answer) = post(&url, &json!({ "text": "hello" })).await;
    assert_eq!(answer["delivery"]["status"], json!(200), "{answer}");
    dev.out.wait_for(&["slack", " out ", "slack:channel:"]);
    let gateway = &variables["MESSAGING_GATEWAY_URL"];
    let (status, answer) = post(&format!("{gateway}/webhooks/slack"), &json!({ "type": "url_verification" })).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "nobody is called at a webhook: {answer}");
    dev.signal("TERM");
    let ended = dev.end();
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
}

#[test]
fn a_port_that_was_asked_for_and_is_taken_is_exit_3_naming_the_holder() {
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = holder.local_addr().unwrap().port().to_string();
    let ended = Folder::new().run(&["dev", "--no-open", "--port", &port]);
    ended.failed_with(3, &[&format!("error: port {port} is taken by"), "next:"]);
    if cfg!(target_os = "linux") {
        ended.failed_with(3, &[&format!("(pid {})", std::process::id())]);
    }
}

#[test]
fn a_seed_makes_the_same_credentials_and_headless_has_no_console() {
    let folder = Folder::new();
    let written = |name: &str| {
        let words = ["--port", "0", "--seed", "7", "--headless", "--write-env", name, "--print-secrets"];
        let mut dev = folder.messaging(&words).start();
        dev.out.wait_for(&["Console", "none (--headless)"]);
        dev.out.wait_for(&["SLACK_DM_CHANNEL="]);
        dev.signal("TERM");
        assert_eq!(dev.end().code, Some(0));
        let mut variables = folder.variables(name);
        variables.retain(|key, _| !key.ends_with("_URL"));
        variables
    };
    let first = written("1.env");
    assert_eq!(first.len(), 12, "{first:?}");
    assert!(first["TWILIO_AUTH_TOKEN"].starts_with("emu") && first["SLACK_SIGNING_SECRET"].starts_with("emu"));
    assert_eq!(first, written("2.env"));
}

#[test]
fn what_cannot_work_is_said_before_anything_starts() {
    let folder = Folder::new();
    let run = |more: &[&str]| folder.run(&[&["dev", "--port", "0", "--no-open"], more].concat());
    folder.write("old.env", "MESSAGING_GATEWAY_URL=http://127.0.0.1:1\n");
    run(&["--db", ".", "--write-env", "old.env"]).failed_with(3, &["the store cannot be opened"]);
    assert!(!folder.path("old.env").exists(), "a file of an earlier run looks like a start");
    run(&["--agent", "nowhere"]).failed_with(3, &["`--agent` is not an http or https URL"]);
    run(&["--hook", "nowhere"]).failed_with(3, &["`--hook` is not an http or https URL"]);
    run(&["--db", "no/such/folder/x.db"]).failed_with(3, &["no/such/folder/x.db", "name another file"]);
    run(&["--write-env", "no/such/folder/x.env"])
        .failed_with(3, &["`no/such/folder/x.env` cannot be written", "next:"]);
}

#[tokio::test]
async fn a_proxy_for_the_outside_is_not_asked_about_this_machine() {
    let folder = Folder::new();
    let mut command = folder.messaging(&DEV);
    let proxy = "http://127.0.0.1:1";
    let mut dev = command.envs([("HTTP_PROXY", proxy), ("http_proxy", proxy), ("ALL_PROXY", proxy)]).start();
    dev.out.wait_for(&["Try:"]);
    let url = format!("{}/_emulator/people/messages?wait=1", folder.variables("dev.env")["TWILIO_BASE_URL"]);
    let (_, answer) = post(&url, &json!({ "from": "+15550100777", "text": "hi" })).await;
    assert_eq!(answer["delivery"]["status"], json!(200), "{answer}");
    dev.out.wait_for(&[" out ", "sent SM"]);
}

#[tokio::test]
async fn the_web_chat_is_answered() {
    let folder = Folder::new();
    let mut dev = folder.messaging(&DEV).start();
    dev.out.wait_for(&["Try:"]);
    let gateway = &folder.variables("dev.env")["MESSAGING_GATEWAY_URL"];
    let (status, made) = post(&format!("{gateway}/chat/visitors"), &json!({})).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let said = json!({ "visitor": made["visitor"], "client_id": "1", "text": "hello" });
    let (status, first) = post(&format!("{gateway}/chat/messages"), &said).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{first}");
    dev.out.wait_for(&["web", " out ", "web:visitor:"]);
    assert_eq!(post(&format!("{gateway}/chat/messages"), &said).await, (status, first));
}
