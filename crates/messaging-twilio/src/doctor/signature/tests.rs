use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use form_urlencoded::Serializer;
use hmac::{Hmac, KeyInit, Mac};
use http::Response;
use messaging_core::{
    Secret, Secrets,
    signature::{hmac_sha256, sha256_hex},
};
use messaging_http::{Transport, TransportError};
use sha1::Sha1;

use super::*;
use crate::TwilioConfig;

const TOKEN: &str = "canary12345";
const AC: &str = "AC00000000000000000000000000000001";
const URL: &str = "https://bot.example.com/webhooks/twilio";
const FORM: [(&str, &str); 6] = [
    ("AccountSid", AC),
    ("Body", "a\nb"),
    ("From", "+15550100777"),
    ("MessageSid", "SM1"),
    ("To", "+15550100001"),
    ("Zip", ""),
];

type Pairs<'p> = &'p [(&'p str, &'p str)];

fn twilio(tokens: &[&str]) -> Twilio {
    let tokens = Secrets::new(tokens.iter().map(|token| Secret::new(*token)).collect());
    let mut config = TwilioConfig::new(AC, tokens);
    config.webhook_url = Some(URL.to_owned());
    config.api_key = Some("SK00000000000000000000000000000001".to_owned());
    config.api_secret = Some(Secret::new("canary-api-secret"));
    config.webhook_signing_keys = BTreeMap::from([("shared1".to_owned(), Secret::new("canary-shared"))]);
    let deaf = tower::service_fn(|_: Request<Bytes>| async {
        Err::<Response<Bytes>, _>(TransportError::not_sent("nobody is asked"))
    });
    Twilio::new(config, Transport::new(deaf)).unwrap()
}

fn text(url: &str, fields: Pairs<'_>) -> String {
    let sorted: std::collections::BTreeSet<_> = fields.iter().collect();
    sorted.into_iter().fold(url.to_owned(), |all, (name, value)| all + name + value)
}

fn sha1(key: &str, text: &str) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn request(signature: &str, fields: Pairs<'_>) -> Request<Bytes> {
    let body: String = Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::post("/webhooks/twilio")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "10.0.0.7:7400")
        .header("x-twilio-signature", signature)
        .body(body.into())
        .unwrap()
}

fn diagnose(request: &Request<Bytes>, url: &str) -> Diagnosis {
    let other = twilio(&["canary-other"]);
    let diagnosis = twilio(&[TOKEN]).diagnose(request, &PublicUrl::new(url), &[("support", &other)]);
    let said = format!("{diagnosis:?}");
    assert!(!said.contains("canary") && !said.contains("hunter2"), "{said}");
    diagnosis
}

#[track_caller]
fn explains(request: &Request<Bytes>, url: &str, words: &[&str]) {
    let diagnosis = diagnose(request, url);
    assert_eq!(diagnosis.finding, Finding::Explained, "{diagnosis:?}");
    let said = format!("{} next: {}", diagnosis.differences.join("; "), diagnosis.next);
    for word in words {
        assert!(said.contains(word), "no `{word}` in: {said}");
    }
}

#[test]
fn what_holds_is_said_to_hold() {
    let good = request(&sha1(TOKEN, &text(URL, &FORM)), &FORM);
    let diagnosis = diagnose(&good, URL);
    assert_eq!((diagnosis.finding, diagnosis.differences.len()), (Finding::Valid, 0));
    let with_port = request(&sha1(TOKEN, &text("https://bot.example.com:443/webhooks/twilio", &FORM)), &FORM);
    assert_eq!(diagnose(&with_port, URL).finding, Finding::Valid, "either form of the port holds");
}

#[test]
fn a_url_that_is_another_one_is_found() {
    for (signed, checked, words) in [
        (URL, "http://bot.example.com/webhooks/twilio", &["Twilio signed `https`, `http` is checked", "TLS"][..]),
        (URL, "https://bot.example.com/webhooks/twilio/", &["a slash at the end", "set `webhook_url`"]),
        (URL, "http://10.0.0.7:7400/webhooks/twilio", &["`bot.example.com`", "`10.0.0.7:7400` is checked"]),
        (URL, "http://10.0.0.7:7400/in/twilio", &["the path `/webhooks/twilio`, `/in/twilio`"]),
        ("https://u:hunter2@bot.example.com/webhooks/twilio", URL, &["`***@bot.example.com`"]),
        (
            "https://bot.example.com/webhooks/twilio?a=1&b=2",
            "https://bot.example.com/webhooks/twilio?b=2&a=1",
            &["another order"],
        ),
        (URL, "https://bot.example.com/webhooks/twilio?debug=1", &["that Twilio did not sign"]),
        (
            "https://bot.example.com/webhooks/twilio?a=1",
            "https://bot.example.com/webhooks/twilio?a=1&debug=1",
            &["other parts"],
        ),
    ] {
        let mut captured = request(&sha1(TOKEN, &text(signed, &FORM)), &FORM);
        let forwarded = signed.split('/').nth(2).unwrap().parse().unwrap();
        captured.headers_mut().insert("x-forwarded-host", forwarded);
        explains(&captured, checked, words);
    }
}

