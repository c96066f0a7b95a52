//! By which of two ways a number's messages are answered: one text can reach us by both, under different SIDs.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::Error};

/// The way by which a number's messages come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InboundMode {
    /// By the number's own webhook, as texts.
    #[default]
    Messaging,
    /// Through Conversations, as `onMessageAdded`.
    Conversations,
    /// By whichever way a message comes: right where Twilio tells each message once, as its documentation says and its
    /// service does not always do.
    Both,
}

impl InboundMode {
    /// Whether texts are answered.
    pub(crate) fn answers_texts(self) -> bool {
        self != Self::Conversations
    }

    /// Whether messages of conversations are answered.
    pub(crate) fn answers_conversations(self) -> bool {
        self != Self::Messaging
    }
}

/// Which way counts, for every number. What comes by the other way is recorded and not answered.
///
/// Twilio does not say in `onMessageAdded` which number of ours a text was sent to. So where several numbers of one
/// channel differ, a conversation's text is answered as soon as one of them is told to use Conversations: do not add
/// participants by a number that is not. Identities, who have no number, are always answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbound {
    usual: InboundMode,
    numbers: BTreeMap<String, InboundMode>,
}

impl Inbound {
    /// The same way for every number.
    #[must_use]
    pub fn all(mode: InboundMode) -> Self {
        Self { usual: mode, numbers: BTreeMap::new() }
    }

    /// Another way for one number of ours, written as Twilio does: `+15550100001`, `whatsapp:+15550100001`.
    #[must_use]
    pub fn with(mut self, number: impl Into<String>, mode: InboundMode) -> Self {
        self.numbers.insert(number.into(), mode);
        self
    }

    /// The way of one number of ours.
    #[must_use]
    pub fn of(&self, number: &str) -> InboundMode {
        self.numbers.get(number).copied().unwrap_or(self.usual)
    }

    /// Whether a conversation's message is to be answered whose author has this address, and which came to `ours` where
    /// that is known.
    pub(crate) fn answers_conversation(&self, author: &str, ours: Option<&str>) -> bool {
        let Some(channel) = channel(author) else { return true };
        if let Some(ours) = ours {
            return self.of(ours).answers_conversations();
        }
        let mut modes = self.numbers.iter().filter(|(number, _)| self::channel(number) == Some(channel));
        self.usual.answers_conversations() || modes.any(|(_, mode)| mode.answers_conversations())
    }

    /// The numbers that are told another way than the usual one.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(String::as_str)
    }
}

/// The channel of an address, empty for texts; none for an identity, which has no number.
pub(crate) fn channel(address: &str) -> Option<&str> {
    const CHANNELS: [&str; 4] = ["whatsapp", "messenger", "rcs", "email"];
    if let Some((channel, _)) = address.split_once(':') {
        return CHANNELS.into_iter().find(|known| *known == channel);
    }
    let digits = address.strip_prefix('+')?;
    let is_number = (2..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then_some("")
}

/// Reads `"conversations"`; lines or a list in which `+15550100001=conversations` names one number; or a table of
/// numbers, in which `default` is the usual way. Blank lines count as absent.
///
/// # Errors
/// There is another word, or one number twice.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Inbound, D::Error> {
    const EXPECTED: &str = "`messaging`, `conversations` or `both`, for one number `+15550100001=conversations`";
    #[derive(Deserialize)]
    #[serde(
        untagged,
        expecting = "expected `inbound` as `messaging`, `conversations` or `both`, as a list with `+15550100001=conversations`, \
                     or as a table of numbers"
    )]
    enum Written {
        Table(BTreeMap<String, InboundMode>),
        One(String),
        Many(Vec<String>),
    }
    let texts = match Written::deserialize(deserializer)? {
        Written::Table(mut numbers) => {
            let usual = numbers.remove("default").unwrap_or_default();
            return Ok(Inbound { usual, numbers });
        }
        Written::One(text) => vec![text],
        Written::Many(texts) => texts,
    };
    let (mut usual, mut numbers) = (None, BTreeMap::new());
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        let (number, word) = line.split_once('=').map_or((None, line), |(number, word)| (Some(number.trim()), word));
        let mode = match word.trim() {
            "messaging" => InboundMode::Messaging,
            "conversations" => InboundMode::Conversations,
            "both" => InboundMode::Both,
            _ => return Err(D::Error::custom(format!("`inbound` has another word, expected {EXPECTED}"))),
        };
        let before = match number {
            Some(number) => numbers.insert(number.to_owned(), mode),
            None => usual.replace(mode),
        };
        if before.is_some() {
            return Err(D::Error::custom(format!("`inbound` says one thing twice, expected {EXPECTED}, each once")));
        }
    }
    Ok(Inbound { usual: usual.unwrap_or_default(), numbers })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::TwilioConfig;

    fn read(written: &Value) -> Result<Inbound, String> {
        let settings = json!({ "account_sid": "AC", "auth_token": "t", "inbound": written });
        let config: Result<TwilioConfig, _> = serde_json::from_value(settings);
        config.map(|config| config.inbound).map_err(|error| error.to_string())
    }

    #[test]
    fn it_is_written_as_a_word_as_lines_or_as_a_table() {
        use InboundMode::{Conversations, Messaging};
        for (written, inbound) in [
            (json!("messaging"), Inbound::default()),
            (json!(""), Inbound::default()),
            (json!("conversations"), Inbound::all(Conversations)),
            (json!(["+1555=conversations"]), Inbound::default().with("+1555", Conversations)),
            (
                json!("conversations\n whatsapp:+1 = messaging\n"),
                Inbound::all(Conversations).with("whatsapp:+1", Messaging),
            ),
            (
                json!({ "default": "conversations", "+1": "messaging" }),
                Inbound::all(Conversations).with("+1", Messaging),
            ),
        ] {
            assert_eq!(read(&written), Ok(inbound), "{written}");
        }
        for wrong in
            [json!("neither"), json!(["+1"]), json!(["messaging", "messaging"]), json!(7), json!({ "+1": "x" })]
        {
            assert!(read(&wrong).unwrap_err().contains("`messaging`"), "{wrong}");
        }
    }

    #[test]
    fn a_conversation_is_answered_where_a_number_of_its_channel_may_be_meant() {
        let inbound = Inbound::default().with("whatsapp:+1", InboundMode::Conversations);
        assert!(inbound.answers_conversation("ann", None) && inbound.answers_conversation("client:ann", None));
        assert!(inbound.answers_conversation("whatsapp:+15550100777", None));
        assert!(!inbound.answers_conversation("whatsapp:+15550100777", Some("whatsapp:+2")));
        assert!(!inbound.answers_conversation("+15550100777", None));
        assert!(inbound.answers_conversation("+15550100777", Some("whatsapp:+1")));
        assert!(Inbound::all(InboundMode::Both).answers_conversation("+15550100777", None));
        assert!(Inbound::all(InboundMode::Conversations).answers_conversation("+15550100777", None));
    }

    #[test]
    fn only_addresses_have_a_channel() {
        let known =
            ["+15550100777", "whatsapp:+1", "whatsapp:CO.448", "messenger:7", "rcs:x", "email:a@b"].map(channel);
        assert_eq!(known, ["", "whatsapp", "whatsapp", "messenger", "rcs", "email"].map(Some));
        for identity in ["ann", "+", "+ann", "client:ann", "", ":", "+1234567890123456", "bob+bot@example.com"] {
            assert_eq!(channel(identity), None, "{identity}");
        }
    }
}
