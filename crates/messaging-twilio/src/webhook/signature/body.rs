//! What a signature says of the body.

use messaging_core::signature::sha256_hex;
use subtle::ConstantTimeEq;

use super::candidates::query;
use crate::webhook::form::Form;

/// The query key that carries the hash of a body that is no form.
const BODY_SHA256: &str = "bodySHA256";

/// The body of a callback, as it is signed.
#[derive(Debug)]
pub(crate) enum Body<'b> {
    /// A form: its fields are signed, whatever the query says.
    Form(&'b Form<'b>),
    /// JSON, or anything else, to the byte: its hash is in the query, and the query is signed.
    Raw(&'b [u8]),
}

impl Body<'_> {
    /// Returns the fields that are signed after the URL, in order.
    pub(super) fn signed(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Form(form) => form.signed(),
            Self::Raw(_) => Vec::new(),
        }
    }

    /// Whether this is the body whose hash is in the query of `url`. One that has no hash there is judged by who reads it.
    pub(crate) fn is_the_hashed_one(&self, url: &str) -> bool {
        let Self::Raw(raw) = self else { return true };
        let ours = sha256_hex([*raw]);
        hashes(url).iter().all(|given| given.as_bytes().ct_eq(ours.as_bytes()).into())
    }
}

/// Whether the query of `url` carries the hash of a body.
pub(crate) fn is_hashed(url: &str) -> bool {
    !hashes(url).is_empty()
}

/// Returns every hash in the query of `url`: a key of it, not a text that looks like one elsewhere in the URL.
fn hashes(url: &str) -> Vec<String> {
    let pairs = form_urlencoded::parse(query(url).as_bytes());
    pairs.filter(|(name, _)| name == BODY_SHA256).map(|(_, value)| value.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY_OBJECT: &str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    #[test]
    fn a_hash_is_a_key_of_the_query() {
        let hash = EMPTY_OBJECT;
        for url in [
            format!("https://x.test/?bodySHA256={hash}"),
            format!("https://x.test/w?a=1&bodySHA256={hash}&b"),
            format!("https://x.test?bodySHA256={hash}#bodySHA256=00"),
        ] {
            assert!(is_hashed(&url), "{url}");
            assert!(Body::Raw(b"{}").is_the_hashed_one(&url), "{url}");
            assert!(!Body::Raw(b"{} ").is_the_hashed_one(&url), "{url}");
        }
        for url in [
            format!("https://x.test/bodySHA256={hash}"),
            format!("https://x.test/w?xbodySHA256={hash}"),
            format!("https://x.test/w?a=bodySHA256={hash}"),
            format!("https://x.test/w?a=%26bodySHA256={hash}"),
            format!("https://x.test/w?bodysha256={hash}"),
            format!("https://x.test/w#?bodySHA256={hash}"),
        ] {
            assert!(!is_hashed(&url), "{url}");
        }
    }

    #[test]
    fn a_hash_has_one_spelling_and_every_one_given_must_hold() {
        for hash in [
            EMPTY_OBJECT.to_uppercase(),
            EMPTY_OBJECT[1..].to_owned(),
            format!("{EMPTY_OBJECT}00"),
            String::new(),
            format!("{EMPTY_OBJECT}&bodySHA256="),
            format!("00&bodySHA256={EMPTY_OBJECT}"),
        ] {
            assert!(!Body::Raw(b"{}").is_the_hashed_one(&format!("https://x.test/?bodySHA256={hash}")), "{hash}");
        }
        let form = Form::parse(b"a=1").unwrap();
        assert!(Body::Form(&form).is_the_hashed_one("https://x.test/?bodySHA256=00"));
    }
}
