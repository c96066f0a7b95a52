use std::collections::BTreeMap;

use serde_json::{Number, Value};

use super::error::Refusal;

/// The arguments of a call, read by type. JSON bodies carry JSON types, everything else carries strings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arguments {
    values: BTreeMap<String, Value>,
}

impl Arguments {
    pub(crate) fn new(values: BTreeMap<String, Value>) -> Self {
        Self { values }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    pub(crate) fn values(&self) -> &BTreeMap<String, Value> {
        &self.values
    }

    /// Whether it was given at all, be it empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Identifiers, which come as a list or separated by commas.
    pub(crate) fn list(&self, name: &str) -> Result<Vec<String>, Refusal> {
        let text = match self.values.get(name) {
            None => return Ok(Vec::new()),
            Some(Value::String(text)) if !text.trim_start().starts_with('[') => {
                let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
                return Ok(parts.map(str::to_owned).collect());
            }
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
        };
        serde_json::from_str(&text).map_err(|_| must(name, "provide a list of strings"))
    }

    /// A string; absent if it is empty.
    pub(crate) fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.values.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
            Some(_) => Err(must(name, "provide a string")),
        }
    }

    /// A string without which the method makes no sense.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name)?.ok_or_else(|| Refusal::arguments(&format!("missing required field: {name}")))
    }

    /// A yes or no; no if it is absent.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.values.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(Value::String(text)) => match text.to_ascii_lowercase().as_str() {
                "true" | "1" => Ok(true),
                "false" | "0" | "" => Ok(false),
                _ => Err(must(name, "provide a boolean")),
            },
            Some(Value::Number(number)) if *number == Number::from(1) => Ok(true),
            Some(Value::Number(number)) if *number == Number::from(0) => Ok(false),
            Some(_) => Err(must(name, "provide a boolean")),
        }
    }

    /// A whole number.
    pub(crate) fn count(&self, name: &str) -> Result<Option<u64>, Refusal> {
        let number = match self.values.get(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_u64(),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => text.parse().ok(),
            Some(_) => None,
        };
        number.map(Some).ok_or_else(|| must(name, "provide an integer"))
    }

    /// An object or a list, which may come as a string of JSON; `Err` if it is neither.
    pub(crate) fn structure(&self, name: &str) -> Result<Option<Value>, ()> {
        match self.values.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text).map(Some).map_err(|_| ()),
            Some(value) => Ok(Some(value.clone())),
        }
    }
}

fn must(name: &str, what: &str) -> Refusal {
    Refusal::arguments(&format!("must {what} [json-pointer:/{name}]"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn arguments(json: Value) -> Arguments {
        let Value::Object(fields) = json else { panic!("not an object") };
        Arguments::new(fields.into_iter().collect())
    }

    #[test]
    fn types_are_those_of_json_or_of_words() {
        let given = arguments(json!({ "s": "x", "e": "", "t": true, "w": "1", "n": 3, "m": "4", "o": "{\"a\":1}" }));
        assert_eq!(given.text("s"), Ok(Some("x")));
        assert_eq!(given.text("e"), Ok(None));
        assert!(given.text("n").is_err());
        assert_eq!((given.flag("t"), given.flag("w"), given.flag("none")), (Ok(true), Ok(true), Ok(false)));
        assert!(given.flag("s").is_err());
        assert_eq!((given.count("n"), given.count("m"), given.count("none")), (Ok(Some(3)), Ok(Some(4)), Ok(None)));
        assert!(given.count("s").is_err());
        assert_eq!(given.structure("o"), Ok(Some(json!({ "a": 1 }))));
        assert_eq!(given.structure("s"), Err(()));
        let given = arguments(json!({ "a": "U1, U2,", "b": ["U1"], "c": "[\"U1\"]", "d": 1, "e": "" }));
        let list = |name| given.list(name).map(|list| list.join("+"));
        assert_eq!((list("a"), list("b"), list("c")), (Ok("U1+U2".into()), Ok("U1".into()), Ok("U1".into())));
        assert_eq!((list("e"), list("none"), list("d").is_err()), (Ok(String::new()), Ok(String::new()), true));
        assert_eq!((given.has("e"), given.has("none")), (true, false));
    }
}
