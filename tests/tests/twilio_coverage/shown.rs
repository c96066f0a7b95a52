//! Whether a parameter is read back: by fetching what was made or changed, or by what a list holds.

use messaging_tests::twilio_table::Parameter;
use serde_json::{Value, json};

use crate::{
    cases::Case,
    stage::{Answer, Pairs},
    state::{merged, pairs},
    walk::{Called, Walk},
};

/// Where a parameter was found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Again,
    /// No documented answer has a field for it.
    Nowhere,
}

pub(crate) async fn check(
    walk: &Walk<'_>,
    parameter: &Parameter,
    case: &Case,
    called: &Called,
) -> Result<Shown, String> {
    if case.shows == "-" {
        return Ok(Shown::Nowhere);
    }
    if case.shows.starts_with("drops ") {
        return filters(walk, parameter, case, called).await.map(|()| Shown::Again);
    }
    let (field, expected) = match case.shows.split_once('=') {
        Some((field, expected)) => (field.to_owned(), Some(expected.to_owned())),
        None if case.shows.is_empty() => (snake(&parameter.name), None),
        None => (case.shows.clone(), None),
    };
    for answer in [Some(called.answer.clone()), fetched(walk, called).await].into_iter().flatten() {
        if let Some(field) = field.strip_suffix('~') {
            if answer.at(field).is_none_or(Value::is_null) {
                return Err(format!("{field} is empty in {}", answer.body));
            }
            continue;
        }
        let value = expected.clone().unwrap_or_else(|| called.value.clone()).replace("{media}", &called.value);
        let found = answer.at(&field).cloned().unwrap_or_default();
        let wanted = like(&found, &value, parameter.repeated && expected.is_none());
        if found != wanted {
            return Err(format!("{field} is {found}, not {wanted}"));
        }
    }
    Ok(Shown::Again)
}

/// What the operation made or changed, asked for anew.
async fn fetched(walk: &Walk<'_>, called: &Called) -> Option<Answer> {
    let is_instance = walk.operation.path.trim_end_matches(".json").ends_with('}');
    let path = match walk.table.at("GET", &walk.operation.path) {
        Some(fetch) if is_instance || fetch.name.starts_with("Fetch") => called.path.clone(),
        _ => {
            let sid = called.answer.body["sid"].as_str()?;
            let (folder, end) =
                called.path.strip_suffix(".json").map_or((called.path.as_str(), ""), |path| (path, ".json"));
            let path = format!("{folder}/{sid}{end}");
            walk.table.find("GET", &path)?;
            path
        }
    };
    Some(called.stage.call("GET", &path, "", &Pairs::new(), None).await)
}

/// A list that is asked for another value is empty.
async fn filters(walk: &Walk<'_>, parameter: &Parameter, case: &Case, called: &Called) -> Result<(), String> {
    let key = list_key(walk);
    let count = |answer: &Answer| answer.body[&key].as_array().map_or(0, Vec::len);
    if count(&called.answer) == 0 {
        return Err("lists nothing".into());
    }
    let least = pairs(&walk.cases.least(walk.operation, walk.table));
    let mut sent = merged(&least, &case.beside);
    sent.retain(|(name, _)| *name != parameter.name);
    sent.push((parameter.name.clone(), called.other.clone()));
    let answer = walk.send(&called.stage, &called.path, &sent, None).await;
    match (answer.status, count(&answer)) {
        (200, 0) => Ok(()),
        (200, more) => Err(format!("{}={} lists {more}", parameter.name, called.other)),
        _ => Err(format!("{}={}: {}", parameter.name, called.other, answer.complaint())),
    }
}

/// The name of the list in a list's answer.
pub(crate) fn list_key(walk: &Walk<'_>) -> String {
    let list = walk.operation.fields.iter().find(|field| field.kind == "array:object");
    list.map(|field| field.name.clone()).unwrap_or_default()
}

/// A value written as the answer writes it.
fn like(found: &Value, value: &str, repeated: bool) -> Value {
    if repeated {
        return json!(value.split(" | ").collect::<Vec<_>>());
    }
    match (found, value) {
        (Value::Bool(_), "true" | "false") => json!(value == "true"),
        (Value::Number(_), number) => number.parse::<i64>().map_or_else(|_| json!(number), |number| json!(number)),
        _ => json!(value),
    }
}

/// `MessagingBinding.ProxyAddress` is shown as `messaging_binding.proxy_address`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (at, c) in name.char_indices() {
        if c.is_ascii_uppercase() && at > 0 && !out.ends_with('.') {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
