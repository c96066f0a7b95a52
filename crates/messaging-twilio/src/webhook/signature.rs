//! `X-Twilio-Signature`: Base64 of HMAC-SHA-1 over the URL and the sorted fields
//! (<https://www.twilio.com/docs/usage/security#validating-requests>).

use http::HeaderMap;
use messaging_core::{Error, ErrorKind, Result, Secrets, signature::is_hmac_sha1_base64};

use super::form::Form;

/// Returns the one signature a callback carries.
///
/// # Errors
/// There is none, or there are several: which one a proxy looked at could not be told.
pub(crate) fn given(headers: &HeaderMap) -> Result<&str> {
    let mut all = headers.get_all("x-twilio-signature").iter();
    match (all.next().and_then(|value| value.to_str().ok()), all.next()) {
        (Some(signature), None) => Ok(signature),
        _ => Err(Error::new(ErrorKind::Unauthorized, "the callback does not carry exactly one X-Twilio-Signature")),
    }
}

/// Checks a signature over `url` and `form` with every token that is believed.
///
/// # Errors
/// It is not what any of them makes.
pub(crate) fn verify(tokens: &Secrets, url: &str, form: &Form, given: &str) -> Result<()> {
    let fields = form.signed();
    for url in spellings(url) {
        let mut pieces = vec![url.as_bytes()];
        pieces.extend(fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]));
        if tokens.iter().any(|token| is_hmac_sha1_base64(token.expose(), &pieces, given)) {
            return Ok(());
        }
    }
    let message = "X-Twilio-Signature does not match: `webhook_url` must be the URL Twilio calls, to the letter, and \
                   `auth_token` the account's primary one";
    Err(Error::new(ErrorKind::Unauthorized, message))
}

