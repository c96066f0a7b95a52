//! Ways to spoil a request: its bytes, its fields, its head.

use fastrand::Rng;
use serde_json::{Value, json};

use crate::{
    draft::{Draft, FORM, JSON},
    seal::Keys,
};

const WORDS: [&str; 30] = [
    "",
    " ",
    "\0",
    "%",
    "%0",
    "%zz",
    "%00",
    "%c0%af",
    "%ff",
    "%2f..%2f",
    "\u{feff}",
    "\u{202e}é,:%🎉",
    "\r\nx: y",
    "'\"><script>",
    "<!channel>",
    "+",
    "-1",
    "18446744073709551616",
    "NaN",
    "1e999",
    "null",
    "[]",
    "{}",
    "whatsapp:",
    "onMessageAdded",
    "onConversationAdd",
    "received",
    "T1,C1:2%3A",
    "9999-99-99T99:99:99Z",
    "true",
];

const KINDS: [&str; 12] = [
    FORM,
    JSON,
    "",
    " ",
    ";",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded; charset=utf-7",
    "APPLICATION/JSON;;;",
    "application/json, text/html",
    "application/x-www-form-urlencoded\u{e9}",
    "*/*",
];

const TRICKS: [&str; 20] = [
    "%2f", "%2F..", "%5c", "//", "/./", "/../", "..", ";x=y", "%00", "%20", "+", "%25", "%252f", "%c0%af", "@", ":",
    "~", "%", "\u{e9}", "\\",
];

const METHODS: [&str; 10] = ["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "X-1"];

/// Changes what a request says, as its sender could before signing it.
pub(crate) fn content(draft: &mut Draft, rng: &mut Rng) {
    match rng.u8(0..16) {
        0..=5 => fields(draft, rng),
        6..=8 => bytes(&mut draft.body, rng),
        9..=10 => query(draft, rng),
        11..=12 => head(draft, rng),
        13 => size(draft, rng),
        14 => path(draft, rng),
        _ => draft.method = (*rng.choice(&METHODS).unwrap()).to_owned(),
    }
}

/// Changes the proof itself, so that it is none.
pub(crate) fn proof(draft: &mut Draft, keys: &Keys, rng: &mut Rng) {
    let proofs: Vec<usize> = (0..draft.headers.len())
        .filter(|at| {
            let name = &draft.headers[*at].0;
            name.ends_with("-signature") || name == "authorization" || name == "cookie"
        })
        .collect();
    let Some(at) = rng.choice(&proofs).copied() else {
        let name = *rng.choice(&["x-slack-signature", "x-twilio-signature", "authorization"]).unwrap();
        draft.headers.push((name.to_owned(), word(rng).into_bytes()));
        return;
    };
    let (name, value) = draft.headers[at].clone();
    let mut other = draft.clone();
    other.headers.retain(|(name, _)| !name.starts_with("x-"));
    match rng.u8(0..9) {
        0 => draft.remove(&name),
        1 => draft.headers[at].1.clear(),
        2 => draft.headers.push((name, value)),
        3 => draft.headers[at].1.push(b' '),
        4 => _ = draft.headers[at].1.pop(),
        5 => flip(&mut draft.headers[at].1, rng),
        6 => draft.headers[at].1 = value.to_ascii_uppercase().into_iter().rev().collect(),
        7 => {
            let wrong = Keys { twilio: "0".into(), twilio_shared: "0".into(), slack: "0".into(), began: keys.began };
            wrong.seal(&mut other);
            other.headers.iter().filter(|(known, _)| *known == name).for_each(|(_, value)| {
                draft.headers[at].1.clone_from(value);
            });
            flip(&mut draft.headers[at].1, rng);
        }
        _ if name.starts_with("x-slack") => {
            let far = *rng.choice(&[301, 302, 3_600, keys.now()]).unwrap();
            keys.seal_at(&mut other, &if rng.bool() { keys.now() - far } else { keys.now() + far }.to_string());
            *draft = other;
        }
        _ => draft.headers[at].1 = word(rng).into_bytes(),
    }
}

fn flip(bytes: &mut [u8], rng: &mut Rng) {
    if !bytes.is_empty() {
        let at = rng.usize(0..bytes.len());
        bytes[at] ^= 1 << rng.u8(0..7);
    }
}

/// Changes a few bytes.
pub(crate) fn bytes(bytes: &mut Vec<u8>, rng: &mut Rng) {
    for _ in 0..rng.usize(1..6) {
        let at = rng.usize(0..=bytes.len());
        match rng.u8(0..7) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, rng.u8(..)),
            2 => _ = bytes.drain(at..(at + rng.usize(0..20)).min(bytes.len())),
            3 => _ = bytes.splice(at..at, word(rng).into_bytes()),
            4 => _ = bytes.splice(at..at, *b"\xff\xfe\xc0\x80"),
            5 => {
                let again = bytes[..at].to_vec();
                bytes.extend(again);
            }
            _ => flip(bytes, rng),
        }
    }
}

/// Changes fields where they are: in a form, in JSON, and in JSON that is in a form.
fn fields(draft: &mut Draft, rng: &mut Rng) {
    if draft.is_form() {
        draft.body = pairs(&draft.body, rng).into_bytes();
    } else if let Ok(mut value) = serde_json::from_slice::<Value>(&draft.body) {
        for _ in 0..rng.usize(1..4) {
            inside(&mut value, rng);
        }
        draft.body = value.to_string().into_bytes();
    } else {
        query(draft, rng);
    }
}

