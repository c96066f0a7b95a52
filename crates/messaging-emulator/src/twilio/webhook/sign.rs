use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// `X-Twilio-Signature`: HMAC-SHA-1 over the URL as it is called, and then every distinct key in byte order with every
/// distinct value of it, sorted (<https://www.twilio.com/docs/usage/security#validating-requests>).
pub(crate) fn sign<K: AsRef<str>, V: AsRef<str>>(token: &str, url: &str, params: &[(K, V)]) -> String {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(token.as_bytes()) else { return String::new() };
    mac.update(url.as_bytes());
    let mut pairs: Vec<_> = params.iter().map(|(key, value)| (key.as_ref(), value.as_ref())).collect();
    pairs.sort_unstable();
    pairs.dedup();
    for (key, value) in pairs {
        mac.update(key.as_bytes());
        mac.update(value.as_bytes());
    }
    STANDARD.encode(mac.finalize().into_bytes())
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

    #[test]
    fn the_vendors_own_vectors_come_out() {
        assert_eq!(sign("12345", URL, &CALL), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        let with_port = "http://mycompany.com:1234/myapp.php?foo=1&bar=2";
        assert_eq!(sign("12345", with_port, &CALL), "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
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
}
