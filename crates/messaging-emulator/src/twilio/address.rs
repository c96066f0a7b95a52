/// How a person is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    Sms,
    WhatsApp,
}

impl Channel {
    /// As REST writes it.
    pub(crate) fn lower(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::WhatsApp => "whatsapp",
        }
    }

    /// As webhooks write it.
    pub(crate) fn upper(self) -> &'static str {
        match self {
            Self::Sms => "SMS",
            Self::WhatsApp => "WHATSAPP",
        }
    }

    /// The address of a number on this channel.
    pub(crate) fn address(self, number: &str) -> String {
        match self {
            Self::Sms => number.to_owned(),
            Self::WhatsApp => format!("whatsapp:{number}"),
        }
    }
}

/// An address taken apart: its channel and its number in E.164. None if it is neither SMS nor WhatsApp.
pub(crate) fn parse(address: &str) -> Option<(Channel, &str)> {
    let (channel, number) = match address.strip_prefix("whatsapp:") {
        Some(number) => (Channel::WhatsApp, number),
        None => (Channel::Sms, address),
    };
    let digits = number.strip_prefix('+')?;
    let well_formed = (2..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    well_formed.then_some((channel, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_e164_is_a_number() {
        assert_eq!(parse("+15550100777"), Some((Channel::Sms, "+15550100777")));
        assert_eq!(parse("whatsapp:+15550100777"), Some((Channel::WhatsApp, "+15550100777")));
        for wrong in ["", "+", "15550100777", " 15550100777", "+0555", "+1555010077712345", "+1555x", "WhatsApp:+1555"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
