//! Where a conversation is: strings with a contract.

use std::{cmp::Ordering, fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Error, ErrorKind};

/// A conversation in a provider's own terms: `direct:+15550100001,+15550100777`.
///
/// Written as `{kind}:{part},{part}`, each part percent-encoded for `%`, `:` and `,`. A kind is made of `a-z`, `0-9`,
/// `_` and `-`; there is at least one part and no part is empty. Reading back what was written gives the same place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    kind: Arc<str>,
    parts: Arc<[String]>,
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&self.kind, &other.kind).then_with(|| compare(&self.parts, &other.parts))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares two things, most of which are one and the same.
fn compare<T: Ord + ?Sized>(one: &Arc<T>, other: &Arc<T>) -> Ordering {
    if Arc::ptr_eq(one, other) { Ordering::Equal } else { one.cmp(other) }
}

impl Place {
    /// Names a place of `kind` by its parts.
    pub fn new<P: Into<String>>(kind: &str, parts: impl IntoIterator<Item = P>) -> Self {
        Self { kind: kind.into(), parts: parts.into_iter().map(Into::into).collect() }
    }

    /// Returns what kind of place it is: `direct`, `conv`, `channel`, `thread`, …
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Returns the parts, decoded.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Returns the `index`-th part, decoded.
    #[must_use]
    pub fn part(&self, index: usize) -> Option<&str> {
        self.parts.get(index).map(String::as_str)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.kind)?;
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            encode(part, f)?;
        }
        Ok(())
    }
}

fn encode(part: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for character in part.chars() {
        match character {
            '%' => f.write_str("%25")?,
            ':' => f.write_str("%3A")?,
            ',' => f.write_str("%2C")?,
            plain => fmt::Write::write_char(f, plain)?,
        }
    }
    Ok(())
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = |why: &str| {
            let message =
                format!("`{text}` is not a conversation reference: {why}; write `{{kind}}:{{part}},{{part}}`");
            Error::new(ErrorKind::Invalid, message)
        };
        let (kind, rest) = text.split_once(':').ok_or_else(|| refuse("there is no `:`"))?;
        if !is_name(kind) {
            return Err(refuse("the kind is not made of a-z, 0-9, `_` and `-`"));
        }
        let parts: Option<Vec<String>> = rest.split(',').map(decode).collect();
        Ok(Self::new(kind, parts.ok_or_else(|| refuse("a part is empty or badly encoded"))?))
    }
}

/// Decodes what [`encode`] wrote and nothing else, so that one place has one spelling.
fn decode(part: &str) -> Option<String> {
    if part.is_empty() || part.contains(':') {
        return None;
    }
    let mut pieces = part.split('%');
    let mut decoded = pieces.next()?.to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2)?;
        decoded.push(match code {
            "25" => '%',
            "3A" => ':',
            "2C" => ',',
            _ => return None,
        });
        decoded.push_str(rest);
    }
    Some(decoded)
}

/// Whether `name` may name an account or a kind of place: `a-z`, `0-9`, `_`, `-`, 1 to 64 characters.
#[must_use]
pub fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))
}

/// A conversation across accounts: `{account}:{kind}:{parts}`, such as `slack:thread:T1,C1,1610261659.001400`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ConversationRef {
    account: Arc<str>,
    place: Place,
}

impl Ord for ConversationRef {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&self.account, &other.account).then_with(|| self.place.cmp(&other.place))
    }
}

impl PartialOrd for ConversationRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl ConversationRef {
    /// Names `place` in `account`.
    pub fn new(account: impl Into<Arc<str>>, place: Place) -> Self {
        Self { account: account.into(), place }
    }

    /// Returns the name of the account: a configured provider.
    #[must_use]
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Returns the name of the account for whoever keeps it: shared, not copied.
    #[must_use]
    pub fn shared_account(&self) -> Arc<str> {
        Arc::clone(&self.account)
    }

    /// Returns the place within the account.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }
}

impl fmt::Display for ConversationRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.account, self.place)
    }
}

impl FromStr for ConversationRef {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            Some((account, place)) if is_name(account) => Ok(Self::new(account, place.parse()?)),
            _ => Err(Error::new(
                ErrorKind::Invalid,
                format!("`{text}` does not start with an account; write `{{account}}:{{kind}}:{{part}},{{part}}`"),
            )),
        }
    }
}

macro_rules! serde_as_string {
    ($Type:ty) => {
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

serde_as_string!(Place);
serde_as_string!(ConversationRef);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_references_of_the_contract_read_back_as_written() {
        for text in [
            "twilio:conv:CH0123",
            "twilio:direct:+15550100001,+15550100777",
            "twilio:direct:whatsapp%3A+15550100001,whatsapp%3A+15550100777",
            "slack:channel:T1,C1",
            "slack:thread:T1,C1,1610261659.001400",
            "slack:dm:T1,D1",
            "web:visitor:00ff",
        ] {
            let reference: ConversationRef = text.parse().unwrap();
            assert_eq!(reference.to_string(), text);
        }
    }

    #[test]
    fn whatever_a_part_holds_survives() {
        for part in ["a:b,c%d", "%", "%25", "%3A", "é 🎉", ",,,", "::"] {
            let place = Place::new("x", [part, "y"]);
            assert_eq!(place.to_string().parse::<Place>().unwrap(), place, "{part}");
        }
    }

    #[test]
    fn a_second_spelling_is_refused() {
        for text in ["direct", "Direct:a", "direct:", "direct:a,", "direct:%61", "direct:%3a", "direct:%", "a:b:c"] {
            let error = text.parse::<Place>().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{text}");
        }
        assert!("twilio".parse::<ConversationRef>().is_err());
        assert!("Twilio:direct:a".parse::<ConversationRef>().is_err());
    }
}
