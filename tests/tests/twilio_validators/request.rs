//! Webhooks: good ones, tampered ones, odd ones.

use fastrand::Rng;
use serde_json::json;

use crate::{
    signing::{Hash, body_hash, sign},
    url::{Url, pick},
};

pub(crate) const TOKEN: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const KEYS: [(&str, &str); 2] =
    [("webhooks_sharedkey_one", "first secret"), ("webhooks_sharedkey_two", "zweites Geheimnis")];
const OTHER_TOKEN: &str = "fedcba9876543210fedcba9876543210";

/// A webhook as it arrives.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) kind: &'static str,
    pub(crate) url: String,
    pub(crate) body: String,
    pub(crate) signature: String,
    pub(crate) settings: Option<String>,
    /// What is odd about it.
    pub(crate) oddities: Vec<&'static str>,
}

impl Sent {
    pub(crate) fn question(&self) -> String {
        let keys: serde_json::Map<_, _> =
            KEYS.iter().map(|(name, secret)| ((*name).to_owned(), json!(secret))).collect();
        let Self { kind, url, body, signature, settings, oddities: _ } = self;
        json!({
            "kind": kind, "url": url, "body": body, "signature": signature, "settings": settings, "token": TOKEN, "keys": keys,
        })
        .to_string()
    }

    pub(crate) fn method(&self) -> &'static str {
        if self.kind == "get" { "GET" } else { "POST" }
    }

    pub(crate) fn content_type(&self) -> Option<&'static str> {
        match self.kind {
            "form" => Some("application/x-www-form-urlencoded; charset=UTF-8"),
            "raw" => Some("application/json"),
            _ => None,
        }
    }
}

pub(crate) fn generate(rng: &mut Rng) -> Sent {
    let mut url = Url::generate(rng);
    let kind = ["form", "form", "form", "raw", "get"][rng.usize(..5)];
    let mut oddity = Vec::new();
    let (body, fields) = match kind {
        "form" => form(rng, &mut oddity),
        "raw" => (raw(rng), Vec::new()),
        _ => (String::new(), Vec::new()),
    };
    if kind == "raw" || rng.u8(..25) == 0 {
        url = hashed(rng, &url, &body, &mut oddity);
    }
    let (key, hash, settings) = signer(rng, &mut oddity);
    let (how, signed) = url.rewritten(rng);
    oddity.push(how);
    let mut sent = Sent {
        kind,
        url: url.text(),
        signature: sign(key, hash, &signed.text(), &fields),
        body,
        settings,
        oddities: Vec::new(),
    };
    if rng.u8(..3) == 0 {
        tamper(rng, &mut sent, &url, &mut oddity);
    }
    oddity.extend(url.oddities());
    oddity.push(kind);
    if sent.body.is_empty() {
        oddity.push("no body");
    }
    sent.oddities = oddity;
    sent
}

/// A form and what it says.
fn form(rng: &mut Rng, oddity: &mut Vec<&'static str>) -> (String, Vec<(String, String)>) {
    const NAMES: [&str; 12] = [
        "CallSid",
        "Caller",
        "Digits",
        "Reason",
        "ReasonConferenceEnded",
        "a",
        "A",
        "b[]",
        "caf\u{e9}",
        "Zeit & Ort",
        "key=",
        "CallStatus",
    ];
    const VALUES: [&str; 12] = [
        "",
        "1",
        "CA1234567890ABCDE",
        "+14158675309",
        " a  b ",
        "caf\u{e9} 😀",
        "a&b=c",
        "%41",
        "'\"<>",
        "\u{0}\t\n",
        "Z",
        "#?/",
    ];
    let fields: Vec<_> =
        (0..rng.usize(..9)).map(|_| (pick(rng, &NAMES).to_owned(), pick(rng, &VALUES).to_owned())).collect();
    let mut body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
    match rng.u8(..16) {
        0 => body = body.replace('+', "%20"),
        1 => body = body.replace('a', "%61"),
        2 => body = lower_escapes(&body),
        3 => body = body.replace("%2B", "%2b").replace("%23", "#"),
        4 if !body.is_empty() => {
            oddity.push("ampersands too many");
            body = format!("&{}&", body.replace('&', "&&"));
        }
        5 if !body.is_empty() => {
            oddity.push("bad escapes");
            body += pick(rng, &["&x=%zz", "&x=%", "&x=%4", "&x=%ff", "&x=%C3"]);
        }
        _ => {}
    }
    let fields = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    (body, fields)
}

