//! Scripts that Twilio's packages and our own client do alike: `twilio/session.tsv`, `twilio/rejections.tsv`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use http::{Method, Request};

use serde_json::{Value, json};

use crate::emulated::Emulated;

/// One call, or something that a person writes (`SAY`).
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// `GET`, `POST`, `DELETE`, or a word that the file explains.
    pub method: String,
    /// With names in braces.
    pub path: String,
    /// `Name=value & Name=value`
    pub params: String,
    /// `ok`, or a status and a code.
    pub expect: String,
    /// `name=field` of the answer.
    pub keep: String,
}

/// What came of a step, with nothing in it that differs from session to session.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The name of the step.
    pub step: String,
    /// The answer, or `{"refused": [status, code]}`.
    pub result: Value,
}

/// A file of `twilio/`.
#[must_use]
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("twilio").join(name)
}

/// Reads a script.
///
/// # Panics
/// It is not there, or no script.
#[must_use]
pub fn steps(name: &str) -> Vec<Step> {
    let text = std::fs::read_to_string(path(name)).unwrap();
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows = rows.map(|row| {
        let columns: Vec<_> = row.split('\t').map(str::to_owned).collect();
        let [name, method, path, params, expect, keep] = columns.try_into().expect("six columns");
        Step { name, method, path, params, expect, keep }
    });
    rows.collect()
}

impl Step {
    /// Whether anything answers it.
    #[must_use]
    pub fn is_call(&self) -> bool {
        !["SAY", "FAULT", "AT"].contains(&self.method.as_str())
    }

    /// Checks that it came to what the script says.
    ///
    /// # Panics
    /// It did not.
    pub fn check(&self, result: &Value) {
        let refused = &result["refused"];
        if self.expect.starts_with("ok") {
            assert!(refused.is_null(), "{}: {result}", self.name);
            return self.waited(result);
        }
        let (status, code) = self.expect.split_once(' ').expect("a status and a code");
        let is = |wanted: &str, found: &Value| {
            found.is_number() && (wanted == "*" || wanted.parse().is_ok_and(|wanted: u64| *found == wanted))
        };
        assert!(is(status, &refused[0]) && is(code, &refused[1]), "{}: {} but {result}", self.name, self.expect);
    }

    fn waited(&self, result: &Value) {
        let wanted = self.expect.trim_start_matches("ok").trim();
        if let Some((field, value)) = wanted.split_once('=') {
            assert_eq!(result[field], value, "{}", self.name);
        } else if !wanted.is_empty() {
            let count = result.as_array().map_or(0, Vec::len);
            assert!(count >= wanted.parse().unwrap(), "{}: {result}", self.name);
        }
    }
}

/// What is filled in from the beginning.
#[must_use]
pub fn names(twilio: &Emulated) -> BTreeMap<String, String> {
    let mut names = twilio.names();
    names.insert("tomorrow".into(), tomorrow());
    names
}

/// A moment a day from now, to the second.
fn tomorrow() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let days = i64::try_from(now.as_secs() / 86_400).unwrap() + 1;
    // Days since 1970 to a date, after Howard Hinnant's "chrono-compatible low-level date algorithms".
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T23:59:59Z")
}

/// A callback, as the validators are asked about it.
///
/// # Panics
/// It is not text.
#[must_use]
pub fn question(request: &Request<Bytes>, token: &str, keys: &BTreeMap<String, String>) -> String {
    let header = |name| request.headers().get(name).map(|value| value.to_str().expect("text"));
    let kind = if request.method() == Method::GET { "get" } else { "form" };
    let body = String::from_utf8(request.body().to_vec()).expect("text");
    json!({
        "kind": kind,
        "url": request.uri().to_string(),
        "body": body,
        "signature": header("x-twilio-signature"),
        "settings": header("x-twilio-webhooks-signature-settings"),
        "token": token,
        "keys": keys,
    })
    .to_string()
}
