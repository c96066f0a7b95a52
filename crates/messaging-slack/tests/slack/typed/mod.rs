//! Every method of the table, typed both ways, on the wire.

mod chat;
mod conversations;
mod download;
mod listing;
mod other;
mod upload;
mod warnings;

use std::collections::BTreeSet;

use messaging_core::ErrorKind;
use messaging_slack::{
    client::{Answer, Call},
    codes,
};
use serde_json::{Map, Value, json};

use crate::{
    script::{Asked, Script},
    table::{COMMON, methods},
};

/// Families that are sent JSON.
const JSON: [&str; 4] = ["chat.", "views.", "assistant.", "agents."];
/// Methods of theirs that read.
const READS: [&str; 2] = ["chat.getPermalink", "chat.scheduledMessages.list"];

/// The arguments of a request as text, JSON where they are nested.
fn arguments(asked: &Asked, json: bool) -> Map<String, Value> {
    if json {
        return asked.json().as_object().unwrap().clone();
    }
    asked.form().into_iter().map(|(name, value)| (name, Value::String(value))).collect()
}

/// Makes the call once with `answer`, and once with every error that it may answer with.
///
/// `expected` is what Slack is told, as its own names and forms. Returns the typed answer.
async fn check<C: Call + Clone>(call: C, expected: Value, answer: Value) -> Answer<C::Output> {
    let documented = methods().remove(C::METHOD).expect("a documented method");
    let Value::Object(mut answer) = answer else { panic!("an object") };
    answer.insert("ok".to_owned(), json!(true));
    let script = Script::new().ok(&Value::Object(answer));
    let client = script.slack().client().await.unwrap();
    let answered = client.call(call.clone()).await.unwrap();
    let asked = script.request();
    assert_eq!(asked.url, format!("http://slack.test/api/{}", C::METHOD));
    let is_json = JSON.iter().any(|family| C::METHOD.starts_with(family)) && !READS.contains(&C::METHOD);
    let sent = arguments(&asked, is_json);
    assert_eq!(Value::Object(sent.clone()), expected, "{}", C::METHOD);
    let names: BTreeSet<&str> = sent.keys().map(String::as_str).collect();
    if C::METHOD != "api.test" {
        assert!(names.is_subset(&documented.arguments), "{}: {names:?}", C::METHOD);
    }
    assert!(documented.required.is_subset(&names), "{}: {names:?}", C::METHOD);
    for code in documented.errors.into_iter().chain(COMMON).chain(["a_string_of_tomorrow"]) {
        refuses(call.clone(), code).await;
    }
    answered
}

async fn refuses<C: Call>(call: C, code: &str) {
    let script = Script::new().ok(&json!({ "ok": false, "error": code, "needed": "a:b", "provided": "c:d" }));
    let error = script.slack().client().await.unwrap().call(call).await.unwrap_err();
    let class = codes().iter().find(|known| known.code == code).map(|known| known.class);
    assert_eq!(error.vendor().unwrap().code, code);
    assert_eq!(error.kind(), class.map_or(ErrorKind::Invalid, messaging_slack::Class::kind), "{code}");
    assert_eq!(error.reached(), class.map_or(messaging_core::Reached::Answered, messaging_slack::Class::reached));
    assert_eq!(
        error.is_transient(),
        class.is_some_and(|class| class.retry() != messaging_slack::Retry::Never),
        "{code}"
    );
}