fn lower_escapes(body: &str) -> String {
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('%') {
        let (escape, after) = after.split_at(2);
        out.extend([before, "%", &escape.to_lowercase()]);
        rest = after;
    }
    out + rest
}

fn raw(rng: &mut Rng) -> String {
    pick(rng, &["{}", "{\"a\":1}", "[]", "", "{\"text\":\"caf\u{e9} 😀\"}", "a=1&b=2", "not json", " {} "]).to_owned()
}

/// The hash of the body in the query, or what a bad one looks like.
fn hashed(rng: &mut Rng, url: &Url, body: &str, oddity: &mut Vec<&'static str>) -> Url {
    let hash = body_hash(body);
    match rng.u8(..12) {
        0 => {
            oddity.push("no hash");
            url.clone()
        }
        1 => {
            oddity.push("the hash of another body");
            url.with(&format!("bodySHA256={}", body_hash("another")))
        }
        2 => {
            oddity.push("the hash in upper case");
            url.with(&format!("bodySHA256={}", hash.to_uppercase()))
        }
        3 => {
            oddity.push("a good hash before a bad one");
            url.with(&format!("bodySHA256={hash}&bodySHA256={}", body_hash("another")))
        }
        4 => {
            oddity.push("an empty hash");
            url.with("bodySHA256=")
        }
        _ => url.with(&format!("bodySHA256={hash}")),
    }
}

/// Which key signs, with which hash, and what the header says of it.
fn signer(rng: &mut Rng, oddity: &mut Vec<&'static str>) -> (&'static str, Hash, Option<String>) {
    let (name, secret) = KEYS[rng.usize(..2)];
    let (what, key, hash, settings) = match rng.u8(..24) {
        0 | 1 => ("a shared key", secret, Hash::Sha256, format!("key={name},algorithm=HMAC_SHA256")),
        2 => ("a shared key with spaces", secret, Hash::Sha256, format!(" key = {name} , algorithm = HMAC_SHA256 ")),
        3 => ("a shared key turned round", secret, Hash::Sha256, format!("algorithm=HMAC_SHA256,key={name}")),
        4 => ("a shared key with SHA-1", secret, Hash::Sha1, format!("key={name},algorithm=HMAC_SHA1")),
        5 => ("a shared key of no algorithm", secret, Hash::Sha1, format!("key={name}")),
        6 => {
            ("another shared key's secret", KEYS[0].1, Hash::Sha256, format!("key={},algorithm=HMAC_SHA256", KEYS[1].0))
        }
        7 => ("a shared key of another hash", secret, Hash::Sha1, format!("key={name},algorithm=HMAC_SHA256")),
        8 => (
            "a shared key nobody knows",
            secret,
            Hash::Sha256,
            "key=webhooks_sharedkey_six,algorithm=HMAC_SHA256".into(),
        ),
        9 => ("an algorithm nobody knows", secret, Hash::Sha256, format!("key={name},algorithm=HMAC_SHA512")),
        10 => ("an algorithm in lower case", secret, Hash::Sha256, format!("key={name},algorithm=hmac_sha256")),
        11 => ("the token as a shared key", TOKEN, Hash::Sha256, "algorithm=HMAC_SHA256".into()),
        12 => ("empty settings", TOKEN, Hash::Sha1, String::new()),
        _ => return (TOKEN, Hash::Sha1, None),
    };
    oddity.extend([what, "settings"]);
    (key, hash, Some(settings))
}

fn tamper(rng: &mut Rng, sent: &mut Sent, url: &Url, oddity: &mut Vec<&'static str>) {
    oddity.push(match rng.u8(..12) {
        0..4 => {
            let (how, url) = url.tampered(rng);
            sent.url = url.text();
            how
        }
        4 => {
            sent.body += if sent.kind == "form" { "&more=1" } else { " " };
            "more in the body"
        }
        5 => {
            sent.body = sent.body.chars().skip(1).collect();
            "less in the body"
        }
        6 => {
            sent.signature = sign(OTHER_TOKEN, Hash::Sha1, &sent.url, &[]);
            "another token"
        }
        7 => {
            sent.signature = sent.signature.to_lowercase();
            "a signature in lower case"
        }
        8 => {
            sent.signature = sent.signature.trim_end_matches('=').to_owned();
            "a signature without its end"
        }
        9 => {
            sent.signature = String::new();
            "no signature"
        }
        10 => {
            let at = rng.usize(..20);
            let other = if sent.signature.as_bytes()[at] == b'A' { "B" } else { "A" };
            sent.signature.replace_range(at..=at, other);
            "a character of the signature"
        }
        _ => {
            sent.signature.push('=');
            "a signature with more at its end"
        }
    });
}
