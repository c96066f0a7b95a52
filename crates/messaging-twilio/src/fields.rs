//! What a request says: names and values, in order, as a form or a query.

use std::borrow::Cow;

use form_urlencoded::{Serializer, byte_serialize};
use messaging_core::{Error, ErrorKind, Result};
use serde_json::{Map, Value};

/// Names whose value is JSON written as text, wherever they appear.
const JSON_TEXT: [&str; 4] = ["Attributes", "ContentVariables", "Participant", "Tags"];

/// The fields of one request. A name may come several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(Cow<'static, str>, String)>);

impl Fields {
    /// Adds a field.
    pub(crate) fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Adds a field if there is something to say.
    pub(crate) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds an object as JSON text, unless it is empty.
    pub(crate) fn with_object(self, name: &'static str, object: Map<String, Value>) -> Self {
        if object.is_empty() { self } else { self.with(name, Value::Object(object).to_string()) }
    }

    /// Adds every member of an object of native arguments: see [`flatten`].
    pub(crate) fn with_native(mut self, object: &Map<String, Value>) -> Result<Self> {
        for (name, value) in object {
            flatten(name, value, &mut self.0)?;
        }
        Ok(self)
    }

    /// Takes every field of this name away.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(given, _)| given != name);
        self
    }

    /// What the first field of this name says.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// How many fields of this name are there.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.0.iter().filter(|(given, _)| given == name).count()
    }

    /// Whether a field of this name is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(given, _)| given == name)
    }

    /// Writes them as `application/x-www-form-urlencoded`.
    pub(crate) fn encode(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    /// Writes them behind `url` as its query.
    pub(crate) fn query_of(&self, url: &str) -> String {
        if self.0.is_empty() {
            return url.to_owned();
        }
        format!("{url}{}{}", if url.contains('?') { '&' } else { '?' }, self.encode())
    }
}

/// Writes a JSON argument as Twilio's form fields: an array repeats its name, an object joins names with a dot
/// (`MessagingBinding.Address`), and what Twilio wants as JSON text stays JSON text.
fn flatten(name: &str, value: &Value, into: &mut Vec<(Cow<'static, str>, String)>) -> Result<()> {
    let last = name.rsplit('.').next().unwrap_or(name);
    match value {
        Value::Null => {}
        Value::Bool(flag) => into.push((name.to_owned().into(), flag.to_string())),
        Value::Number(number) => into.push((name.to_owned().into(), number.to_string())),
        Value::String(text) => into.push((name.to_owned().into(), text.clone())),
        Value::Array(items) => {
            for item in items {
                if item.is_array() {
                    let message = format!("`{name}` holds a list in a list, which a form cannot carry");
                    return Err(Error::new(ErrorKind::Invalid, message));
                }
                flatten(name, item, into)?;
            }
        }
        Value::Object(_) if JSON_TEXT.contains(&last) => into.push((name.to_owned().into(), value.to_string())),
        Value::Object(members) => {
            for (member, value) in members {
                flatten(&format!("{name}.{member}"), value, into)?;
            }
        }
    }
    Ok(())
}

/// Writes an identifier as one segment of a path.
///
/// # Errors
/// It is empty, or a dot segment, which would name another resource.
pub(crate) fn segment(identifier: &str) -> Result<String> {
    if matches!(identifier, "" | "." | "..") {
        return Err(Error::new(ErrorKind::Invalid, format!("`{identifier}` names nothing at Twilio; give a SID")));
    }
    Ok(byte_serialize(identifier.as_bytes()).collect::<String>().replace('+', "%20"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_plus_and_unicode_survive_a_form() {
        let fields = Fields::default().with("To", "+1555").with("Body", "a b&c=é🎉").with("Body", "");
        assert_eq!(fields.encode(), "To=%2B1555&Body=a+b%26c%3D%C3%A9%F0%9F%8E%89&Body=");
        assert_eq!(Fields::default().query_of("https://x.test/"), "https://x.test/");
    }

    #[test]
    fn native_arguments_become_fields() {
        let payload = json!({
            "MessagingBinding": { "Address": "+1", "ProxyAddress": "+2" },
            "Attributes": { "a": 1 },
            "MediaUrl": ["https://x.test/1", "https://x.test/2"],
            "Participant": [{ "identity": "u" }],
            "PageSize": 5, "ForceDelivery": true, "From": null,
        });
        let fields = Fields::default().with_native(payload.as_object().unwrap()).unwrap();
        let mut pairs: Vec<_> = fields.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.sort();
        assert_eq!(
            pairs,
            [
                r#"Attributes={"a":1}"#,
                "ForceDelivery=true",
                "MediaUrl=https://x.test/1",
                "MediaUrl=https://x.test/2",
                "MessagingBinding.Address=+1",
                "MessagingBinding.ProxyAddress=+2",
                "PageSize=5",
                r#"Participant={"identity":"u"}"#,
            ]
        );
        let nested = json!({ "A": [[1]] });
        assert!(Fields::default().with_native(nested.as_object().unwrap()).is_err());
    }

    #[test]
    fn an_identifier_stays_one_segment() {
        assert_eq!(segment("room 7/b?x#y").unwrap(), "room%207%2Fb%3Fx%23y");
        for nothing in ["", ".", ".."] {
            assert!(segment(nothing).is_err());
        }
    }
}