fn query(draft: &mut Draft, rng: &mut Rng) {
    let query = draft.query.clone().unwrap_or_default();
    let mut query = if rng.u8(0..4) == 0 { query } else { pairs(query.as_bytes(), rng) };
    for _ in 0..rng.usize(0..3) {
        let at = query.char_indices().map(|(at, _)| at).chain([query.len()]).nth(rng.usize(0..=query.len()));
        let raw =
            *rng.choice(&["%", "%0", "%zz", "&", "&&=", "=", "bodySHA256=00", "%26", ";", "ssl_check=0"]).unwrap();
        query.insert_str(at.unwrap_or(0), raw);
    }
    draft.query = Some(query);
}

fn pairs(encoded: &[u8], rng: &mut Rng) -> String {
    let mut pairs: Vec<(String, String)> = form_urlencoded::parse(encoded).into_owned().collect();
    for _ in 0..rng.usize(1..4) {
        if pairs.is_empty() {
            pairs.push((word(rng), word(rng)));
        }
        let at = rng.usize(0..pairs.len());
        match rng.u8(0..8) {
            0 => _ = pairs.remove(at),
            1 => pairs.push(pairs[at].clone()),
            2 => pairs.push((pairs[at].0.clone(), word(rng))),
            3 => pairs[at].0 = word(rng),
            4 => pairs[at].1 = "x".repeat(rng.usize(0..3_000)),
            5 => {
                if let Ok(mut value) = serde_json::from_str::<Value>(&pairs[at].1) {
                    inside(&mut value, rng);
                    pairs[at].1 = value.to_string();
                }
            }
            6 => {
                let other = rng.usize(0..pairs.len());
                let value = pairs[other].1.clone();
                pairs[at].1 = value;
            }
            _ => pairs[at].1 = word(rng),
        }
    }
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Changes one thing somewhere inside.
fn inside(value: &mut Value, rng: &mut Rng) {
    if rng.u8(0..5) > 0 {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let name = fields.keys().nth(rng.usize(0..fields.len())).unwrap().clone();
                match rng.u8(0..10) {
                    0 => _ = fields.remove(&name),
                    1 => _ = fields.insert(word(rng), anything(rng)),
                    _ => inside(&mut fields[&name], rng),
                }
                return;
            }
            Value::Array(items) if !items.is_empty() => {
                let at = rng.usize(0..items.len());
                return inside(&mut items[at], rng);
            }
            _ => {}
        }
    }
    *value = anything(rng);
}

fn anything(rng: &mut Rng) -> Value {
    match rng.u8(0..9) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => json!(rng.i64(..)),
        3 => json!(1.5e300),
        4 => json!([]),
        5 => json!({ "type": 7, "id": [], "text": {} }),
        6 => json!("9".repeat(rng.usize(0..4_000))),
        7 => (0..rng.usize(1..100)).fold(json!(1), |inner, _| json!([inner])),
        _ => json!(word(rng)),
    }
}

fn word(rng: &mut Rng) -> String {
    (0..rng.usize(1..3)).filter_map(|_| rng.choice(WORDS)).collect()
}

fn head(draft: &mut Draft, rng: &mut Rng) {
    const NAMES: [&str; 14] = [
        "content-type",
        "content-encoding",
        "content-length",
        "transfer-encoding",
        "host",
        "origin",
        "last-event-id",
        "cookie",
        "authorization",
        "i-twilio-idempotency-token",
        "x-slack-retry-num",
        "x-forwarded-host",
        "expect",
        "access-control-request-method",
    ];
    let name = *rng.choice(&NAMES).unwrap();
    match rng.u8(0..5) {
        0 => draft.remove(name),
        1 | 2 => {
            draft.remove("content-type");
            draft.headers.push(("content-type".into(), rng.choice(&KINDS).unwrap().as_bytes().to_vec()));
        }
        3 => draft.headers.push((name.into(), (0..rng.usize(0..200)).map(|_| rng.u8(0x80..)).collect())),
        _ => {
            draft.remove(name);
            draft.headers.push((name.into(), word(rng).into_bytes()));
        }
    }
}

/// What is far too much, or nothing at all.
fn size(draft: &mut Draft, rng: &mut Rng) {
    let depth = *rng.choice(&[65, 127, 129, 5_000, 100_000]).unwrap();
    draft.body = match rng.u8(0..8) {
        0 => Vec::new(),
        1 => "[".repeat(depth).into_bytes(),
        2 => format!("payload={}", "%5B".repeat(depth)).into_bytes(),
        3 => format!("{}1{}", "{\"event\":".repeat(depth), "}".repeat(depth)).into_bytes(),
        4 => "a=1&".repeat(rng.usize(400..2_000)).into_bytes(),
        5 => vec![b'x'; *rng.choice(&[65_537, 262_145, 1_100_000]).unwrap()],
        6 => format!("\"{}\"", "\\ud800".repeat(rng.usize(1..3_000))).into_bytes(),
        _ => "&".repeat(rng.usize(1..100_000)).into_bytes(),
    };
}

fn path(draft: &mut Draft, rng: &mut Rng) {
    let places: Vec<_> = draft.path.char_indices().map(|(at, _)| at).skip(1).chain([draft.path.len()]).collect();
    let at = *rng.choice(&places).unwrap();
    match rng.u8(0..4) {
        0 => draft.path.truncate(at),
        1 => {
            let others =
                ["/webhooks/web", "/webhooks/nobody", "/webhooks/slack/x", "/texts/token", "/media/a.b", "/v1"];
            (*rng.choice(&others).unwrap()).clone_into(&mut draft.path);
        }
        _ => draft.path.insert_str(at, rng.choice(&TRICKS).unwrap()),
    }
}
