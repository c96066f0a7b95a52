//! What a callback says: form fields, decoded.

use std::collections::{BTreeMap, BTreeSet};

use messaging_core::{Error, ErrorKind, Result};

/// The most fields a callback may have; the largest real ones have about fifty.
const MAX_FIELDS: usize = 512;

/// Fields that decide what happens: two different values of one of them cannot be put in order by a signature.
const DECIDING: [&str; 22] = [
    "AccountSid",
    "Attributes",
    "Author",
    "Body",
    "ButtonPayload",
    "ClientIdentity",
    "ConversationSid",
    "ErrorCode",
    "EventType",
    "ExternalUserId",
    "From",
    "Identity",
    "ListId",
    "MessageSid",
    "MessageStatus",
    "OptOutType",
    "ParticipantSid",
    "SmsStatus",
    "Source",
    "StateTo",
    "Status",
    "To",
];

/// Decoded fields, in the order they came. A name may come several times.
#[derive(Debug, Default)]
pub(crate) struct Form {
    fields: Vec<(String, String)>,
    defect: Option<&'static str>,
}

impl Form {
    /// Decodes `application/x-www-form-urlencoded`. What is badly encoded is read as far as it goes and refused by
    /// [`check`](Self::check), so that a signature can be looked at first.
    ///
    /// # Errors
    /// There are too many fields to look at.
    pub(crate) fn parse(raw: &[u8]) -> Result<Self> {
        let ampersands = raw.iter().filter(|byte| **byte == b'&').take(MAX_FIELDS).count();
        if ampersands >= MAX_FIELDS {
            let message = format!("the callback has more than {MAX_FIELDS} fields; Twilio sends about fifty");
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        let fields = form_urlencoded::parse(raw).into_owned().collect();
        Ok(Self { fields, defect: defect(raw) })
    }

    /// Refuses what was badly encoded or says two things at once.
    pub(crate) fn check(&self) -> Result<()> {
        let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
        if let Some(defect) = self.defect {
            return refuse(format!("the callback's form is badly encoded: {defect}"));
        }
        let mut said = BTreeMap::new();
        for (name, value) in self.fields.iter().filter(|(name, _)| DECIDING.contains(&name.as_str())) {
            if said.insert(name, value).is_some_and(|before| before != value) {
                return refuse(format!("the callback says `{name}` twice, and differently"));
            }
        }
        Ok(())
    }

    /// Returns every distinct field, sorted by name and then by value, both bytewise: the order Twilio signs them in.
    pub(crate) fn signed(&self) -> BTreeSet<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// Returns every field, in the order they came.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns a field, unless it is absent or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let value = self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
        value.filter(|value| !value.is_empty())
    }

    /// Returns a field that must be there.
    pub(crate) fn required(&self, name: &str) -> Result<&str> {
        self.get(name).ok_or_else(|| Error::new(ErrorKind::Invalid, format!("the callback has no `{name}`")))
    }
}

/// What is wrong with the encoding, if anything: the decoder itself would put something in its place.
pub(crate) fn defect(raw: &[u8]) -> Option<&'static str> {
    let mut decoded = Vec::with_capacity(raw.len());
    let mut rest = raw.iter();
    while let Some(byte) = rest.next() {
        if *byte != b'%' {
            decoded.push(*byte);
            continue;
        }
        let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
        match (digit(rest.next()), digit(rest.next())) {
            (Some(high), Some(low)) => decoded.push(u8::try_from(high * 16 + low).unwrap_or_default()),
            _ => return Some("a `%` is not followed by two hexadecimal digits"),
        }
    }
    std::str::from_utf8(&decoded).err().map(|_| "it is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_decoded() {
        let form = Form::parse(b"Body=a+b%2Bc%26%3D&From=%2B1555&Empty=&Emoji=%F0%9F%8E%89&Bare").unwrap();
        form.check().unwrap();
        assert_eq!(form.get("Body"), Some("a b+c&="));
        assert_eq!(form.get("From"), Some("+1555"));
        assert_eq!(form.get("Emoji"), Some("🎉"));
        assert_eq!((form.get("Empty"), form.get("Bare"), form.get("Absent")), (None, None, None));
        assert!(form.required("Empty").unwrap_err().to_string().contains("`Empty`"));
    }

    #[test]
    fn bad_encoding_is_refused_but_can_be_looked_at() {
        for raw in [&b"Body=%"[..], b"Body=%4", b"Body=%zz", b"Body=%ff", b"Body=\xff", b"Body=%C3&x=%A9"] {
            let form = Form::parse(raw).unwrap();
            assert_eq!(form.check().unwrap_err().kind(), ErrorKind::Invalid, "{raw:?}");
            assert!(!form.signed().is_empty());
        }
    }

    #[test]
    fn fields_are_bounded() {
        assert!(Form::parse("a=1&".repeat(511).as_bytes()).is_ok());
        assert_eq!(Form::parse("a=1&".repeat(512).as_bytes()).unwrap_err().kind(), ErrorKind::Invalid);
    }

    #[test]
    fn a_deciding_field_says_one_thing() {
        Form::parse(b"From=1&From=1&MediaUrl=a&MediaUrl=b").unwrap().check().unwrap();
        let error = Form::parse(b"From=1&From=2").unwrap().check().unwrap_err().to_string();
        assert!(error.contains("`From` twice"), "{error}");
    }
}
