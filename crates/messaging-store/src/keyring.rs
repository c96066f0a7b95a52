use std::{fmt, sync::Arc};

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use messaging_core::{Secret, Secrets};

/// The first byte of what was sealed: how it was.
const FORM: u8 = 1;

/// Bytes of a key.
const KEY: usize = 32;

/// Keys that seal what must not be read off a disk: AES-256-GCM with random nonces, from the library that TLS uses.
///
/// The first key seals; all of them open, so that keys can be rotated. What was sealed under a name opens under that
/// name only. <https://www.rfc-editor.org/rfc/rfc5116>
#[derive(Clone)]
pub struct Keyring(Arc<[RandomizedNonceKey]>);

/// Why a key cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an encryption key is 32 random bytes as Base64 or hex: make one with `openssl rand -base64 32`")]
pub struct NoKey;

impl Keyring {
    /// Reads keys, the current one first. Each is 32 bytes as Base64 or as hex; several may stand in one text, parted by
    /// commas or spaces.
    ///
    /// # Errors
    /// There is no key, or one of them is none.
    pub fn read(secrets: &Secrets) -> Result<Self, NoKey> {
        let parts = |secret: &Secret| -> Vec<Secret> {
            let split = |c: char| c == ',' || c.is_whitespace();
            secret.expose().split(split).filter(|part| !part.is_empty()).map(Secret::new).collect()
        };
        let keys = secrets.iter().flat_map(parts).map(|part| key(part.expose())).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(NoKey) } else { Ok(Self(keys.into())) }
    }

    /// Seals `text` under `name`; none if the system has no randomness, or the text is beyond all bounds.
    pub(crate) fn seal(&self, name: &[u8], text: &str) -> Option<Vec<u8>> {
        let mut sealed = text.as_bytes().to_vec();
        let nonce = self.0.first()?.seal_in_place_append_tag(Aad::from(name), &mut sealed).ok()?;
        let mut bytes = vec![FORM];
        bytes.extend_from_slice(nonce.as_ref());
        bytes.append(&mut sealed);
        Some(bytes)
    }

    /// Opens what was sealed under `name`; says whether the current key did. None if no key fits.
    pub(crate) fn open(&self, name: &[u8], sealed: &[u8]) -> Option<(Secret, bool)> {
        let (form, rest) = sealed.split_first()?;
        let (nonce, body) = rest.split_at_checked(NONCE_LEN)?;
        if *form != FORM {
            return None;
        }
        self.0.iter().enumerate().find_map(|(at, key)| {
            let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
            let mut body = body.to_vec();
            let text = key.open_in_place(nonce, Aad::from(name), &mut body).ok()?;
            let text = std::str::from_utf8(text).ok()?;
            Some((Secret::new(text), at == 0))
        })
    }
}

fn key(text: &str) -> Result<RandomizedNonceKey, NoKey> {
    let bytes = if text.len() == 2 * KEY { hex(text) } else { STANDARD.decode(text).ok() };
    let bytes = bytes.filter(|bytes| bytes.len() == KEY).ok_or(NoKey)?;
    RandomizedNonceKey::new(&AES_256_GCM, &bytes).map_err(|_| NoKey)
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<_>> =
        text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    digits?.chunks(2).map(|pair| if let [high, low] = pair { Some(high << 4 | low) } else { None }).collect()
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").field("keys", &self.0.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const NEW: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    fn ring(keys: &[&str]) -> Result<Keyring, NoKey> {
        Keyring::read(&Secrets::new(keys.iter().copied().map(Secret::new).collect()))
    }

    #[test]
    fn the_first_key_seals_and_all_of_them_open() {
        let old = ring(&[OLD]).unwrap();
        let sealed = old.seal(b"row", "xoxb-canary").unwrap();
        assert!(!sealed.windows(6).any(|bytes| bytes == b"canary"));
        assert_ne!(sealed, old.seal(b"row", "xoxb-canary").unwrap(), "a nonce is used once");
        for keys in [&[NEW, OLD][..], &[&format!("{NEW}, {OLD}")[..]]] {
            let (text, current) = ring(keys).unwrap().open(b"row", &sealed).unwrap();
            assert_eq!((text.expose(), current), ("xoxb-canary", false));
        }
        assert!(old.open(b"row", &sealed).unwrap().1);
        assert!(ring(&[NEW]).unwrap().open(b"row", &sealed).is_none());
    }

    #[test]
    fn what_was_changed_or_belongs_elsewhere_does_not_open() {
        let ring = ring(&[NEW]).unwrap();
        let sealed = ring.seal(b"row", "text").unwrap();
        assert!(ring.open(b"other", &sealed).is_none());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(ring.open(b"row", &changed).is_none(), "{at}");
            assert!(ring.open(b"row", &sealed[..at]).is_none(), "{at}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused_and_not_shown() {
        for text in ["", " , ", "short", "zz", &"g".repeat(64), &OLD[1..], &format!("{OLD},canary")] {
            let error = ring(&[text]).unwrap_err();
            assert!(!error.to_string().contains("canary") && error.to_string().contains("openssl rand"), "{error}");
        }
        assert_eq!(format!("{:?}", ring(&[OLD, NEW]).unwrap()), "Keyring { keys: 2 }");
    }
}
