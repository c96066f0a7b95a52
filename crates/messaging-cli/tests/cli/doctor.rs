use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    http::get,
    process::{Ended, Folder, Process, Start},
};

const SERVICE: &str = "TWILIO_CONVERSATIONS_SERVICE_SID";
const TOKEN: &str = "TWILIO_AUTH_TOKEN";

/// An emulated Twilio, and what it wrote.
fn twilio(folder: &Folder) -> (Process, BTreeMap<String, String>) {
    let mut emulator = folder.messaging(&["emulate", "twilio", "--port", "0", "--write-env", "twilio.env"]).start();
    emulator.out.wait_for(&["Ctrl-C stops"]);
    (emulator, folder.variables("twilio.env"))
}

fn settings(folder: &Folder) {
    folder.write("messaging.toml", "public_url = \"https://bot.example.com\"\nagent.builtin = \"echo-plus\"\n");
}

fn doctor(folder: &Folder, variables: &BTreeMap<String, String>, words: &[&str]) -> Ended {
    folder.messaging(&[&["doctor"], words].concat()).envs(variables).start().end()
}

/// What it says as JSON: each check by its name.
fn checks(ended: &Ended) -> Vec<(String, String, String)> {
    let document: Value = serde_json::from_str(&ended.out).unwrap_or_else(|_| panic!("{}{}", ended.out, ended.err));
    assert_eq!(document["v"], 1);
    let text = |check: &Value, key: &str| check[key].as_str().unwrap_or_default().to_owned();
    let checks = document["checks"].as_array().unwrap().iter();
    checks
        .map(|check| {
            assert_eq!(check["state"] == "fail", check["exit"].is_u64(), "{check}");
            assert!(check["state"] == "ok" || check["next"].is_string(), "what is wrong has a next step: {check}");
            (text(check, "check"), text(check, "state"), text(check, "what") + " " + &text(check, "next"))
        })
        .collect()
}

fn basic(variables: &BTreeMap<String, String>) -> String {
    let pair = format!("{}:{}", variables["TWILIO_ACCOUNT_SID"], variables[TOKEN]);
    format!("Basic {}", STANDARD.encode(pair))
}

async fn webhooks(variables: &BTreeMap<String, String>, service: &str) -> Value {
    let url = format!("{}/v1/Services/{service}/Configuration/Webhooks", variables["TWILIO_BASE_URL"]);
    let (status, told) = get(&url, Some(&basic(variables))).await;
    assert_eq!(status, StatusCode::OK, "{told}");
    told
}

