//! What a provider can be told, and where it may be written.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::{Error, ErrorKind, Result};

/// One key of a provider's settings, as the provider declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Setting {
    /// The key in `messaging.toml`.
    pub key: &'static str,
    /// The environment variable that sets it for the account named like the provider.
    pub env: Option<&'static str>,
    /// Whether it must be given, unless one of [`unless`](Self::unless) is.
    pub required: bool,
    /// The settings any of which makes a required one optional.
    pub unless: &'static [&'static str],
    /// Whether it is a secret: never shown, and readable from `…_FILE`.
    pub secret: bool,
    /// Whether it may be a table of values of its own, each of which may be looked up elsewhere.
    pub table: bool,
    /// What it is, in one line.
    pub help: &'static str,
}

impl Setting {
    /// A key that may be left out.
    #[must_use]
    pub const fn optional(key: &'static str, help: &'static str) -> Self {
        Self { key, env: None, required: false, unless: &[], secret: false, table: false, help }
    }

    /// A key that must be given.
    #[must_use]
    pub const fn required(key: &'static str, help: &'static str) -> Self {
        Self { required: true, ..Self::optional(key, help) }
    }

    /// Makes a required key optional where one of `others` is given.
    #[must_use]
    pub const fn unless(mut self, others: &'static [&'static str]) -> Self {
        self.unless = others;
        self
    }

    /// Whether `given` lacks it, although it must be given. What is blank is absent.
    #[must_use]
    pub fn is_missing_in(&self, given: &Map<String, Value>) -> bool {
        let is_given = |key: &str| match given.get(key) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(_) => true,
        };
        self.required && !is_given(self.key) && !self.unless.iter().any(|other| is_given(other))
    }

    /// Names its environment variable.
    #[must_use]
    pub const fn env(mut self, variable: &'static str) -> Self {
        self.env = Some(variable);
        self
    }

    /// Lets it be a table: without this, a table in its place says where the value is (`{ env = "NAME" }`).
    #[must_use]
    pub const fn table(mut self) -> Self {
        self.table = true;
        self
    }

    /// Marks it as a secret.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
}

/// Reads the environment of a provider whose account is named like it: `lookup` answers a variable's value.
///
/// An empty variable counts as absent. A secret is also read from the file that `…_FILE` names, through `file`.
///
/// # Errors
/// A named file cannot be read.
pub fn from_env(
    settings: &[Setting],
    lookup: impl Fn(&str) -> Option<String>,
    file: impl Fn(&str) -> std::io::Result<String>,
) -> Result<Map<String, Value>> {
    let present = |variable: &str| lookup(variable).filter(|value| !value.trim().is_empty());
    let mut found = Map::new();
    for setting in settings {
        let Some(variable) = setting.env else { continue };
        let path = setting.secret.then(|| present(&format!("{variable}_FILE"))).flatten();
        let value = match (present(variable), path) {
            (Some(value), _) => value,
            (None, Some(path)) => file(&path)
                .map_err(|cause| {
                    let message = format!("{variable}_FILE names `{path}`, which cannot be read: {cause}");
                    Error::new(ErrorKind::Config, message).with_source(cause)
                })?
                .trim_end_matches(['\n', '\r'])
                .to_owned(),
            (None, None) => continue,
        };
        found.insert(setting.key.to_owned(), Value::String(value));
    }
    Ok(found)
}

/// Checks that `given` holds the required keys and no unknown ones.
///
/// # Errors
/// [`ErrorKind::Config`], naming the key, its environment variable, and for an unknown key the closest known one.
pub fn check(provider: &str, settings: &[Setting], given: &Map<String, Value>) -> Result<()> {
    for key in given.keys() {
        if !settings.iter().any(|setting| setting.key == key) {
            let hint = did_you_mean(key, settings.iter().map(|setting| setting.key));
            return Err(Error::new(ErrorKind::Config, format!("`{provider}` has no setting `{key}`{hint}")));
        }
    }
    if let Some(setting) = settings.iter().find(|setting| setting.is_missing_in(given)) {
        let env =
            setting.env.map_or(Cow::Borrowed(""), |env| Cow::Owned(format!(" or the environment variable {env}")));
        let message =
            format!("`{provider}` needs `{}` ({}): set it in the account's table{env}", setting.key, setting.help);
        return Err(Error::new(ErrorKind::Config, message));
    }
    Ok(())
}

/// Suggests the closest of `known`, as the end of a sentence; nothing if none is close.
pub fn did_you_mean<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let scored = known.into_iter().map(|name| (strsim::damerau_levenshtein(word, name), name));
    match scored.min() {
        Some((distance, name)) if distance <= 1 + word.len() / 3 => format!("; did you mean `{name}`?"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &[Setting] = &[
        Setting::required("auth_token", "the account's auth token").env("X_AUTH_TOKEN").secret(),
        Setting::optional("base_url", "another host").env("X_BASE_URL"),
    ];

    #[test]
    fn empty_counts_as_absent_and_files_are_read() {
        let lookup = |name: &str| match name {
            "X_AUTH_TOKEN" => Some(" ".to_owned()),
            "X_AUTH_TOKEN_FILE" => Some("secret.txt".to_owned()),
            _ => None,
        };
        let found = from_env(SETTINGS, lookup, |_| Ok("s3cret\n".into())).unwrap();
        assert_eq!(found.get("auth_token"), Some(&Value::from("s3cret")));
        assert!(!found.contains_key("base_url"));
        let unreadable = from_env(SETTINGS, lookup, |_| Err(std::io::ErrorKind::NotFound.into())).unwrap_err();
        assert!(unreadable.to_string().contains("X_AUTH_TOKEN_FILE"), "{unreadable}");
    }

    #[test]
    fn errors_name_the_key_and_the_next_step() {
        let missing = check("x", SETTINGS, &Map::new()).unwrap_err().to_string();
        assert!(missing.contains("auth_token") && missing.contains("X_AUTH_TOKEN"), "{missing}");
        let typo = Map::from_iter([("auth_tokne".to_owned(), Value::from("t"))]);
        let typo = check("x", SETTINGS, &typo).unwrap_err().to_string();
        assert!(typo.contains("did you mean `auth_token`?"), "{typo}");
    }

    #[test]
    fn one_setting_may_stand_for_another() {
        let token = Setting::required("token", "a token").unless(&["url"]);
        let given = |key: &str, value: &str| Map::from_iter([(key.to_owned(), Value::from(value))]);
        for (given, missing) in [
            (Map::new(), true),
            (given("token", "t"), false),
            (given("url", "u"), false),
            (given("url", " "), true),
            (given("other", "x"), true),
        ] {
            assert_eq!(token.is_missing_in(&given), missing, "{given:?}");
        }
        assert!(!Setting::optional("x", "x").is_missing_in(&Map::new()));
    }
}
