use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::message::Author;

/// A command that a person gave to the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Command {
    /// Its name, with whatever the platform begins it with: `/deploy`.
    pub name: String,
    /// What follows the name, as it was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who gave it.
    pub author: Author,
    /// The vendor's own data.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: Map<String, Value>,
}

impl Command {
    /// `name`, given by `author` without another word.
    pub fn new(name: impl Into<String>, author: Author) -> Self {
        Self { name: name.into(), text: String::new(), author, attributes: Map::new() }
    }

    /// Says what follows the name.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Keeps the vendor's own data.
    #[must_use]
    pub fn with_attributes(mut self, attributes: Map<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }

    /// Returns the line as the person typed it.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { name, text, .. } = self;
        if text.is_empty() { name.clone() } else { format!("{name} {text}") }
    }
}