#[test]
fn an_account_that_works_is_said_to_work_and_what_is_not_set_up_is_a_warning() {
    let folder = Folder::new();
    let (_emulator, variables) = twilio(&folder);
    settings(&folder);
    let ended = doctor(&folder, &variables, &[]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    for words in [["ok ", "settings"], ["ok ", "store"], ["ok ", "agent"], ["ok ", "account twilio"], ["ok ", "clock"]]
    {
        let line = ended.out.lines().find(|line| line.starts_with(words[0]) && line.contains(words[1]));
        assert!(line.is_some(), "no {words:?} in: {}", ended.out);
    }
    let line =
        ended.out.lines().find(|line| line.starts_with("warn") && line.contains("Conversations service")).unwrap();
    assert!(line.contains("--setup twilio --account twilio") && line.contains("--apply"), "{line}");
    assert!(!ended.out.contains(&variables[TOKEN]));
    let as_json = checks(&doctor(&folder, &variables, &["--format", "json"]));
    assert_eq!(as_json.len(), ended.out.lines().count(), "{as_json:?}");
}

#[test]
fn a_wrong_token_names_the_variable_and_the_next_command() {
    let folder = Folder::new();
    let (_emulator, mut variables) = twilio(&folder);
    settings(&folder);
    variables.insert(TOKEN.to_owned(), "emu-another".to_owned());
    // That the agent does not answer says less.
    variables.insert("MESSAGING_AGENT_URL".to_owned(), "http://127.0.0.1:1/agent".to_owned());
    let ended = doctor(&folder, &variables, &[]);
    ended.failed_with(4, &["2 of", "failed", "messaging doctor"]);
    let line = ended.out.lines().rfind(|line| line.starts_with("fail")).unwrap();
    for word in [
        "account twilio",
        "Invalid credentials",
        "TWILIO_AUTH_TOKEN (`auth_token`)",
        "`messaging doctor --account twilio`",
    ] {
        assert!(line.contains(word), "no `{word}` in {line}");
    }
    assert!(!ended.out.contains("emu-another") && !ended.err.contains("emu-another"));
    doctor(&folder, &variables, &["--setup", "twilio"])
        .failed_with(4, &["TWILIO_AUTH_TOKEN (`auth_token`)", "messaging doctor --account twilio"]);
}

#[tokio::test]
async fn a_missing_service_is_made_and_its_webhooks_are_set() {
    let folder = Folder::new();
    let (_emulator, mut variables) = twilio(&folder);
    settings(&folder);
    variables.insert(SERVICE.to_owned(), "IS00000000000000000000000000000000".to_owned());
    let ended = doctor(&folder, &variables, &[]);
    ended.failed_with(5, &["failed"]);
    let line = ended.out.lines().find(|line| line.starts_with("fail")).unwrap();
    for word in ["Service not found", "TWILIO_CONVERSATIONS_SERVICE_SID", "--setup twilio --create-service"] {
        assert!(line.contains(word), "no `{word}` in {line}");
    }
    let ended = doctor(&folder, &variables, &["--setup", "twilio", "--create-service", "--apply"]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    let made = ended.out.split(&format!("set {SERVICE}=")).nth(1).unwrap().lines().next().unwrap().to_owned();
    let told = webhooks(&variables, &made).await;
    assert_eq!(told["post_webhook_url"], "https://bot.example.com/webhooks/twilio#rc=3&rp=ct,rt,5xx", "{told}");
    assert_eq!(told["method"], "POST");
    let four = ["onConversationStateUpdated", "onMessageAdded", "onParticipantAdded", "onParticipantRemoved"];
    let mut filters: Vec<_> = told["filters"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    filters.sort_unstable();
    assert_eq!(filters, four);
    variables.insert(SERVICE.to_owned(), made.clone());
    let again = doctor(&folder, &variables, &["--setup", "twilio", "--create-service"]);
    assert!(again.out.contains(&format!("{made} exists already")), "{}", again.out);
}

#[tokio::test]
async fn what_is_to_be_told_is_printed_and_told_only_if_asked() {
    let folder = Folder::new();
    let (_emulator, variables) = twilio(&folder);
    settings(&folder);
    let service = &variables[SERVICE];
    let before = webhooks(&variables, service).await;
    let ended = doctor(&folder, &variables, &["--setup", "twilio", "--events", "onMessageAdded,onDeliveryUpdated"]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.out, ended.err);
    for word in ["todo", service, "PostWebhookUrl", "#rc=", "onDeliveryUpdated", "+15550100001", "SmsUrl", "--apply"] {
        assert!(ended.out.contains(word), "no `{word}` in {}", ended.out);
    }
    assert_eq!(webhooks(&variables, service).await, before);
    let words = ["--setup", "twilio", "--apply", "--events", "onMessageAdded,onDeliveryUpdated", "--format", "json"];
    let ended = doctor(&folder, &variables, &words);
    let document: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((&document["v"], &document["steps"][0]["changed"]), (&json!(1), &json!(true)), "{document}");
    let told = webhooks(&variables, service).await;
    assert!(told["filters"].as_array().unwrap().contains(&json!("onDeliveryUpdated")), "{told}");
    let calm = doctor(&folder, &variables, &["--setup", "twilio", "--events", "onMessageAdded,onDeliveryUpdated"]);
    assert!(calm.out.starts_with("ok    the webhooks of the Conversations service"), "{}", calm.out);
}

#[test]
fn who_does_not_answer_is_named() {
    let folder = Folder::new();
    let (emulator, mut variables) = twilio(&folder);
    drop(emulator);
    settings(&folder);
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    variables.insert("MESSAGING_AGENT_URL".to_owned(), format!("http://127.0.0.1:{port}/agent"));
    let ended = doctor(&folder, &variables, &["-o", "json"]);
    assert_eq!(ended.code, Some(1), "{}{}", ended.out, ended.err);
    let checks = checks(&ended);
    let failed = |name: &str, words: &str| {
        assert!(
            checks.iter().any(|(of, state, what)| of == name && state == "fail" && what.contains(words)),
            "{checks:?}"
        );
    };
    failed("agent", "MESSAGING_AGENT_URL");
    failed("account twilio", "twilio cannot be reached");
    failed("account twilio", "`base_url`");
}

#[test]
fn settings_that_cannot_be_read_are_the_only_line() {
    let folder = Folder::new();
    folder.write(
        "messaging.toml",
        "agent.builtin = \"echo-plus\"\n[accounts.support]\nprovider = \"twilio\"\nauth_tokne = \"hunter2\"\n",
    );
    let ended = folder.run(&["doctor"]);
    ended.failed_with(3, &["1 of 1 checks failed"]);
    assert!(ended.out.contains("did you mean `auth_token`?") && !ended.out.contains("hunter2"), "{}", ended.out);
    folder
        .write("messaging.toml", "agent.builtin = \"echo-plus\"\nstore = \"sqlite:no/such/x.db\"\naccounts.web = {}\n");
    let ended = folder.run(&["doctor"]);
    ended.failed_with(3, &["1 of"]);
    assert!(ended.out.contains("no/such/x.db cannot be created"), "{}", ended.out);
    folder.run(&["doctor", "--account", "wbe"]).failed_with(3, &["no account is named `wbe`; did you mean `web`?"]);
    folder.run(&["doctor", "--setup", "twilio"]).failed_with(3, &["no account is Twilio's", "TWILIO_ACCOUNT_SID"]);
    folder.run(&["doctor", "--setup", "slack"]).failed_with(3, &["docs/slack.md"]);
    folder.run(&["doctor", "--apply"]).failed_with(2, &["--setup"]);
}

/// The first vector of Twilio's own SDKs, and what is left of it when something differs.
#[test]
fn a_captured_request_is_explained_without_a_secret() {
    let folder = Folder::new();
    settings(&folder);
    let body = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    folder.write("body.txt", body);
    let account = [("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001"), (TOKEN, "12345")];
    let look = |url: &str, more: &[&str]| {
        let header = "X-Twilio-Signature: RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        let words = ["doctor", "signature", "--url", url, "--header", header, "--body-file", "body.txt"];
        let ended = folder.messaging(&[&words, more].concat()).envs(account).start().end();
        assert!(!ended.out.contains("12345\"") && !ended.err.contains("`12345`"), "{}{}", ended.out, ended.err);
        ended
    };
    let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    let good = look(url, &[]);
    assert_eq!(
        (good.code, good.out.lines().next()),
        (Some(0), Some("account `twilio`: the signature holds")),
        "{}",
        good.err
    );
    assert!(good.out.contains("the gateway checks https://bot.example.com/webhooks/twilio"), "{}", good.out);
    let plain = look(&url.replace("https", "http"), &[]);
    plain.failed_with(4, &["webhook_url"]);
    assert!(plain.out.contains("Twilio signed `https`, `http` is checked"), "{}", plain.out);
    folder.write("body.txt", &body.replace("1234&", "1235&"));
    let changed = look(url, &["--format", "json"]);
    let document: Value = serde_json::from_str(&changed.out).unwrap();
    assert_eq!((&document["finding"], changed.code), (&json!("unexplained"), Some(4)), "{document}");
    look("nonsense", &[]).failed_with(3, &["`--url` has no scheme or no host", "next:"]);
    let words = ["doctor", "signature", "--url", url, "--header", "nonsense"];
    folder.messaging(&words).envs(account).start().end().failed_with(3, &["`Name: value`"]);
    let none = folder.messaging(&words[..4]).envs(account).start().end();
    none.failed_with(1, &["there is no signature to check"]);
}
