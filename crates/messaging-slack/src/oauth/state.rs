//! The state of an install: random, signed, good for ten minutes, in one browser. Nothing is kept for it, so it survives
//! a restart, and a flood of beginnings costs nothing.

use messaging_core::{
    Secret, UnixMillis,
    signature::{hmac_sha256, is_hmac_sha256_hex},
};

/// How long somebody may take to decide.
pub(super) const MINUTES: i64 = 10;

const LABEL: &[u8] = b"messaging slack oauth state 1";

/// A state that was begun here, by this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// What may be used once.
    pub(super) nonce: String,
    /// When it ends.
    pub(super) until: UnixMillis,
}

/// Makes a word that nobody can guess; none if the system has no randomness.
pub(super) fn random() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(hex(&bytes))
}

impl State {
    /// Begins an install in the browser that holds `cookie`.
    pub(super) fn begin(now: UnixMillis) -> Option<Self> {
        Some(Self { nonce: random()?, until: UnixMillis(now.0.saturating_add(MINUTES * 60_000)) })
    }

    /// Writes it for the address that Slack sends people back to.
    pub(super) fn written(&self, key: &Secret, cookie: &str) -> String {
        let Self { nonce, until } = self;
        let until = until.0.to_string();
        let mac = hmac_sha256(key.expose(), &pieces(nonce, &until, cookie));
        format!("{nonce}.{until}.{}", hex(&mac))
    }

    /// Reads what came back with `cookie`; none if it was not begun here, in another browser, or is too old.
    pub(super) fn read(text: &str, key: &Secret, cookie: &str, now: UnixMillis) -> Option<Self> {
        let mut parts = text.split('.');
        let (nonce, until, mac) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || !is_hmac_sha256_hex(key.expose(), &pieces(nonce, until, cookie), mac) {
            return None;
        }
        let until = UnixMillis(until.parse().ok()?);
        (now < until).then(|| Self { nonce: nonce.to_owned(), until })
    }
}

/// No part can run into the next: none holds a dot.
fn pieces<'p>(nonce: &'p str, until: &'p str, cookie: &'p str) -> [&'p [u8]; 7] {
    [LABEL, b".", nonce.as_bytes(), b".", until.as_bytes(), b".", cookie.as_bytes()]
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_good_for_ten_minutes_in_one_browser() {
        let (key, now) = (Secret::new("k"), UnixMillis(1_000));
        let state = State::begin(now).unwrap();
        let text = state.written(&key, "cookie");
        let read = |text: &str, key: &str, cookie, at| State::read(text, &Secret::new(key), cookie, UnixMillis(at));
        assert_eq!(read(&text, "k", "cookie", 600_999), Some(state.clone()));
        for (text, key, cookie, at) in [
            (text.as_str(), "k", "cookie", 601_000),
            (&text, "k", "other", 1_000),
            (&text, "k", "", 1_000),
            (&text, "other", "cookie", 1_000),
            (&text.replace(".601000.", ".999000."), "k", "cookie", 1_000),
            (&format!("{text}.x"), "k", "cookie", 1_000),
            ("", "k", "cookie", 1_000),
            ("a.b.c", "k", "cookie", 1_000),
        ] {
            assert_eq!(read(text, key, cookie, at), None, "{text} {key} {cookie} {at}");
        }
        assert_ne!(State::begin(now), State::begin(now));
    }
}
