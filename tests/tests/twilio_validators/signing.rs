//! A signature as Twilio makes it, written after its documentation.

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// With which hash a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha1,
    Sha256,
}

/// The URL, then every distinct name with each of its distinct values, sorted.
pub(crate) fn sign(key: &str, hash: Hash, url: &str, fields: &[(String, String)]) -> String {
    let mut fields = fields.to_vec();
    fields.sort();
    fields.dedup();
    let text: String = fields.iter().flat_map(|(name, value)| [name.as_str(), value]).collect();
    let text = format!("{url}{text}");
    let bytes = match hash {
        Hash::Sha1 => {
            Hmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap().chain_update(text).finalize().into_bytes().to_vec()
        }
        Hash::Sha256 => {
            Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap().chain_update(text).finalize().into_bytes().to_vec()
        }
    };
    STANDARD.encode(bytes)
}

/// The hash that `bodySHA256` carries.
pub(crate) fn body_hash(body: &str) -> String {
    Sha256::digest(body).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}
