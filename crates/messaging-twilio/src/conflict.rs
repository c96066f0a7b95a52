//! What Twilio says is there already: found, and used where it is what was asked for.

use futures_util::StreamExt;
use messaging_core::{Error, Place, Result};

use crate::{
    Twilio,
    client::{conversations, participants as theirs},
    place,
    sid::is_sid,
};

/// The pair of addresses is in a conversation that is not closed (<https://www.twilio.com/docs/api/errors/50416>).
const BOUND: &str = "50416";
/// The identity is in this conversation (<https://www.twilio.com/docs/api/errors/50433>).
const PRESENT: &str = "50433";

/// Returns the conversation that a pair of addresses is in already, where `error` is Twilio's 50416: whoever was to be
/// added is to be written to there, until it is closed.
#[must_use]
pub fn conversation_in_use(error: &Error) -> Option<Place> {
    let vendor = error.vendor().filter(|vendor| vendor.code == BOUND)?;
    let words = vendor.message.split(|character: char| !character.is_ascii_alphanumeric());
    words.into_iter().find(|word| is_sid(word, "CH")).map(place::conversation)
}

impl Twilio {
    /// The participant that was to be added, if they are in this very conversation already; otherwise the error.
    pub(crate) async fn adopted(&self, add: theirs::Create, error: Error) -> Result<theirs::Participant> {
        let client = self.client();
        if error.vendor().is_some_and(|vendor| vendor.code == PRESENT)
            && let Some(identity) = add.identity
        {
            return client.call(theirs::Fetch::new(add.conversation, identity)).await;
        }
        let Some(occupied) = conversation_in_use(&error).and_then(|place| place.part(0).map(str::to_owned)) else {
            return Err(error);
        };
        // The request may name the conversation by its unique name.
        let is_here = occupied == add.conversation
            || !is_sid(&add.conversation, "CH")
                && client.call(conversations::Fetch::new(add.conversation.as_str())).await?.sid == occupied;
        if !is_here {
            return Err(error);
        }
        let is_it = |found: &theirs::Participant| {
            let binding = found.messaging_binding.as_ref();
            binding.is_some_and(|binding| {
                binding.address == add.messaging_binding_address
                    && binding.proxy_address == add.messaging_binding_proxy_address
            })
        };
        let mut all = client.list(theirs::List::new(add.conversation.as_str()).page_size(100_u32));
        while let Some(found) = all.next().await {
            let found = found?;
            if is_it(&found) {
                return Ok(found);
            }
        }
        Err(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use messaging_core::{ErrorKind, VendorError};

    const CH: &str = "CH00000000000000000000000000000002";

    #[test]
    fn the_conversation_is_read_off_the_words() {
        let error =
            |code: &str, words: &str| Error::new(ErrorKind::Invalid, "x").with_vendor(VendorError::new(code, words));
        let words = format!("A binding for this participant and proxy address already exists in Conversation {CH}.");
        assert_eq!(conversation_in_use(&error(BOUND, &words)), Some(place::conversation(CH)));
        assert_eq!(conversation_in_use(&error(PRESENT, &words)), None);
        assert_eq!(conversation_in_use(&error(BOUND, "already exists in Conversation CH1")), None);
        assert_eq!(conversation_in_use(&Error::new(ErrorKind::Invalid, words)), None);
    }
}
