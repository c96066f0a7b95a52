//! The primitives every webhook signature is made of. Comparison takes the same time wherever the difference is.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// Whether `given` is the canonical Base64 of HMAC-SHA-1 over the concatenated `pieces`.
///
/// A second spelling of the same bytes (other padding, stray bits, white space) is refused.
#[must_use]
pub fn is_hmac_sha1_base64(key: &str, pieces: &[&[u8]], given: &str) -> bool {
    let Ok(bytes) = STANDARD.decode(given) else { return false };
    STANDARD.encode(&bytes) == given && verify::<Hmac<Sha1>>(key, pieces, &bytes)
}

/// Whether `given` is the canonical Base64 of HMAC-SHA-256 over the concatenated `pieces`.
///
/// A second spelling of the same bytes is refused, as in [`is_hmac_sha1_base64`].
#[must_use]
pub fn is_hmac_sha256_base64(key: &str, pieces: &[&[u8]], given: &str) -> bool {
    let Ok(bytes) = STANDARD.decode(given) else { return false };
    STANDARD.encode(&bytes) == given && verify::<Hmac<Sha256>>(key, pieces, &bytes)
}

/// Whether `given` is the lower-case hex of HMAC-SHA-256 over the concatenated `pieces`.
#[must_use]
pub fn is_hmac_sha256_hex(key: &str, pieces: &[&[u8]], given: &str) -> bool {
    unhex(given).is_some_and(|bytes| verify::<Hmac<Sha256>>(key, pieces, &bytes))
}

/// Returns HMAC-SHA-256 over the concatenated `pieces`, to sign what we issue ourselves.
///
/// Never compare the result with what somebody sent: `is_hmac_…` does that in constant time.
#[must_use]
pub fn hmac_sha256(key: &str, pieces: &[&[u8]]) -> [u8; 32] {
    // RFC 2104: a key longer than a block is hashed, a shorter one filled up with zeroes.
    let mut block = [0; 64];
    let hashed = Sha256::digest(key);
    let key = if key.len() > block.len() { hashed.as_slice() } else { key.as_bytes() };
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for piece in pieces {
        mac.update(piece);
    }
    mac.finalize().into_bytes().into()
}

/// Returns the lower-case hex of SHA-256 over the concatenated `pieces`: a stable name for what has none.
#[must_use]
pub fn sha256_hex<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(piece);
    }
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        hex.push(digit(byte >> 4));
        hex.push(digit(byte & 15));
    }
    hex
}

fn verify<M: Mac + KeyInit>(key: &str, pieces: &[&[u8]], given: &[u8]) -> bool {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key.as_bytes()) else { return false };
    for piece in pieces {
        mac.update(piece);
    }
    mac.verify_slice(given).is_ok()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let mut bytes = Vec::with_capacity(pairs.len());
    for [high, low] in pairs {
        bytes.push(digit(*high)? << 4 | digit(*low)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_bit_is_refused() {
        let good = "v6UUFzDUnkEzYpLR6Ruo6U1S3aQ=";
        let key = "key";
        let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap();
        mac.update(b"body");
        let bytes = mac.finalize().into_bytes();
        let encoded = STANDARD.encode(bytes);
        assert!(is_hmac_sha1_base64(key, &[b"bo", b"dy"], &encoded));
        assert!(!is_hmac_sha1_base64(key, &[b"body"], good));
        for bit in 0..bytes.len() * 8 {
            let mut forged = bytes;
            forged[bit / 8] ^= 1 << (bit % 8);
            assert!(!is_hmac_sha1_base64(key, &[b"body"], &STANDARD.encode(forged)), "bit {bit}");
        }
    }

    #[test]
    fn a_second_spelling_is_refused() {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"key").unwrap();
        mac.update(b"body");
        let hex = mac.finalize().into_bytes().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert!(is_hmac_sha256_hex("key", &[b"body"], &hex));
        for forged in [hex.to_uppercase(), hex[1..].to_owned(), format!("{hex}0"), format!(" {hex}"), String::new()] {
            assert!(!is_hmac_sha256_hex("key", &[b"body"], &forged), "{forged}");
        }
    }

    #[test]
    fn base64_has_one_spelling_under_either_hash() {
        let good = STANDARD.encode(hmac_sha256("key", &[b"body"]));
        assert!(is_hmac_sha256_base64("key", &[b"bo", b"dy"], &good));
        assert!(!is_hmac_sha256_base64("kez", &[b"body"], &good) && !is_hmac_sha256_base64("key", &[b"bodz"], &good));
        for forged in [good.trim_end_matches('=').to_owned(), format!("{good} "), good.replace('=', ""), String::new()]
        {
            assert!(!is_hmac_sha256_base64("key", &[b"body"], &forged), "{forged}");
        }
        assert!(!is_hmac_sha1_base64("key", &[b"body"], &good));
    }

    /// Keys around the length of a block, against the vectors of RFC 4231 and against the verifying side.
    #[test]
    fn what_is_signed_holds() {
        let hex = |bytes: [u8; 32]| bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        let jefe = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(hex(hmac_sha256("Jefe", &[b"what do ya want ", b"for nothing?"])), jefe);
        for length in [0, 1, 63, 64, 65, 131] {
            let key = "k".repeat(length);
            assert!(is_hmac_sha256_hex(&key, &[b"body"], &hex(hmac_sha256(&key, &[b"body"]))), "{length}");
        }
    }
}
