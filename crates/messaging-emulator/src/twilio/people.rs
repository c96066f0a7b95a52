use std::{error::Error, fmt};

use tokio::sync::oneshot;

use crate::{
    TwilioEmulator,
    twilio::{
        letter::Letter,
        records::{Life, MOST_KEPT, Options, Sms, Who},
        said::Said,
        webhook::{Delivery, Question, Source, Verdict},
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
        self.written(from, to, &Letter::plain(text)).0
    }

    /// A participant writes in a conversation, named by sid or unique name; the author is an identity or an address.
    /// Returns the message's sid (`IM…`). Needs a tokio runtime.
    ///
    /// # Errors
    /// There is no such conversation, it is closed, or the author takes no part in it.
    pub fn write_in_conversation(&self, conversation: &str, author: &str, text: &str) -> Result<String, WriteError> {
        self.written_in_conversation(conversation, author, &Letter::plain(text)).map(|(sid, _)| sid)
    }

    pub(crate) fn written(&self, from: &str, to: &str, letter: &Letter) -> Written {
        let bound = self.records().bound(from, to).map(|conversation| conversation.sid.clone());
        if let Some(conversation) = bound.or_else(|| self.autocreate(from, to))
            && let Ok(written) = self.written_in_conversation(&conversation, from, letter)
        {
            if self.switches().inbound_twice {
                self.tell_inbound(&self.inbound(from, to, letter), &letter.extras);
            }
            return written;
        }
        self.remember(&letter.text);
        let sms = self.inbound(from, to, letter);
        self.show(&format!("{from},{to}"), &sms.sid, from, false, &letter.shown());
        self.open_window(from, to);
        self.obey(from, to, &letter.text);
        self.keep_sms(sms.clone());
        if !letter.files.is_empty() {
            self.lighten();
        }
        let delivery = self.tell_inbound(&sms, &letter.extras);
        (sms.sid, delivery)
    }

    /// What a person writes, as a message of the API of 2010.
    fn inbound(&self, from: &str, to: &str, letter: &Letter) -> Sms {
        Sms {
            sid: self.sid(if letter.files.is_empty() { "SM" } else { "MM" }),
            body: letter.text.clone(),
            from: from.to_owned(),
            to: to.to_owned(),
            messaging_service_sid: None,
            direction: "inbound",
            media: letter.files.iter().map(|file| self.medium_of(file)).collect(),
            created: self.desk.wall(),
            born: self.desk.now(),
            life: Life::only("received"),
            options: Options::default(),
        }
    }

    pub(crate) fn written_in_conversation(
        &self,
        name: &str,
        author: &str,
        letter: &Letter,
    ) -> Result<Written, WriteError> {
        let found = self.records().conversation(name).cloned();
        let conversation = found.ok_or(WriteError::NoConversation)?;
        let participant = conversation.author(author).ok_or(WriteError::NotAParticipant)?.clone();
        if conversation.is_closed() {
            return Err(WriteError::Closed);
        }
        if !letter.extras.fields.is_empty() {
            self.desk
                .warn("people/messages: fields were left out, a conversation's webhook tells none of them".to_owned());
        }
        let shown = letter.shown();
        let media = letter.files.iter().map(|file| self.attach_file(&conversation.service_sid, author, file));
        let said = Said {
            author: letter.author.clone().unwrap_or_else(|| author.to_owned()),
            body: Some(letter.text.clone()),
            attributes: letter.attributes.clone().unwrap_or_else(|| "{}".to_owned()),
            content_sid: None,
            content_variables: None,
            media: media.collect(),
        };
        if let Who::Bound { address, proxy } = &participant.who {
            self.open_window(address, proxy);
        }
        let posted = self.say(&conversation.sid, said).ok_or(WriteError::NoConversation)?;
        self.remember(&letter.text);
        self.show(&participant.place(&conversation), &posted.post.sid, author, false, &shown);
        self.show_post(&posted, false);
        if let Who::Bound { address, proxy } = &participant.who {
            self.obey(address, proxy, &letter.text);
        }
        let delivery = self.tell_message(&posted, "onMessageAdded", &Source::of(&participant));
        self.report_post(&posted);
        Ok((posted.post.sid, delivery))
    }

    /// On every channel but SMS, 24 hours begin in which a free text may be sent.
    fn open_window(&self, person: &str, ours: &str) {
        let now = self.desk.now();
        if person.contains(':') {
            self.records().messaging.open_window((person.to_owned(), ours.to_owned()), now);
        }
    }

    /// Asks the application before somebody's message is added (`onMessageAdd`), and changes it as the application
    /// answers. False if it does not agree.
    pub(crate) async fn may_write(&self, name: &str, author: &str, letter: &mut Letter) -> bool {
        let Some(conversation) = self.records().conversation(name).cloned() else { return true };
        let Some(participant) = conversation.author(author) else { return true };
        let question = Question::message_add(&conversation, author, &letter.text, "{}", &[]);
        match self.ask(&question, &Source::of(participant)).await {
            Verdict::Do(changes) => {
                for (key, value) in changes {
                    match key.as_str() {
                        "body" => letter.text = value,
                        "author" => letter.author = Some(value),
                        "attributes" => letter.attributes = Some(value),
                        _ => {}
                    }
                }
                true
            }
            Verdict::Refused | Verdict::Broken => false,
        }
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
