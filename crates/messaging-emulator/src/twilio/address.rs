/// How a person is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    Sms,
    WhatsApp,
    Messenger,
    Rcs,
}

impl Channel {
    /// As REST writes it.
    pub(crate) fn lower(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::WhatsApp => "whatsapp",
            Self::Messenger => "messenger",
            Self::Rcs => "rcs",
        }
    }

    /// As webhooks write it.
    pub(crate) fn upper(self) -> &'static str {
        match self {
            Self::Sms => "SMS",
            Self::WhatsApp => "WHATSAPP",
            Self::Messenger => "MESSENGER",
            Self::Rcs => "RCS",
        }
    }

    /// The address of a number on this channel.
    pub(crate) fn address(self, number: &str) -> String {
        match self {
            Self::Sms => number.to_owned(),
            _ => format!("{}:{number}", self.lower()),
        }
    }
}

/// An address taken apart: its channel, and its number in E.164 or its name there. None if it is none.
///
/// SMS and WhatsApp have numbers in E.164; Messenger has digits for pages and people; RCS has numbers, and agents by name.
pub(crate) fn parse(address: &str) -> Option<(Channel, &str)> {
    let (channel, name) = match address.split_once(':') {
        None => (Channel::Sms, address),
        Some(("whatsapp", name)) => (Channel::WhatsApp, name),
        Some(("messenger", name)) => (Channel::Messenger, name),
        Some(("rcs", name)) => (Channel::Rcs, name),
        Some(_) => return None,
    };
    let is_well_formed = match channel {
        Channel::Sms | Channel::WhatsApp => is_e164(name),
        Channel::Messenger => (1..=32).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit()),
        Channel::Rcs => is_e164(name) || is_name(name),
    };
    is_well_formed.then_some((channel, name))
}

fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0')
    })
}

fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

/// Whether it sends SMS without being a number in E.164: a short code, or up to 11 letters, digits and spaces.
pub(crate) fn is_short(sender: &str) -> bool {
    let is_code = matches!(sender.len(), 5 | 6) && sender.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = (1..=11).contains(&sender.len())
        && sender.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ')
        && sender.bytes().any(|byte| byte.is_ascii_alphabetic());
    is_code || is_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_e164_is_a_number() {
        assert_eq!(parse("+15550100777"), Some((Channel::Sms, "+15550100777")));
        assert_eq!(parse("whatsapp:+15550100777"), Some((Channel::WhatsApp, "+15550100777")));
        assert_eq!(parse("rcs:+15550100777"), Some((Channel::Rcs, "+15550100777")));
        assert_eq!(parse("messenger:555123"), Some((Channel::Messenger, "555123")));
        for wrong in [
            "fax:+1555",
            "messenger:bob",
            "",
            "+",
            "15550100777",
            " 15550100777",
            "+0555",
            "+1555010077712345",
            "+1555x",
            "WhatsApp:+1555",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn short_codes_and_words_send_sms() {
        assert!(is_short("12345") && is_short("ACME 24") && !is_short("1234567") && !is_short("ACMECOMPANYX"));
    }
}
