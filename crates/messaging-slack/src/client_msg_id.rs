//! The id that a client gives a message: whoever looks at it can tell a copy from another message.
//!
//! Slack documents it for no method, so that nobody knows whether a workspace looks at it;
//! [`Slack::probe_idempotency`](crate::Slack::probe_idempotency) finds out.

use messaging_core::{id::IntentId, signature::sha256_hex};

/// The argument's name.
pub(crate) const CLIENT_MSG_ID: &str = "client_msg_id";

/// Makes the id of a send: a UUID (RFC 9562, version 8) that is the same whenever the send is tried.
pub(crate) fn client_msg_id(intent: &IntentId) -> String {
    let digest = sha256_hex([intent.as_str().as_bytes()]);
    let number = digest.get(..32).and_then(|half| u128::from_str_radix(half, 16).ok()).unwrap_or_default();
    let number = number & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_send_has_one_id_and_another_send_another() {
        let id = client_msg_id(&"6f1d".into());
        assert_eq!(id, client_msg_id(&"6f1d".into()));
        assert_ne!(id, client_msg_id(&"6f1e".into()));
        let parts: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert!(id[14..].starts_with('8') && ["8", "9", "a", "b"].contains(&&id[19..20]), "{id}");
        assert!(id.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
    }
}
