use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The text that is signed: the URL as it is called, and then every distinct key in byte order with every distinct
/// value of it, sorted (<https://www.twilio.com/docs/usage/security#validating-requests>).
fn text<K: AsRef<str>, V: AsRef<str>>(url: &str, params: &[(K, V)]) -> String {
    let mut pairs: Vec<_> = params.iter().map(|(key, value)| (key.as_ref(), value.as_ref())).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().fold(url.to_owned(), |text, (key, value)| text + key + value)
}

/// `X-Twilio-Signature` with the account's token: HMAC-SHA-1 in base64.
pub(crate) fn sign<K: AsRef<str>, V: AsRef<str>>(token: &str, url: &str, params: &[(K, V)]) -> String {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(token.as_bytes()) else { return String::new() };
    mac.update(text(url, params).as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// The same with a shared key: HMAC-SHA-256.
pub(crate) fn sign_shared<K: AsRef<str>, V: AsRef<str>>(secret: &str, url: &str, params: &[(K, V)]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(text(url, params).as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// A URL with the hash of a body that is no form.
pub(crate) fn hashed(url: &str, body: &[u8]) -> String {
    let joint = if url.contains('?') { '&' } else { '?' };
    let start = format!("{url}{joint}bodySHA256=");
    Sha256::digest(body).iter().fold(start, |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const CALL: [(&str, &str); 5] = [
        ("To", "+18005551212"),
        ("CallSid", "CA1234567890ABCDE"),
        ("From", "+14158675309"),
        ("Caller", "+14158675309"),
        ("Digits", "1234"),
    ];
    const NOTHING: [(&str, &str); 0] = [];

    #[test]
    fn the_vendors_own_vectors_come_out() {
        assert_eq!(sign("12345", URL, &CALL), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        let with_port = "http://mycompany.com:1234/myapp.php?foo=1&bar=2";
        assert_eq!(sign("12345", with_port, &CALL), "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
        assert_eq!(sign_shared("12345", URL, &CALL), "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=");
    }

    #[test]
    fn repeated_keys_are_signed_once_per_value() {
        let params =
            [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")];
        assert_eq!(sign("12345", URL, &params), "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
    }

    #[test]
    fn keys_are_sorted_before_they_meet_their_values() {
        let mut params = CALL.to_vec();
        params.extend([("ReasonConferenceEnded", "test"), ("Reason", "Participant")]);
        assert_eq!(sign("12345", URL, &params), "vOEb5UThFn24KEfnOFLQY2AE5FY=");
    }

    #[test]
    fn text_is_signed_in_utf_8_and_an_empty_value_leaves_its_key() {
        let params = [("Body", "Ça va? é ü 😀"), ("From", "+33612345678"), ("ProfileName", "")];
        assert_eq!(sign("12345", "https://example.com/twilio/sms", &params), "rPSOXCiHc4k2Pf5kSZu3GWt8zzA=");
    }

    #[test]
    fn a_body_that_is_no_form_is_hashed_into_the_query() {
        let url = hashed(URL, br#"{"property": "value", "boolean": true}"#);
        assert_eq!(sign("12345", &url, &NOTHING), "a9nBmqA0ju/hNViExpshrM61xv4=");
        let url = hashed("https://mycompany.com/myapp.php", br#"{"property": "value", "boolean": true}"#);
        assert_eq!(sign("12345", &url, &NOTHING), "y77kIzt2vzLz71DgmJGsen2scGs=");
    }
}