#[test]
fn a_key_that_is_another_one_is_found() {
    let signed = text(URL, &FORM);
    explains(&request(&sha1("canary-other", &signed), &FORM), URL, &["the account `support`", "…/webhooks/support"]);
    explains(
        &request(&sha1("canary-api-secret", &signed), &FORM),
        URL,
        &["`api_secret`", "swapped", "TWILIO_AUTH_TOKEN"],
    );
    let shared = STANDARD.encode(hmac_sha256("canary-shared", &[signed.as_bytes()]));
    explains(&request(&shared, &FORM), URL, &["the shared key `shared1`", "X-Twilio-Webhooks-Signature-Settings"]);
    let mut unknown = request(&shared, &FORM);
    unknown
        .headers_mut()
        .insert("x-twilio-webhooks-signature-settings", "key=shared2,algorithm=HMAC_SHA256".parse().unwrap());
    explains(&unknown, URL, &["`shared2`", "webhook_signing_keys"]);
    for copied in [" canary12345\n", "\"canary12345\"", "CANARY12345"] {
        let captured = request(&sha1(TOKEN, &signed), &FORM);
        let diagnosis = twilio(&[copied]).diagnose(&captured, &PublicUrl::new(URL), &[]);
        assert_eq!(diagnosis.finding, Finding::Explained, "{copied}");
        assert!(diagnosis.differences[0].contains("`auth_token` has"), "{diagnosis:?}");
    }
    let rotated = twilio(&["newer", TOKEN]).diagnose(&request(&sha1(TOKEN, &signed), &FORM), &PublicUrl::new(URL), &[]);
    assert_eq!(rotated.finding, Finding::Valid);
}

#[test]
fn a_body_that_was_changed_is_found() {
    let signature = sha1(TOKEN, &text(URL, &FORM));
    let with = |more: Pairs<'static>| [&FORM[..], more].concat();
    let changed = |name: &'static str, value: &'static str| {
        FORM.iter().map(|field| if field.0 == name { (name, value) } else { *field }).collect::<Vec<_>>()
    };
    for (fields, word) in [
        (with(&[("utm", "x")]), "the field `utm` was added"),
        (changed("From", " 15550100777"), "a `+` of a number became a space"),
        (changed("Body", "a\r\nb"), "CR LF"),
        (changed("Body", "a\nb "), "white space around them"),
        (changed("Zip", " "), "white space around them"),
    ] {
        explains(&request(&signature, &fields), URL, &[word, "byte"]);
    }
    let empty = with(&[
        ("FromCity", ""),
        ("FromState", ""),
        ("FromCountry", ""),
        ("FromZip", ""),
        ("ToCity", ""),
        ("ToCountry", ""),
        ("ToState", ""),
        ("ToZip", ""),
    ]);
    explains(&request(&sha1(TOKEN, &text(URL, &empty)), &FORM), URL, &["empty fields were dropped"]);
    explains(&request(&sha1(TOKEN, URL), &FORM), URL, &["the body is not signed"]);
    let mut plain = request(&signature, &FORM);
    plain.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    explains(&plain, URL, &["Content-Type"]);
}

#[test]
fn json_that_was_written_again_is_told_by_its_hash() {
    let url = format!("{URL}?bodySHA256={}", sha256_hex([&b"{\"a\": 1}"[..]]));
    let json = |body: &'static str| {
        let mut captured = request(&sha1(TOKEN, &url), &[]);
        captured.headers_mut().insert("content-type", "application/json".parse().unwrap());
        *captured.body_mut() = Bytes::from_static(body.as_bytes());
        captured
    };
    assert_eq!(diagnose(&json("{\"a\": 1}"), &url).finding, Finding::Valid);
    explains(&json("{\"a\":1}"), &url, &["bodySHA256", "to the byte"]);
    let http = url.replace("https", "http");
    let both = diagnose(&json("{\"a\":1}"), &http);
    assert_eq!(both.differences.len(), 2, "{both:?}");
}

