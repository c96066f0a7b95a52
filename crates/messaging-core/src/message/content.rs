use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a message carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Content {
    /// The text, as Markdown. Providers render it in their own markup.
    #[serde(default)]
    pub text: String,
    /// Files that go along, by URL.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    /// Choices offered to the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// The vendor's own rendering, passed through untouched; `text` is then its fallback.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native: Option<Value>,
}

impl Content {
    /// Carries text and nothing else.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether there is nothing to carry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.media.is_empty() && self.actions.is_empty() && self.native.is_none()
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

/// A file, by the URL it can be fetched from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Media {
    /// Where it is.
    pub url: String,
    /// MIME type, where known.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// File name, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Media {
    /// Names a file by its URL.
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into(), content_type: None, name: None }
    }

    /// Says what kind of file it is.
    #[must_use]
    pub fn with_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

/// A choice offered to a person: a button where there are buttons, a numbered line where there are none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Action {
    /// What the person reads.
    pub label: String,
    /// What comes back when they choose it.
    #[serde(default)]
    pub value: String,
}

impl Action {
    /// Offers `label`; choosing it brings `value` back.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
