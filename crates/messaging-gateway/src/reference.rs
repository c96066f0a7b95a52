use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use messaging_core::{
    Place, Secret, UnixMillis,
    message::Media,
    signature::{hmac_sha256, is_hmac_sha256_hex},
};
use serde::{Deserialize, Serialize};

/// Longest reference, in characters.
const LONGEST: usize = 4_096;

/// Says what is signed, so that nothing else that the key may sign one day is taken for it.
const PURPOSE: &[u8] = b"media reference, version 1\n";

/// Names one file that came in with a message of an account. Nothing else is needed to fetch it, and nobody else can
/// write one: `{base64url of this}.{HMAC-SHA-256 of that, in hex}`, letters, digits, `-`, `_` and one `.`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reference {
    /// Whose message it was.
    #[serde(rename = "a")]
    pub(crate) account: String,
    /// Where the message was; those of earlier versions do not say.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<Place>,
    /// The file as the message names it.
    #[serde(rename = "m")]
    pub(crate) media: Media,
    /// Until when it is good.
    #[serde(rename = "u")]
    pub(crate) until: UnixMillis,
}

impl Reference {
    /// Writes it down and signs it; none if it would be too long.
    pub(crate) fn sign(&self, key: &Secret) -> Option<String> {
        let said = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).ok()?);
        let mac = hex(hmac_sha256(key.expose(), &[PURPOSE, said.as_bytes()]));
        let name = format!("{said}.{mac}");
        (name.len() <= LONGEST).then_some(name)
    }

    /// Reads what [`sign`](Self::sign) wrote; none if it did not, or if it is good no more.
    pub(crate) fn read(name: &str, key: &Secret, now: UnixMillis) -> Option<Self> {
        if name.len() > LONGEST {
            return None;
        }
        let (said, mac) = name.split_once('.')?;
        if !is_hmac_sha256_hex(key.expose(), &[PURPOSE, said.as_bytes()], mac) {
            return None;
        }
        let read: Self = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(said).ok()?).ok()?;
        (now < read.until).then_some(read)
    }
}

fn hex(bytes: [u8; 32]) -> String {
    let digits = bytes.into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixMillis = UnixMillis(1_000);

    fn reference() -> Reference {
        let media = Media::at("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1?ü");
        let place = Some(Place::new("thread", ["T1", "C1", "1.000001"]));
        Reference { account: "support".into(), place, media: media.with_type("image/png"), until: UnixMillis(2_000) }
    }

    fn key(word: &str) -> Secret {
        Secret::new(word)
    }

    #[test]
    fn what_was_signed_is_read_until_it_expires() {
        let name = reference().sign(&key("k")).unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{name}");
        assert!(!name.starts_with('.'));
        assert_eq!(Reference::read(&name, &key("k"), NOW), Some(reference()));
        assert_eq!(Reference::read(&name, &key("k"), UnixMillis(1_999)), Some(reference()));
        assert_eq!(Reference::read(&name, &key("k"), UnixMillis(2_000)), None);
        assert_eq!(Reference::read(&name, &key("l"), NOW), None);
    }

    #[test]
    fn no_other_character_is_accepted_anywhere() {
        let name = reference().sign(&key("k")).unwrap();
        let alphabet = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("-_.~=/+ %\u{e9}".chars());
        let alphabet: Vec<_> = alphabet.collect();
        for at in 0..name.len() {
            let (before, rest) = name.split_at(at);
            for other in alphabet.iter().filter(|other| !rest.starts_with(**other)) {
                let forged = format!("{before}{other}{}", &rest[1..]);
                assert_eq!(Reference::read(&forged, &key("k"), NOW), None, "{forged}");
            }
            let shorter = format!("{before}{}", &rest[1..]);
            assert_eq!(Reference::read(&shorter, &key("k"), NOW), None, "{shorter}");
            assert_eq!(Reference::read(before, &key("k"), NOW), None, "{before}");
        }
        for more in ["a", "0", ".", "=", "\n"] {
            assert_eq!(Reference::read(&format!("{name}{more}"), &key("k"), NOW), None);
            assert_eq!(Reference::read(&format!("{more}{name}"), &key("k"), NOW), None);
        }
    }

    #[test]
    fn what_would_be_too_long_is_not_written_and_not_read() {
        let mut long = reference();
        long.media.url.push_str(&"x".repeat(LONGEST));
        assert_eq!(long.sign(&key("k")), None);
        assert_eq!(Reference::read(&"a".repeat(1 << 20), &key("k"), NOW), None);
    }

    #[test]
    fn a_key_that_signs_something_else_signs_no_reference() {
        let said = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&reference()).unwrap());
        let mac = hex(hmac_sha256("k", &[said.as_bytes()]));
        assert_eq!(Reference::read(&format!("{said}.{mac}"), &key("k"), NOW), None);
    }
}