#[test]
fn what_nothing_explains_is_said_with_what_was_tried() {
    let diagnosis = diagnose(&request(&sha1("another", &text(URL, &FORM)), &FORM), URL);
    assert_eq!(diagnosis.finding, Finding::Unexplained);
    assert!(diagnosis.differences[0].contains("URLs") && diagnosis.next.contains("`auth_token`"), "{diagnosis:?}");
}

#[test]
fn without_a_signature_there_is_nothing_to_check() {
    let mut none = request("x", &FORM);
    assert_eq!(diagnose(&none, URL).finding, Finding::Unsigned);
    none.headers_mut().remove("x-twilio-signature");
    let diagnosis = diagnose(&none, URL);
    assert_eq!(diagnosis.finding, Finding::Unsigned);
    assert!(diagnosis.differences[0].contains("no header"), "{diagnosis:?}");
}

#[test]
fn another_account_and_a_plain_url_are_noted() {
    let sub = [("AccountSid", "AC00000000000000000000000000000002")];
    let url = "http://bot.example.com/webhooks/twilio";
    let diagnosis = diagnose(&request(&sha1("another", &text(url, &sub)), &sub), url);
    let notes = diagnosis.notes.join("; ");
    assert!(notes.contains("AC00000000000000000000000000000002") && notes.contains("test credentials"), "{notes}");
    assert!(notes.contains("the URL is `http`"), "{notes}");
}

#[test]
fn a_url_that_holds_but_is_not_the_configured_one_is_noted() {
    let called = "https://other.example.com/in";
    let diagnosis = diagnose(&request(&sha1(TOKEN, &text(called, &FORM)), &FORM), called);
    assert_eq!((diagnosis.finding, diagnosis.notes.len()), (Finding::Valid, 1));
    assert!(diagnosis.notes[0].contains(URL) && diagnosis.notes[0].contains("TWILIO_WEBHOOK_URL"), "{diagnosis:?}");
    for below in [URL.to_owned(), format!("{URL}/message-added"), format!("{URL}?mid=1")] {
        let captured = request(&sha1(TOKEN, &text(&below, &FORM)), &FORM);
        assert!(diagnose(&captured, &below).notes.is_empty(), "{below}");
    }
}

#[test]
fn a_get_and_a_socket_are_signed_by_their_url_alone() {
    let url = format!("{URL}?From=%2B1");
    let get = |url: &str| {
        Request::get("/webhooks/twilio?From=%2B1")
            .header("x-twilio-signature", sha1(TOKEN, url))
            .body(Bytes::new())
            .unwrap()
    };
    assert_eq!(diagnose(&get(&url), &url).finding, Finding::Valid);
    let socket = "wss://bot.example.com/relay";
    let upgrade = Request::get("/relay").header("x-twilio-signature", sha1(TOKEN, socket)).body(Bytes::new()).unwrap();
    assert_eq!(diagnose(&upgrade, socket).finding, Finding::Valid);
    explains(&upgrade, "https://bot.example.com/relay", &["`wss`"]);
}

/// Whatever is captured, an answer comes back, and says no secret.
#[test]
fn nonsense_is_diagnosed_without_a_panic() {
    const PIECES: [&str; 20] = [
        "https",
        "http",
        "://",
        ":",
        "@",
        "[",
        "]",
        "/",
        "?",
        "&",
        "=",
        "#",
        "%",
        "é",
        " ",
        "bodySHA256=",
        "443",
        "x.test",
        "\u{0}",
        "",
    ];
    let mut random = fastrand::Rng::with_seed(41);
    for round in 0..150 {
        let mut piece = |most: usize| -> String {
            (0..random.usize(0..most)).map(|_| PIECES[random.usize(..PIECES.len())]).collect()
        };
        let (url, body, header) = (piece(12), piece(12), piece(6));
        let mut captured = request(&sha1("another", &url), &[(&body, &header)]);
        if round % 3 == 0 {
            *captured.body_mut() = body.into();
        }
        if let Ok(value) = header.parse::<http::HeaderValue>() {
            captured.headers_mut().insert("x-forwarded-host", value.clone());
            captured.headers_mut().insert("x-original-uri", value);
        }
        assert!(!diagnose(&captured, &url).next.is_empty(), "round {round}: {url}");
    }
}
