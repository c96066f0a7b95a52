//! Exporting a conversation, and closing it.

use std::{collections::HashSet, fmt};

use crate::{
    BoxError, Error, ErrorKind, Messenger, Page, Place, Reached, Result,
    id::{ConversationId, MessageId},
    message::{
        ConversationState, FetchConversation, ListMessages, ListParticipants, Message, ParticipantAddress,
        SetConversationState, Speaker, Transcript,
    },
};

/// The most messages of one conversation that are kept in memory.
const MOST_MESSAGES: usize = 100_000;

/// The most participants that are.
const MOST_PARTICIPANTS: usize = 10_000;

/// Exports a conversation: the conversation, its participants and everything said in it. Changes nothing.
///
/// # Errors
/// The provider has no such conversation, cannot list it, or it has more than 100,000 messages.
pub async fn export(messenger: &Messenger, conversation: &Place) -> Result<Transcript> {
    let fetched = messenger.call(FetchConversation { id: id_of(conversation)? }).await?;
    let mut transcript = Transcript::new(fetched);
    transcript.messages = news(messenger, conversation, &HashSet::new()).await?;
    named(messenger, &mut transcript).await?;
    Ok(transcript)
}

/// Exports a conversation, then closes it for good. One that is closed already is exported only.
///
/// What is posted between the two is read after closing, when nothing can follow, and is in the transcript too.
///
/// # Errors
/// Those of [`export`]. Where closing fails, or reading what was posted in between, the transcript is in the error:
/// [`rescued`] returns it.
pub async fn archive(messenger: &Messenger, conversation: &Place) -> Result<Transcript> {
    let mut transcript = export(messenger, conversation).await?;
    if transcript.conversation.state == ConversationState::Closed {
        return Ok(transcript);
    }
    let close = SetConversationState { id: transcript.conversation.id.clone(), state: ConversationState::Closed };
    match messenger.call(close).await {
        Ok(closed) => transcript.conversation = closed,
        Err(error) => return Err(Unfinished::wrap("it was exported, but it may not be closed", transcript, error)),
    }
    let known = transcript.messages.iter().map(|message| message.id.clone()).collect();
    match news(messenger, conversation, &known).await {
        Ok(missed) if missed.is_empty() => return Ok(transcript),
        Ok(missed) => transcript.messages.extend(missed),
        Err(error) => {
            return Err(Unfinished::wrap("it is closed, but what was said last may be missing", transcript, error));
        }
    }
    match named(messenger, &mut transcript).await {
        Ok(()) => Ok(transcript),
        Err(error) => Err(Unfinished::wrap("it is closed, but who takes part may have changed", transcript, error)),
    }
}

/// Returns what [`archive`] had exported before it failed with `error`.
#[must_use]
pub fn rescued(error: &Error) -> Option<&Transcript> {
    let source = std::error::Error::source(error)?;
    source.downcast_ref::<Unfinished>().map(|unfinished| &unfinished.transcript)
}

/// What is posted in a conversation beyond what is known, oldest first.
async fn news(messenger: &Messenger, conversation: &Place, known: &HashSet<MessageId>) -> Result<Vec<Message>> {
    let (mut found, mut seen) = (Vec::new(), known.clone());
    let mut list = ListMessages::of(conversation.clone());
    loop {
        let Page { items, next } = messenger.call(list.clone()).await?;
        let reaches_known = items.iter().any(|message| known.contains(&message.id));
        // A page may repeat what is on the one before, where somebody wrote in between.
        found.extend(items.into_iter().filter(|message| seen.insert(message.id.clone())));
        if found.len() > MOST_MESSAGES {
            return Err(too_long(&format!("more than {MOST_MESSAGES} messages")));
        }
        match next {
            Some(_) if next == list.cursor => return Err(round()),
            Some(_) if !reaches_known => list.cursor = next,
            _ => break,
        }
    }
    found.reverse();
    Ok(found)
}

/// Reads who takes part, and says who wrote what by the names people are shown.
async fn named(messenger: &Messenger, transcript: &mut Transcript) -> Result<()> {
    let mut list = ListParticipants::of(transcript.conversation.id.clone());
    let mut people: Vec<Speaker> = Vec::new();
    loop {
        let Page { items, next } = messenger.call(list.clone()).await?;
        people.extend(items.into_iter().map(Speaker::from));
        if people.len() > MOST_PARTICIPANTS {
            return Err(too_long(&format!("more than {MOST_PARTICIPANTS} participants")));
        }
        match next {
            Some(_) if next == list.cursor => return Err(round()),
            Some(_) => list.cursor = next,
            None => break,
        }
    }
    for author in transcript.messages.iter_mut().map(|message| &mut message.author) {
        let speaker = people.iter().find(|speaker| is_written_by(&author.id, &speaker.participant.address));
        if author.name.is_none() {
            author.name = speaker.map(|speaker| speaker.display_name.clone());
        }
    }
    transcript.participants = people;
    Ok(())
}

fn is_written_by(author: &str, address: &ParticipantAddress) -> bool {
    match address {
        ParticipantAddress::Identity(name) | ParticipantAddress::Projected { identity: name, .. } => name == author,
        ParticipantAddress::Address { address, .. } => address == author,
    }
}

/// The provider's name for the conversation at a place: its last part.
fn id_of(conversation: &Place) -> Result<ConversationId> {
    let name = conversation.parts().last().map(|part| ConversationId::from(part.as_str()));
    name.ok_or_else(|| Error::new(ErrorKind::Invalid, format!("`{conversation}` names no conversation")))
}

fn too_long(what: &str) -> Error {
    let message = format!("the conversation has {what}, which is more than a transcript holds");
    Error::new(ErrorKind::Unsupported, message)
}

fn round() -> Error {
    let message = "the provider's list leads back to the same page";
    Error::new(ErrorKind::Unexpected, message).with_reached(Reached::Answered)
}

/// An archive that came no further than its transcript.
struct Unfinished {
    transcript: Transcript,
    cause: BoxError,
}

impl Unfinished {
    /// The same error, with the transcript in it.
    fn wrap(how_far: &str, transcript: Transcript, error: Error) -> Error {
        let mut wrapped = Error::new(error.kind(), format!("{how_far}: {error}")).with_reached(error.reached());
        if let Some(wait) = error.retry_after() {
            wrapped = wrapped.with_retry_after(wait);
        }
        if let Some(vendor) = error.vendor() {
            wrapped = wrapped.with_vendor(vendor.clone());
        }
        wrapped.with_source(Self { transcript, cause: error.into() })
    }
}

impl fmt::Debug for Unfinished {
    /// Says how much there is instead of what was said.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Transcript { conversation, messages, .. } = &self.transcript;
        let mut shown = f.debug_struct("Unfinished");
        shown
            .field("conversation", &conversation.id)
            .field("messages", &messages.len())
            .field("cause", &self.cause)
            .finish()
    }
}

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} messages of {} were exported", self.transcript.messages.len(), self.transcript.conversation.id)
    }
}

impl std::error::Error for Unfinished {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.cause)
    }
}
