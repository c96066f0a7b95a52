//! What a callback says: form fields, decoded.

use std::borrow::Cow;

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

/// Room for fields that a form is made with.
const USUAL_FIELDS: usize = 32;

/// Defects of an encoding.
const NO_DIGITS: &str = "a `%` is not followed by two hexadecimal digits";
const NOT_UTF8: &str = "it is not UTF-8";

/// Decoded fields, in the order they came. A name may come several times. What needs no decoding is not copied.
#[derive(Debug, Default)]
pub(crate) struct Form<'f> {
    fields: Vec<(Cow<'f, str>, Cow<'f, str>)>,
    defect: Option<&'static str>,
}

impl<'f> Form<'f> {
    /// Decodes `application/x-www-form-urlencoded`. What is badly encoded is read as far as it goes and refused by
    /// [`check`](Self::check), so that a signature can be looked at first.
    ///
    /// # Errors
    /// There are too many fields to look at.
    pub(crate) fn parse(raw: &'f [u8]) -> Result<Self> {
        let (mut fields, mut defects) = (Vec::with_capacity(USUAL_FIELDS), Defects::default());
        for (ampersands, pair) in raw.split(|byte| *byte == b'&').enumerate() {
            if ampersands >= MAX_FIELDS {
                let message = format!("the callback has more than {MAX_FIELDS} fields; Twilio sends about fifty");
                return Err(Error::new(ErrorKind::Invalid, message));
            }
            if pair.is_empty() {
                continue;
            }
            let (name, value) = pair
                .iter()
                .position(|byte| *byte == b'=')
                .and_then(|at| pair.split_at_checked(at))
                .map_or((pair, &b""[..]), |(name, value)| (name, value.strip_prefix(b"=").unwrap_or_default()));
            fields.push((decoded(name, &mut defects), decoded(value, &mut defects)));
        }
        Ok(Self { fields, defect: defects.first() })
    }

    /// Refuses what was badly encoded or says two things at once.
    pub(crate) fn check(&self) -> Result<()> {
        let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
        if let Some(defect) = self.defect {
            return refuse(format!("the callback's form is badly encoded: {defect}"));
        }
        let mut deciding = self.fields.iter().filter(|(name, _)| DECIDING.contains(&name.as_ref())).collect::<Vec<_>>();
        deciding.sort_unstable();
        match deciding.windows(2).find(|two| matches!(two, [(one, a), (other, b)] if one == other && a != b)) {
            Some([(name, _), ..]) => refuse(format!("the callback says `{name}` twice, and differently")),
            _ => Ok(()),
        }
    }

    /// Returns every distinct field, sorted by name and then by value, both bytewise: the order Twilio signs them in.
    pub(crate) fn signed(&self) -> Vec<(&str, &str)> {
        let mut fields: Vec<_> = self.fields().collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// Returns every field, in the order they came.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    /// Returns a field, unless it is absent or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let value = self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_ref());
        value.filter(|value| !value.is_empty())
    }

    /// Returns a field that must be there.
    pub(crate) fn required(&self, name: &str) -> Result<&str> {
        self.get(name).ok_or_else(|| Error::new(ErrorKind::Invalid, format!("the callback has no `{name}`")))
    }
}

/// What is wrong with the encoding.
#[derive(Clone, Copy, Debug, Default)]
struct Defects {
    percent: bool,
    utf8: bool,
}

impl Defects {
    fn first(self) -> Option<&'static str> {
        if self.percent { Some(NO_DIGITS) } else { self.utf8.then_some(NOT_UTF8) }
    }
}

/// Decodes a name or a value. What is badly encoded stays as it is, or becomes U+FFFD.
fn decoded<'f>(raw: &'f [u8], defects: &mut Defects) -> Cow<'f, str> {
    if raw.iter().all(|byte| byte.is_ascii() && !matches!(byte, b'%' | b'+')) {
        return String::from_utf8_lossy(raw);
    }
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        bytes.push(match (byte, hex(rest.first()), hex(rest.get(1))) {
            (b'%', Some(high), Some(low)) => {
                rest = rest.get(2..).unwrap_or_default();
                high << 4 | low
            }
            (b'%', ..) => {
                defects.percent = true;
                b'%'
            }
            (b'+', ..) => b' ',
            (byte, ..) => *byte,
        });
    }
    Cow::Owned(String::from_utf8(bytes).unwrap_or_else(|error| {
        defects.utf8 = true;
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    }))
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    match *digit? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ (b'a'..=b'f' | b'A'..=b'F') => Some((digit | 0x20) - b'a' + 10),
        _ => None,
    }
}

/// What is wrong with the encoding, if anything: the decoder itself would put something in its place.
pub(crate) fn defect(raw: &[u8]) -> Option<&'static str> {
    let mut defects = Defects::default();
    decoded(raw, &mut defects);
    defects.first()
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

    /// Whatever comes is read as a browser's form is read, and what is no good is known.
    #[test]
    fn noise_is_decoded_as_everywhere() {
        const PIECES: [&[u8]; 16] = [
            b"a",
            b"B",
            b"%",
            b"%4",
            b"%41",
            b"%c3%a9",
            b"%C3",
            b"\xff",
            "é".as_bytes(),
            b"+",
            b"&",
            b"=",
            b"%2b",
            b"%zz",
            b"%%41",
            b"0",
        ];
        let mut random = fastrand::Rng::with_seed(5);
        for round in 0..20_000 {
            let raw: Vec<u8> =
                (0..random.usize(0..12)).flat_map(|_| PIECES[random.usize(..PIECES.len())].to_vec()).collect();
            let form = Form::parse(&raw).unwrap();
            let known: Vec<_> = form_urlencoded::parse(&raw).collect();
            assert_eq!(form.fields, known, "round {round}: {raw:?}");
            assert_eq!(form.defect, defect(&raw), "round {round}: {raw:?}");
            let mut marks =
                raw.iter().enumerate().filter(|(_, byte)| **byte == b'%').map(|(at, _)| raw.get(at + 1..at + 3));
            let is_good = marks.all(|two| two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)));
            assert_eq!(form.defect == Some(NO_DIGITS), !is_good, "round {round}: {raw:?}");
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
