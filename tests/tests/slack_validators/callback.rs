//! Callbacks: good ones, tampered ones, odd ones.

use base64::{Engine, engine::general_purpose::STANDARD};
use fastrand::Rng;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

const TIMESTAMP: &str = "X-Slack-Request-Timestamp";
const SIGNATURE: &str = "X-Slack-Signature";

/// A callback as it arrives.
#[derive(Debug)]
pub(crate) struct Callback {
    pub(crate) secret: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) now: u64,
    /// What is odd about it.
    pub(crate) oddity: &'static str,
}

impl Callback {
    /// The question to the verifier.
    pub(crate) fn question(&self) -> String {
        let Self { secret, headers, body, now, .. } = self;
        json!({ "secret": secret, "headers": headers, "body": STANDARD.encode(body), "now": now }).to_string()
    }
}

fn sign(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key");
    mac.update(format!("v0:{timestamp}:").as_bytes());
    mac.update(body);
    let nibbles = mac.finalize().into_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let hex: String = nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect();
    format!("v0={hex}")
}

fn body(rng: &mut Rng) -> Vec<u8> {
    let text: String =
        (0..rng.usize(0..60)).map(|_| *rng.choice(&['a', '"', '&', 'é', '🎉', '\n', '%']).unwrap()).collect();
    match rng.u8(0..3) {
        0 => text.into_bytes(),
        1 => json!({ "type": "event_callback", "team_id": "T1", "event": { "type": "message", "text": text } })
            .to_string()
            .into_bytes(),
        _ => Vec::new(),
    }
}

pub(crate) fn generate(rng: &mut Rng) -> Callback {
    let now = rng.u64(1_500_000_000..2_000_000_000);
    let secret = (0..rng.usize(1..40)).map(|_| rng.alphanumeric()).collect::<String>();
    let distance = *rng.choice(&[0, 1, 299, 300, 301, 5_000]).unwrap();
    let moment = if rng.bool() { now - distance } else { now + distance };
    let (mut timestamp, mut body, mut oddity) = (moment.to_string(), body(rng), "");
    let odd = rng.u8(0..24);
    match odd {
        0 => (timestamp, oddity) = (format!(" {timestamp} "), "spaces around the timestamp"),
        1 => (timestamp, oddity) = (format!("+{timestamp}"), "a plus before the timestamp"),
        2 => {
            timestamp.insert(4, '_');
            oddity = "underscores in the timestamp";
        }
        3 => (timestamp, oddity) = (format!("000{timestamp}"), "zeros before the timestamp"),
        4 => (timestamp, oddity) = (format!("{timestamp}.0"), "a fraction of a second"),
        5 => (timestamp, oddity) = (format!("-{timestamp}"), "a moment before 1970"),
        6 => {
            let word = *rng.choice(&["", "soon", "0x5b4a", "1e9", "999999999999999999999999999999"]).unwrap();
            (timestamp, oddity) = (word.to_owned(), "no number");
        }
        7 => {
            body.push(0xff);
            oddity = "a body that is no UTF-8";
        }
        _ => {}
    }
    let mut signature = sign(&secret, &timestamp, &body);
    match odd {
        8 => (body, oddity) = ([body, b" ".to_vec()].concat(), "a longer body"),
        9 => (signature, oddity) = (signature.replace("v0=", "v1="), "another version"),
        10 => (signature, oddity) = (signature.to_uppercase(), "capitals"),
        11 => (signature, oddity) = (signature[3..].to_owned(), "no version"),
        12 => (signature, oddity) = (signature[..rng.usize(3..66)].to_owned(), "a part of the signature"),
        13 => (signature, oddity) = (sign("another", &timestamp, &body), "another secret"),
        14 => (timestamp, oddity) = ((moment + 1).to_string(), "another moment"),
        15 => (signature, oddity) = (format!("{signature} "), "a space after the signature"),
        16 => (signature, oddity) = (format!("{signature}é"), "a signature that is no ASCII"),
        _ => {}
    }
    let name = |rng: &mut Rng, name: &str| match rng.u8(0..3) {
        0 => name.to_lowercase(),
        1 => name.to_uppercase(),
        _ => name.to_owned(),
    };
    let mut headers = vec![(name(rng, TIMESTAMP), timestamp), (name(rng, SIGNATURE), signature)];
    match odd {
        17 => (_, oddity) = (headers.remove(rng.usize(0..2)), "a missing header"),
        18 => {
            let (name, _) = headers[1].clone();
            headers.insert(1, (name, "v0=00".to_owned()));
            oddity = "a repeated header";
        }
        19 => {
            headers.push(headers[rng.usize(0..2)].clone());
            oddity = "a repeated header";
        }
        _ => {}
    }
    Callback { secret, headers, body, now, oddity }
}
