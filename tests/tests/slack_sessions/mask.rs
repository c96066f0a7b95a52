//! Takes out of an answer what differs from session to session: names, addresses, moments; and the notes that Slack adds
//! about how a request was written.

use serde_json::{Map, Value};

use crate::Done;

/// Notes about the encoding, which each client chooses for itself.
const NOTES: [&str; 2] = ["warning", "warnings"];

/// Fields that hold something else each time.
const RANDOM: [&str; 3] = ["client_msg_id", "hash", "next_cursor"];

/// What was done in a session against the Slack at `url`.
pub(crate) fn masked(line: &Value, url: &str) -> Done {
    let step = line["step"].as_str().expect("a step").to_owned();
    Done { step, result: value(line["result"].clone(), url) }
}

fn value(told: Value, url: &str) -> Value {
    match told {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(name, _)| !NOTES.contains(&name.as_str()));
            let fields = fields.map(|(name, inner)| match inner {
                Value::String(text) if RANDOM.contains(&name.as_str()) && !text.is_empty() => (name, "<random>".into()),
                inner => (name, value(inner, url)),
            });
            // What is empty is told as nothing, or not at all; one client adds what the headers say.
            let fields = fields
                .filter(|(name, inner)| !(inner.is_null() || *inner == Value::Object(Map::new()) || is_header(name)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => items.into_iter().map(|item| value(item, url)).collect(),
        Value::String(text) => names(&text.replace(url, "<slack>")).into(),
        Value::Number(number) if number.as_u64().is_some_and(|number| number > 1_000_000_000) => "<time>".into(),
        other => other,
    }
}

fn is_header(name: &str) -> bool {
    matches!(name, "scopes" | "acceptedScopes")
}

/// `C0123ABCDE` becomes `C…`, a timestamp `<ts>`.
fn names(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '=' | '_');
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            let (word, after) = rest.split_at(end);
            out += &one(word);
            rest = after;
        }
    }
    out
}

fn one(word: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if word.split_once('.').is_some_and(|(whole, part)| whole.len() == 10 && digits(whole) && digits(part)) {
        return "<ts>".into();
    }
    if word.len() >= 9 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return format!("{}…", &word[..1]);
    }
    if word.len() >= 9 && word.starts_with('p') && digits(&word[1..]) {
        return "<ts>".into();
    }
    word.to_owned()
}
