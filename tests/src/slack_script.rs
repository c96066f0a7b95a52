//! The script that Slack's packages and our own client do alike: `slack/session.tsv`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde_json::Value;

/// One call, or something that happens between calls.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// A method of the Web API, or a word that the file explains.
    pub method: String,
    /// With names in braces.
    pub arguments: Value,
    /// `ok`, or an error.
    pub expect: String,
    /// `name=/pointer` into the answer.
    pub keep: String,
}

/// The file.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("slack/session.tsv")
}

/// Reads the script.
///
/// # Panics
/// It is not there, or no script.
#[must_use]
pub fn steps() -> Vec<Step> {
    let text = std::fs::read_to_string(path()).expect("the script");
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows = rows.map(|row| {
        let columns: Vec<_> = row.split('\t').map(str::to_owned).collect();
        let [name, method, arguments, expect, keep] = columns.try_into().expect("five columns");
        Step { name, method, arguments: serde_json::from_str(&arguments).expect("JSON"), expect, keep }
    });
    rows.collect()
}

impl Step {
    /// Whether it is a method of the Web API.
    #[must_use]
    pub fn is_call(&self) -> bool {
        !["SAY", "UPLOAD", "FETCH"].contains(&self.method.as_str())
    }

    /// The arguments with what earlier steps kept.
    #[must_use]
    pub fn filled(&self, names: &BTreeMap<String, Value>) -> Value {
        filled(&self.arguments, names)
    }

    /// Keeps what later steps want of the answer.
    ///
    /// # Panics
    /// It is not in the answer.
    pub fn keep(&self, answer: &Value, names: &mut BTreeMap<String, Value>) {
        for pair in self.keep.split(" & ").filter(|pair| !pair.is_empty()) {
            let (name, pointer) = pair.split_once('=').expect("a name and a pointer");
            let value = answer.pointer(pointer).unwrap_or_else(|| panic!("{}: no {pointer} in {answer}", self.name));
            names.insert(name.to_owned(), value.clone());
        }
    }
}

/// A name that stands alone keeps its type: a moment is a number.
fn filled(value: &Value, names: &BTreeMap<String, Value>) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(key, inner)| (key.clone(), filled(inner, names))).collect(),
        Value::Array(items) => items.iter().map(|item| filled(item, names)).collect(),
        Value::String(text) => text_of(text, names),
        other => other.clone(),
    }
}

fn text_of(text: &str, names: &BTreeMap<String, Value>) -> Value {
    let alone = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    match alone.map(|name| (name, name.strip_prefix("long:"))) {
        Some((_, Some(count))) => "x".repeat(count.parse().expect("a count")).into(),
        Some((name, None)) => names.get(name).unwrap_or_else(|| panic!("nothing is named {name}")).clone(),
        None => names
            .iter()
            .fold(text.to_owned(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value.as_str().unwrap_or_default())
            })
            .into(),
    }
}
