//! Addresses of people and senders: which channel one belongs to, and whether two may write to each other.

use messaging_core::{Error, ErrorKind, Result};

use crate::sid::is_sid;

/// The channel of an address: `sms` without a prefix, otherwise the prefix, such as `whatsapp`.
pub(crate) fn channel(address: &str) -> &str {
    match address.split_once(':') {
        Some((channel, _)) if !channel.is_empty() => channel,
        _ => "sms",
    }
}

/// The address without its channel.
pub(crate) fn bare(address: &str) -> &str {
    address.split_once(':').map_or(address, |(_, bare)| bare)
}

/// Whether `number` is `+` and 2 to 15 digits, the first of them not 0 (E.164).
pub(crate) fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && !digits.starts_with('0')
    })
}

/// Whether `number` is a short code: 3 to 8 digits.
pub(crate) fn is_short_code(number: &str) -> bool {
    (3..=8).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// Refuses what Twilio would: an address that is none, and two that are on different channels (error 30016).
///
/// `ours` may be a Messaging Service (`MG…`), which finds a sender for the channel of `theirs`, or an alphanumeric
/// sender.
pub(crate) fn check(ours: &str, theirs: &str) -> Result<()> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
    let (from, to) = (channel(ours), channel(theirs));
    match to {
        "sms" if !is_e164(theirs) && !is_short_code(theirs) => {
            return refuse(format!("`{theirs}` is no number to write to: write it as `+15550100777`"));
        }
        "whatsapp" | "rcs" | "messenger" if !is_written(bare(theirs)) => {
            return refuse(format!("`{theirs}` names nobody on {to}: write it as `{to}:…`"));
        }
        _ => {}
    }
    if is_sid(ours, "MG") {
        return Ok(());
    }
    if from != to {
        return refuse(
            format!(
                "{from} and {to} do not mix: a message from `{ours}` to `{theirs}` needs both on one channel, as \
             `{to}:+15550100001` or a Messaging Service (`MG…`)"
            )
            .replace("sms:", ""),
        );
    }
    if from == "sms" && !is_e164(ours) && !is_short_code(ours) && !is_alphanumeric(ours) {
        return refuse(format!(
            "`{ours}` is no sender: write it as `+15550100001`, a short code, up to 11 letters and digits, or a \
             Messaging Service (`MG…`)"
        ));
    }
    Ok(())
}

/// What a sender is that is nobody's own: the sandbox that everybody shares, or a number of Twilio's for tests
/// (<https://www.twilio.com/docs/whatsapp/sandbox>, <https://www.twilio.com/docs/iam/test-credentials>).
pub(crate) fn lent(sender: &str) -> Option<&'static str> {
    match (channel(sender), bare(sender)) {
        ("whatsapp", "+14155238886") => {
            Some("WhatsApp's sandbox: it reaches only people who have written it the console's `join …` (error 63015)")
        }
        ("sms", number) if number.starts_with("+1500555000") => {
            Some("a number for test credentials: nothing that is sent from it arrives")
        }
        _ => None,
    }
}

/// Whether an address behind a channel's prefix is written at all. WhatsApp may name somebody without a number.
fn is_written(bare: &str) -> bool {
    !bare.is_empty() && bare.chars().all(|char| !char.is_whitespace() && !char.is_control())
}

/// Whether a sender is alphanumeric: up to 11 letters, digits and spaces, at least one letter.
fn is_alphanumeric(sender: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_' | b'+' | b'&');
    (1..=11).contains(&sender.len())
        && sender.bytes().all(plain)
        && sender.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MG: &str = "MG00000000000000000000000000000005";

    #[test]
    fn what_is_lent_is_known() {
        assert!(lent("whatsapp:+14155238886").unwrap().contains("sandbox"));
        assert!(lent("+15005550006").unwrap().contains("test credentials"));
        for own in ["+14155238886", "whatsapp:+15550100001", "+15550100001", "12345"] {
            assert_eq!(lent(own), None, "{own}");
        }
    }

    #[test]
    fn both_ends_are_on_one_channel() {
        for (ours, theirs) in [
            ("+15550100001", "+15550100777"),
            ("12345", "+15550100777"),
            ("Example Co", "+15550100777"),
            ("+15550100001", "12345"),
            ("whatsapp:+15550100001", "whatsapp:+15550100777"),
            ("whatsapp:+15550100001", "whatsapp:CO.4481234"),
            ("rcs:example_agent", "rcs:+15550100777"),
            ("messenger:107", "messenger:108"),
            (MG, "+15550100777"),
            (MG, "whatsapp:+15550100777"),
            ("new:1", "new:2"),
        ] {
            assert!(check(ours, theirs).is_ok(), "{ours} {theirs}");
        }
        for (ours, theirs, why) in [
            ("+15550100001", "whatsapp:+15550100777", "`whatsapp:+15550100001`"),
            ("whatsapp:+15550100001", "+15550100777", "as `+15550100001`"),
            ("whatsapp:+15550100001", "messenger:7", "do not mix"),
            ("+15550100001", "ann", "no number"),
            ("+15550100001", "+0123", "no number"),
            ("+15550100001", "+1 555 010 0777", "no number"),
            (MG, "whatsapp:", "names nobody"),
            ("whatsapp:+15550100001", "whatsapp: +1", "names nobody"),
            ("example company", "+15550100777", "no sender"),
            ("+", "+15550100777", "no sender"),
        ] {
            let error = check(ours, theirs).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid);
            assert!(error.to_string().contains(why), "{ours} {theirs}: {error}");
        }
    }
}
