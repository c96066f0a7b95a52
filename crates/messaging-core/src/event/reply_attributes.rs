use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What the replies to an event carry in [`SendMessage::attributes`](crate::SendMessage::attributes).
///
/// Whoever knows an address such as Slack's `response_url` may answer there, so `Debug` shows names and no values.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReplyAttributes(Map<String, Value>);

impl ReplyAttributes {
    /// Adds one.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// Returns one by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns all of them, for a message.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.0
    }
}

impl fmt::Debug for ReplyAttributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_stored_and_not_shown() {
        let attributes = ReplyAttributes::default().with("response_url", "https://hooks.test/canary");
        assert_eq!(format!("{attributes:?}"), r#"{"response_url"}"#);
        let stored = serde_json::to_string(&attributes).unwrap();
        assert_eq!(stored, r#"{"response_url":"https://hooks.test/canary"}"#);
        assert_eq!(serde_json::from_str::<ReplyAttributes>(&stored).unwrap(), attributes);
    }
}
