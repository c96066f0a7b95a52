//! The vectors of Twilio's own SDKs, and what must not pass beside them.

use std::collections::BTreeMap;

use form_urlencoded::Serializer;
use messaging_core::{Secret, Secrets};

use super::*;
use crate::{TwilioConfig, webhook::form::Form};

const U: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
const JSON: &str = r#"{"property": "value", "boolean": true}"#;
const KEY: &str = "webhooks_sharedkey_01";
const SHA256: &str = "key=webhooks_sharedkey_01,algorithm=HMAC_SHA256";
const P: [(&str, &str); 5] = [
    ("CallSid", "CA1234567890ABCDE"),
    ("Caller", "+14158675309"),
    ("Digits", "1234"),
    ("From", "+14158675309"),
    ("To", "+18005551212"),
];

fn account(tokens: &[&str]) -> Account {
    let tokens = Secrets::new(tokens.iter().map(|token| Secret::new(*token)).collect());
    let mut config = TwilioConfig::new("AC00000000000000000000000000000001", tokens);
    config.webhook_signing_keys = BTreeMap::from([(KEY.into(), Secret::new("12345"))]);
    Account::new(config).unwrap()
}

fn headers(signature: &str, settings: Option<&str>) -> HeaderMap {
    let mut headers = HeaderMap::from_iter([("x-twilio-signature".parse().unwrap(), signature.parse().unwrap())]);
    if let Some(settings) = settings {
        headers.insert("x-twilio-webhooks-signature-settings", settings.parse().unwrap());
    }
    headers
}