/// The URL without its port and with it: Twilio signs one or the other.
fn spellings(url: &str) -> [String; 2] {
    let url = url.split('#').next().unwrap_or_default();
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let host_at = authority.rfind('@').map_or(0, |at| at + 1);
    // The colons of an IPv6 address are inside brackets.
    let port_from = authority.rfind(']').unwrap_or(host_at);
    let tail = authority.get(port_from..).unwrap_or_default();
    let (host, port) = match tail.rfind(':').and_then(|at| authority.split_at_checked(port_from + at)) {
        Some((host, port)) => (host, port.trim_start_matches(':')),
        None => (authority, if scheme == "http" { "80" } else { "443" }),
    };
    [format!("{scheme}://{host}{rest}"), format!("{scheme}://{host}:{port}{rest}")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use form_urlencoded::Serializer;

    const U: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const P: [(&str, &str); 5] = [
        ("CallSid", "CA1234567890ABCDE"),
        ("Caller", "+14158675309"),
        ("Digits", "1234"),
        ("From", "+14158675309"),
        ("To", "+18005551212"),
    ];

    fn holds(url: &str, fields: &[(&str, &str)], signature: &str) -> bool {
        let raw = Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = Form::parse(raw.as_bytes()).unwrap();
        let rotated = Secrets::new(vec![messaging_core::Secret::new("newer"), messaging_core::Secret::new("12345")]);
        let held = verify(&"12345".into(), url, &form, signature).is_ok();
        assert_eq!(held, verify(&rotated, url, &form, signature).is_ok(), "rotation");
        assert!(verify(&"54321".into(), url, &form, signature).is_err(), "another token");
        held
    }

    /// The vectors of Twilio's own SDK test suites, received as written here.
    #[test]
    fn the_vectors_of_twilio_s_sdks_hold() {
        let ended = [&P[..], &[("ReasonConferenceEnded", "test"), ("Reason", "Participant")]].concat();
        let digits =
            [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")];
        let address = "MessagingBinding.Address";
        let unicode = [("Body", "Ça va? é ü 😀"), ("From", "+33612345678"), ("ProfileName", "")];
        for (url, fields, signature) in [
            (U, &P[..], "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            ("https://mycompany.com:1234/myapp.php?foo=1&bar=2", &P, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            ("http://mycompany.com:1234/myapp.php?foo=1&bar=2", &P, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
            (U, &P, "kvajT1Ptam85bY51eRf/AJRuM3w="),
            ("https://mycompany.com:443/myapp.php?foo=1&bar=2", &P, "kvajT1Ptam85bY51eRf/AJRuM3w="),
            ("http://mycompany.com/myapp.php?foo=1&bar=2", &P, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
            ("http://mycompany.com:80/myapp.php?foo=1&bar=2", &P, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
            (U, &digits, "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
            (U, &[(address, "+1415xxxxxxx"), (address, "+1325xxxxxxx")], "83O6e2vORAoJHUNzJjDWN1jz+BA="),
            (U, &[(address, "+1325xxxxxxx"), (address, "+1415xxxxxxx")], "83O6e2vORAoJHUNzJjDWN1jz+BA="),
            ("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", &P, "CukzLTc1tT5dXEDIHm/tKBanW10="),
            ("https://user@mycompany.com/myapp.php?foo=1&bar=2", &P, "2YRLlVAflCqxaNicjMpJcSTgzSs="),
            ("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", &P, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="),
            (U, &ended, "vOEb5UThFn24KEfnOFLQY2AE5FY="),
            ("http://mycompany.com/myapp.php?foo=1&bar=2", &ended, "n2xBNyzSW7rfYStDtOFiFMv7qNo="),
            (U, &[("property", "value"), ("boolean", "true")], "NBdBDr/T/lgjI+tlgpXjKZQZs/k="),
            ("https://example.com/twilio/sms", &unicode, "rPSOXCiHc4k2Pf5kSZu3GWt8zzA="),
        ] {
            assert!(holds(url, fields, signature), "{url} {signature}");
            assert!(!holds(&format!("{url}&x"), fields, signature), "{url}");
            assert!(!holds(url, &fields[1..], signature), "{url}");
        }
        // Sorted by what is concatenated instead of by name: refused.
        assert!(!holds(U, &ended, "95+Bu0JVPi0r/SsESZCVf0dWAjw="));
    }

    #[test]
    fn a_second_spelling_of_a_signature_is_refused() {
        for signature in
            ["RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", " RSOYDt4T1cUTdK1PDd93/VVr8B8=", "", "="]
        {
            assert!(!holds(U, &P, signature), "{signature}");
        }
    }

    #[test]
    fn a_url_is_spelled_with_its_port_and_without() {
        for (url, without, with) in [
            ("https://x.test/a?b=c:d@e", "https://x.test/a?b=c:d@e", "https://x.test:443/a?b=c:d@e"),
            ("http://x.test", "http://x.test", "http://x.test:80"),
            ("http://127.0.0.1:7400/w?a", "http://127.0.0.1/w?a", "http://127.0.0.1:7400/w?a"),
            ("https://u:p@x.test:8443/", "https://u:p@x.test/", "https://u:p@x.test:8443/"),
            ("https://[::1]:8443/w", "https://[::1]/w", "https://[::1]:8443/w"),
            ("https://[::1]/w", "https://[::1]/w", "https://[::1]:443/w"),
            ("https://x.test/w#rc=2", "https://x.test/w", "https://x.test:443/w"),
        ] {
            assert_eq!(spellings(url), [without, with], "{url}");
        }
    }

    #[test]
    fn exactly_one_signature_is_read() {
        let mut headers = HeaderMap::new();
        assert_eq!(given(&headers).unwrap_err().kind(), ErrorKind::Unauthorized);
        headers.append("x-twilio-signature", "a".parse().unwrap());
        assert_eq!(given(&headers).unwrap(), "a");
        headers.append("x-twilio-signature", "a".parse().unwrap());
        assert_eq!(given(&headers).unwrap_err().kind(), ErrorKind::Unauthorized);
    }
}
