use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// JSON that Twilio keeps and hands out as text: attributes, content variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JsonText(String);

impl JsonText {
    /// Returns the text as it stands.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads the text; none if it is no JSON.
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        serde_json::from_str(&self.0).ok()
    }

    /// Reads the text as an object; none if it is something else.
    #[must_use]
    pub fn object(&self) -> Option<Map<String, Value>> {
        serde_json::from_str(&self.0).ok()
    }
}

/// Takes the text as it is.
impl From<&str> for JsonText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Takes the text as it is.
impl From<String> for JsonText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<Value> for JsonText {
    fn from(value: Value) -> Self {
        Self(value.to_string())
    }
}

impl From<Map<String, Value>> for JsonText {
    fn from(object: Map<String, Value>) -> Self {
        Self(Value::Object(object).to_string())
    }
}

impl fmt::Display for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
