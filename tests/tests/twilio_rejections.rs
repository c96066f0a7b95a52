//! Every refusal of the Twilio emulator, asked for with the vendor's own package.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::Request;
use messaging_tests::{
    batch::python_script,
    emulated::Emulated,
    python::python,
    twilio_script::{Step, names, path, steps},
};
use serde_json::{Value, json};
use tower::ServiceExt;

const SCRIPT: &str = "rejections.tsv";

/// Numbers in the emulator's sources that look like codes and are none.
const NO_CODES: [(&str, &str); 5] = [
    ("20_000", "the latest that a late send happens, in milliseconds"),
    ("27_801", "the longest variables of a template"),
    ("36_000", "the longest that a text may wait, in seconds"),
    ("86_399", "the last second of a day"),
    ("86_400", "the seconds of a day"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_refusal_is_heard_by_the_vendors_package() {
    let Some(python) = python() else { return };
    let first = Emulated::start(|_| {}).await;
    let numberless = Emulated::start(|settings| settings.phone_numbers.clear()).await;
    let short = Emulated::start(|settings| settings.phone_numbers = vec!["72345".into()]).await;
    let slow = Emulated::start(|_| {}).await;
    slow.emulator.limit_actions(1);
    let mut names = names(&first);
    for (name, twilio) in [("first", &first), ("numberless", &numberless), ("short", &short), ("slow", &slow)] {
        names.insert(name.into(), twilio.url.clone());
    }
    names.insert("content".into(), "HX0123456789abcdef0123456789abcdef".into());
    crowded(&first, &mut names).await;
    let mut command = python_script(&python, "session.py");
    command.arg(path(SCRIPT)).arg(&first.url).arg(json!(names).to_string());
    let output = tokio::task::spawn_blocking(move || command.output().expect("it starts")).await.expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    for twilio in [first, numberless, short, slow] {
        twilio.stop().await;
    }
    let lines = String::from_utf8(output.stdout).expect("text");
    let results: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let steps: Vec<_> = steps(SCRIPT).into_iter().filter(Step::is_call).collect();
    assert_eq!(results.len(), steps.len());
    let wrong = steps.iter().zip(&results).filter_map(|(step, result)| {
        let refused = &result["result"]["refused"];
        let came = if refused.is_null() { "ok".to_owned() } else { format!("{} {}", refused[0], refused[1]) };
        let wanted = if step.expect.starts_with("ok") { "ok" } else { &step.expect };
        (came != wanted).then(|| format!("{}: {came} instead of {wanted}", step.name))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_of_the_emulator_is_in_the_script() {
    let asked: BTreeSet<_> =
        steps(SCRIPT).iter().filter_map(|step| step.expect.split_once(' ')).map(|(_, code)| code.to_owned()).collect();
    let mut codes = BTreeMap::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/messaging-emulator/src/twilio/api")) {
        for code in codes_of(&std::fs::read_to_string(&file).unwrap()) {
            codes.entry(code).or_insert_with(|| file.display().to_string());
        }
    }
    assert!(codes.len() > 80, "the sources were found: {codes:?}");
    for (number, reason) in NO_CODES {
        assert!(codes.remove(number).is_some(), "{number} ({reason}) is not in the sources any more");
    }
    let missing: Vec<_> = codes.iter().filter(|(code, _)| !asked.contains(&code.replace('_', ""))).collect();
    assert!(missing.is_empty(), "no row of {SCRIPT} asks for {missing:#?}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

/// Numbers of five digits, written `12_345`.
fn codes_of(text: &str) -> BTreeSet<String> {
    let numbers = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let is_code = |word: &&str| {
        word.len() == 6 && word.char_indices().all(|(at, c)| if at == 2 { c == '_' } else { c.is_ascii_digit() })
    };
    numbers.filter(is_code).map(str::to_owned).collect()
}

/// Conversations with as many people as fit, somebody in as many conversations as anybody may be, and a file.
async fn crowded(twilio: &Emulated, names: &mut BTreeMap<String, String>) {
    let service = format!("/v1/Services/{}", twilio.emulator.settings().conversations_service_sid);
    let conversations = format!("{service}/Conversations");
    let together = format!("{service}/ConversationWithParticipants");
    let full = post(twilio, &conversations, &[]).await;
    for number in 0..1_000 {
        let identity = format!("person {number}");
        post(twilio, &format!("{conversations}/{full}/Participants"), &[("Identity", &identity)]).await;
        post(twilio, &together, &[("Participant", r#"{"identity":"busy"}"#)]).await;
    }
    let phones = post(twilio, &conversations, &[]).await;
    for number in 0..50 {
        let address = format!("+155502000{number:02}");
        let form = [("MessagingBinding.Address", address.as_str()), ("MessagingBinding.ProxyAddress", "+15550100001")];
        post(twilio, &format!("{conversations}/{phones}/Participants"), &form).await;
    }
    let crowd = post(twilio, &conversations, &[]).await;
    let form = [("Identity", "host"), ("MessagingBinding.ProjectedAddress", "+15550100002")];
    post(twilio, &format!("{conversations}/{crowd}/Participants"), &form).await;
    for number in 0..9 {
        let address = format!("+155502001{number:02}");
        post(twilio, &format!("{conversations}/{crowd}/Participants"), &[("MessagingBinding.Address", &address)]).await;
    }
    let file = Request::post(format!("{}{service}/Media?Category=media&Filename=a.png", twilio.url));
    let media = send(twilio, file.header("content-type", "image/png"), "a picture".into()).await;
    let made = [("full", full), ("phones", phones), ("crowd", crowd), ("media", media)];
    names.extend(made.map(|(name, sid)| (name.to_owned(), sid)));
}

async fn post(twilio: &Emulated, path: &str, form: &[(&str, &str)]) -> String {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = Request::post(format!("{}{path}", twilio.url));
    send(twilio, request.header("content-type", "application/x-www-form-urlencoded"), body).await
}

async fn send(twilio: &Emulated, request: http::request::Builder, body: String) -> String {
    let settings = twilio.emulator.settings();
    let basic = STANDARD.encode(format!("{}:{}", settings.account_sid, settings.auth_token));
    let request = request.header("authorization", format!("Basic {basic}")).body(Bytes::from(body)).unwrap();
    let answer = twilio.emulator.api().oneshot(request).await.expect("an answer");
    let body: Value = serde_json::from_slice(answer.body()).unwrap();
    body["sid"].as_str().unwrap_or_else(|| panic!("made: {body}")).to_owned()
}