/// What a callback carries.
#[derive(Clone, Copy, Debug)]
enum Sent<'s> {
    Form(&'s [(&'s str, &'s str)]),
    /// A form signed with the shared key.
    Shared(&'s [(&'s str, &'s str)]),
    Json(&'s str),
}

/// Whether the signature holds, which it never does under another key.
fn holds(url: &str, sent: Sent<'_>, signature: &str) -> bool {
    let fields = if let Sent::Form(fields) | Sent::Shared(fields) = sent { fields } else { &[] };
    let raw = Serializer::new(String::new()).extend_pairs(fields).finish();
    let form = Form::parse(raw.as_bytes()).unwrap();
    let body = if let Sent::Json(json) = sent { Body::Raw(json.as_bytes()) } else { Body::Form(&form) };
    let settings = matches!(sent, Sent::Shared(_)).then_some(SHA256);
    let under = |tokens: &[&str]| verify(&account(tokens), &headers(signature, settings), url, &body).is_ok();
    let held = under(&["12345"]);
    assert_eq!(held, under(&["newer", "12345"]), "rotation");
    assert_eq!(under(&["54321"]), held && settings.is_some(), "another token");
    held
}

/// A line is the number of the vector, the URL as received, what came and the signature.
#[test]
fn the_vectors_of_twilio_s_sdks_hold() {
    use Sent::{Form, Json, Shared};
    let ended = [&P[..], &[("ReasonConferenceEnded", "test"), ("Reason", "Participant")]].concat();
    let digits =
        [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")];
    let address = "MessagingBinding.Address";
    let addresses = [(address, "+1325xxxxxxx"), (address, "+1415xxxxxxx")];
    let reversed = [(address, "+1415xxxxxxx"), (address, "+1325xxxxxxx")];
    let boolean = [("property", "value"), ("boolean", "true")];
    let unicode = [("Body", "Ça va? é ü 😀"), ("From", "+33612345678"), ("ProfileName", "")];
    let http = U.replace("https", "http");
    let at = |authority: &str| U.replace("mycompany.com", authority);
    let quoted = |apostrophe: &str| format!("{U}&Body=It{apostrophe}s+amazing");
    let hash = "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    let empty = "bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    for (number, url, sent, signature) in [
        (1, U, Form(&P), "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        (1, &at("mycompany.com:1234"), Form(&P), "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        (2, &http.replace(".com", ".com:1234"), Form(&P), "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        (3, U, Form(&P), "kvajT1Ptam85bY51eRf/AJRuM3w="),
        (3, &at("mycompany.com:443"), Form(&P), "kvajT1Ptam85bY51eRf/AJRuM3w="),
        (4, &http, Form(&P), "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        (4, &http.replace(".com", ".com:80"), Form(&P), "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        (5, U, Form(&digits), "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
        (6, U, Form(&addresses), "83O6e2vORAoJHUNzJjDWN1jz+BA="),
        (6, U, Form(&reversed), "83O6e2vORAoJHUNzJjDWN1jz+BA="),
        (7, &format!("{U}&{hash}"), Json(JSON), "a9nBmqA0ju/hNViExpshrM61xv4="),
        (8, &format!("{U}&{empty}"), Json("{}"), "Ldidvp12m26NI7eqEvxnEpkd9Hc="),
        (9, &format!("https://mycompany.com/myapp.php?{hash}"), Json(JSON), "y77kIzt2vzLz71DgmJGsen2scGs="),
        (10, &at("user:pass@mycompany.com"), Form(&P), "CukzLTc1tT5dXEDIHm/tKBanW10="),
        (11, &at("user@mycompany.com"), Form(&P), "2YRLlVAflCqxaNicjMpJcSTgzSs="),
        (12, &at("user:pass@mycompany.com"), Form(&P), "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="),
        (13, U, Form(&ended), "vOEb5UThFn24KEfnOFLQY2AE5FY="),
        (14, &http, Form(&ended), "n2xBNyzSW7rfYStDtOFiFMv7qNo="),
        (15, U, Form(&boolean), "NBdBDr/T/lgjI+tlgpXjKZQZs/k="),
        (16, U, Shared(&P), "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s="),
        (17, "https://example.com/twilio/sms", Form(&unicode), "rPSOXCiHc4k2Pf5kSZu3GWt8zzA="),
        (18, &quoted("'"), Form(&P), "TfZzewPq8wqrGlMfyAud8+/IvJ0="),
        (18, &quoted("%27"), Form(&P), "TfZzewPq8wqrGlMfyAud8+/IvJ0="),
        (18, &quoted("'"), Form(&P), "dsq4Ehbj6cs+KdTkpF5sSSplOWw="),
        (18, &quoted("%27"), Form(&P), "dsq4Ehbj6cs+KdTkpF5sSSplOWw="),
    ] {
        assert!(holds(url, sent, signature), "{number}: {url} {signature}");
        assert!(!holds(&format!("{url}&x"), sent, signature), "{number}: another URL");
        assert!(
            !holds(
                url,
                sent,
                &signature.replacen(&signature[..1], if signature.starts_with('A') { "B" } else { "A" }, 1)
            ),
            "{number}: another signature"
        );
        let others = match sent {
            Form(fields) => [Form(&fields[1..]), Shared(fields), Json("")],
            Shared(fields) => [Shared(&fields[1..]), Form(fields), Json("")],
            Json(_) => [Json("{ }"), Form(&boolean), Json("")],
        };
        for other in others {
            assert!(!holds(url, other, signature), "{number}: {other:?}");
        }
    }
    // Sorted by what is concatenated instead of by name.
    assert!(!holds(U, Form(&ended), "95+Bu0JVPi0r/SsESZCVf0dWAjw="), "19");
}

/// The fields of a form are signed after a URL that has a hash, whatever the hash.
#[test]
fn a_form_is_signed_with_its_fields_beside_a_hash() {
    let url = format!("{U}&bodySHA256=00");
    let signature = "EXAe0hG1pC4r9kbYwU2JAtn1n20=";
    assert!(holds(&url, Sent::Form(&P), signature));
    assert!(!holds(&url, Sent::Form(&P[1..]), signature));
    assert!(!holds(&url, Sent::Json(""), signature));
}

#[test]
fn a_shared_key_signs_with_the_hash_it_names() {
    let raw = Serializer::new(String::new()).extend_pairs(P).finish();
    let form = Form::parse(raw.as_bytes()).unwrap();
    let (sha1, sha256) = ("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=");
    // The auth token is another one: what holds under it was not signed with the shared key.
    for (settings, signature, token, holds) in [
        (Some(SHA256), sha256, "another", true),
        (Some(" algorithm = HMAC_SHA256 , new=1, key = webhooks_sharedkey_01 "), sha256, "another", true),
        (Some(SHA256), sha1, "12345", false),
        (None, sha1, "12345", true),
        (Some(""), sha1, "12345", true),
        (Some("new=1"), sha1, "12345", true),
        (Some("algorithm=HMAC_SHA1"), sha1, "12345", true),
        (Some(""), sha1, "another", false),
        (None, sha256, "12345", false),
        (Some("key=webhooks_sharedkey_01"), sha1, "another", true),
        (Some("key=webhooks_sharedkey_01"), sha256, "another", false),
        (Some("key=webhooks_sharedkey_02,algorithm=HMAC_SHA256"), sha256, "12345", false),
        (Some("key=webhooks_sharedkey_02"), sha1, "12345", false),
        (Some("algorithm=HMAC_SHA256"), sha256, "12345", false),
        (Some("key=,algorithm=HMAC_SHA256"), sha256, "12345", false),
        (Some("key=webhooks_sharedkey_01,algorithm=HMAC_SHA512"), sha256, "12345", false),
        (Some("key=webhooks_sharedkey_01,algorithm=none"), sha1, "12345", false),
        (Some("key=webhooks_sharedkey_01,key=x,algorithm=HMAC_SHA256"), sha256, "12345", false),
        (Some("algorithm=HMAC_SHA256,algorithm=HMAC_SHA1"), sha1, "12345", false),
    ] {
        let answer = verify(&account(&[token]), &headers(signature, settings), U, &Body::Form(&form));
        assert_eq!(answer.is_ok(), holds, "{settings:?} {signature} {token}: {answer:?}");
        if let Err(error) = answer {
            assert_eq!(error.kind(), ErrorKind::Unauthorized);
            assert!(!error.to_string().contains("12345"), "{error}");
        }
    }
    let mut twice = headers(sha256, Some(SHA256));
    twice.append("x-twilio-webhooks-signature-settings", SHA256.parse().unwrap());
    assert!(verify(&account(&["12345"]), &twice, U, &Body::Form(&form)).is_err());
    let unknown = headers(sha256, Some("key=webhooks_sharedkey_02"));
    let error = verify(&account(&["12345"]), &unknown, U, &Body::Form(&form)).unwrap_err().to_string();
    assert!(error.contains("`webhooks_sharedkey_02`") && error.contains("`webhook_signing_keys`"), "{error}");
}

#[test]
fn a_second_spelling_of_a_signature_is_refused() {
    for signature in
        ["RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "RSOYDt4T1cUTdK1PDd93/VVr8B8= x", "", "="]
    {
        assert!(!holds(U, Sent::Form(&P), signature), "{signature}");
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
