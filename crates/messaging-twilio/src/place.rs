use messaging_core::{Error, ErrorKind, Place, Result};

/// Names the exchange of messages between one of our addresses and one of theirs.
///
/// An address is `+E.164`, a short code, or a channel address such as `whatsapp:+15550100777`. `ours` may be a
/// Messaging Service (`MG…`), which then picks the sender.
#[must_use]
pub fn direct(ours: impl Into<String>, theirs: impl Into<String>) -> Place {
    Place::new("direct", [ours.into(), theirs.into()])
}

/// Names a conversation of Conversations v1 by its SID, `CH…`.
#[must_use]
pub fn conversation(sid: impl Into<String>) -> Place {
    Place::new("conv", [sid.into()])
}

/// A place of ours, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'p> {
    Direct { ours: &'p str, theirs: &'p str },
    Conversation(&'p str),
}

impl<'p> Target<'p> {
    /// Reads a place.
    ///
    /// # Errors
    /// It is not one of ours, or a part is empty.
    pub(crate) fn of(place: &'p Place) -> Result<Self> {
        let filled = place.parts().iter().all(|part| !part.is_empty());
        match (place.kind(), place.parts()) {
            ("direct", [ours, theirs]) if filled => Ok(Self::Direct { ours, theirs }),
            ("conv", [sid]) if filled => Ok(Self::Conversation(sid)),
            _ => Err(Error::new(
                ErrorKind::Invalid,
                format!("`{place}` is no place of twilio; write `direct:{{ours}},{{theirs}}` or `conv:{{CH…}}`"),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_the_contract_says() {
        assert_eq!(direct("+15550100001", "+15550100777").to_string(), "direct:+15550100001,+15550100777");
        assert_eq!(
            direct("whatsapp:+15550100001", "whatsapp:+15550100777").to_string(),
            "direct:whatsapp%3A+15550100001,whatsapp%3A+15550100777"
        );
        assert_eq!(conversation("CH01").to_string(), "conv:CH01");
        let place: Place = "direct:whatsapp%3A+1,whatsapp%3A+2".parse().unwrap();
        assert_eq!(Target::of(&place).unwrap(), Target::Direct { ours: "whatsapp:+1", theirs: "whatsapp:+2" });
    }

    #[test]
    fn other_places_are_refused() {
        for place in [
            Place::new("channel", ["T1", "C1"]),
            Place::new("direct", ["+1"]),
            Place::new("direct", ["", "+1"]),
            Place::new("conv", [""]),
        ] {
            assert_eq!(Target::of(&place).unwrap_err().kind(), ErrorKind::Invalid, "{place}");
        }
    }
}
