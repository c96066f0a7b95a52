use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer};

/// A word that must never be seen: no `Display`, no `Serialize`, `Debug` prints `***`, memory is wiped on drop.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Hides `value`.
    pub fn new(value: impl Into<String>) -> Self {
        Self(SecretString::from(value.into()))
    }

    /// Shows the value to the one place that needs it: a signature, an `Authorization` header.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// One secret, or several while they are being rotated: all of them are believed, the first one signs.
#[derive(Clone, Debug, Default)]
pub struct Secrets(Vec<Secret>);

impl Secrets {
    /// Holds `secrets`, the current one first.
    #[must_use]
    pub fn new(secrets: Vec<Secret>) -> Self {
        Self(secrets)
    }

    /// Returns the current one.
    #[must_use]
    pub fn current(&self) -> Option<&Secret> {
        self.0.first()
    }

    /// Returns all that are believed.
    pub fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.0.iter()
    }

    /// Whether there is none, or one of them is blank: a configuration error wherever a secret is needed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.is_empty() || self.0.iter().any(|secret| secret.expose().trim().is_empty())
    }
}

impl From<&str> for Secrets {
    fn from(secret: &str) -> Self {
        Self(vec![Secret::new(secret)])
    }
}

impl<'de> Deserialize<'de> for Secrets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a string, or a list of strings while it is rotated")]
        enum Written {
            One(Secret),
            Many(Vec<Secret>),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::One(secret) => Self(vec![secret]),
            Written::Many(secrets) => Self(secrets),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing() {
        let secrets = Secrets::from("canary");
        assert_eq!(format!("{secrets:?}"), "Secrets([***])");
    }

    #[test]
    fn one_or_many_can_be_written() {
        let one: Secrets = serde_json::from_str("\"a\"").unwrap();
        let many: Secrets = serde_json::from_str("[\"a\", \"b\"]").unwrap();
        assert_eq!((one.iter().count(), many.iter().count()), (1, 2));
        assert!(Secrets::new(Vec::new()).is_blank() && Secrets::from(" ").is_blank());
    }
}
