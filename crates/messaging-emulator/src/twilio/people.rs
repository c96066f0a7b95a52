use std::{error::Error, fmt};

use tokio::sync::oneshot;

use crate::{
    TwilioEmulator,
    twilio::{
        records::{MOST_KEPT, Participant, Sms, Who, keep},
        said::Said,
        webhook::{Delivery, Source},
    },
};

/// Why a person could not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteError {
    /// There is no such conversation.
    NoConversation,
    /// The conversation is closed for good.
    Closed,
    /// Nobody of that identity or address takes part.
    NotAParticipant,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoConversation => "there is no such conversation: create it over REST first",
            Self::Closed => "the conversation is closed for good: create another one",
            Self::NotAParticipant => {
                "nobody of that identity or address takes part: add the participant over REST first"
            }
        })
    }
}

impl Error for WriteError {}

/// What was written, and the webhook's fate if one is called.
pub(crate) type Written = (String, Option<oneshot::Receiver<Delivery>>);

impl TwilioEmulator {
    /// A person writes to a number: an SMS, or a WhatsApp message if both are `whatsapp:` addresses. Returns its sid.
    ///
    /// If an open conversation binds the two, the message goes into it (`IM…`) and the number's webhook hears nothing;
    /// otherwise it is an `SM…`. A number that is not the account's hears nothing either. Needs a tokio runtime.
    #[allow(clippy::must_use_candidate, reason = "most callers want what follows, not the name")]
    pub fn write_sms(&self, from: &str, to: &str, text: &str) -> String {
        self.written(from, to, text, None).0
    }

    /// A participant writes in a conversation, named by sid or unique name; the author is an identity or an address.
    /// Returns the message's sid (`IM…`). Needs a tokio runtime.
    ///
    /// # Errors
    /// There is no such conversation, it is closed, or the author takes no part in it.
    pub fn write_in_conversation(&self, conversation: &str, author: &str, text: &str) -> Result<String, WriteError> {
        self.written_in_conversation(conversation, author, text).map(|(sid, _)| sid)
    }

    pub(crate) fn written(&self, from: &str, to: &str, text: &str, name: Option<&str>) -> Written {
        let bound = self.records().bound(from, to).map(|conversation| conversation.sid.clone());
        if let Some(conversation) = bound
            && let Ok(written) = self.written_in_conversation(&conversation, from, text)
        {
            return written;
        }
        self.remember(text);
        let sms = Sms {
            sid: self.sid("SM"),
            body: text.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            messaging_service_sid: None,
            direction: "inbound",
            media: Vec::new(),
            created: self.desk.wall(),
        };
        self.show(&format!("{from},{to}"), &sms.sid, from, false, text);
        self.obey(from, to, text);
        keep(&mut self.records().messages, sms.clone());
        let delivery = self.tell_inbound(&sms, name);
        (sms.sid, delivery)
    }

    pub(crate) fn written_in_conversation(&self, name: &str, author: &str, text: &str) -> Result<Written, WriteError> {
        let found = self.records().conversation(name).cloned();
        let conversation = found.ok_or(WriteError::NoConversation)?;
        let participant = conversation.author(author).ok_or(WriteError::NotAParticipant)?.clone();
        if conversation.is_closed() {
            return Err(WriteError::Closed);
        }
        let said = Said {
            author: author.to_owned(),
            body: Some(text.to_owned()),
            attributes: "{}".to_owned(),
            content_sid: None,
        };
        let posted = self.say(&conversation.sid, said).ok_or(WriteError::NoConversation)?;
        self.remember(text);
        self.show(&participant.place(&conversation.sid), &posted.post.sid, author, false, text);
        self.show_post(&posted, false);
        if let Who::Bound { address, proxy } = &participant.who {
            self.obey(address, proxy, text);
        }
        let delivery = self.tell_message(&posted, "onMessageAdded", &source(&participant));
        self.report_post(&posted);
        Ok((posted.post.sid, delivery))
    }

    /// Keeps what was written for the truth; a running service forgets some of it.
    fn remember(&self, text: &str) {
        let mut truth = self.desk.truth();
        truth.written.entry(text.to_owned()).or_default();
        if truth.written.len() > MOST_KEPT && self.is_live() {
            truth.written.pop_first();
        }
    }
}

fn source(participant: &Participant) -> Source {
    match participant.channel() {
        None => Source::Sdk(participant.name().to_owned()),
        Some(channel) => Source::Phone(channel),
    }
}
