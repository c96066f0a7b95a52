//! Messages that were changed or taken back. <https://docs.slack.dev/reference/events/message/message_changed>

use messaging_core::{Addressed, Event, EventKind, Place, message::Message};

use super::{
    envelope::{Envelope, Fields, conversation, is_direct, place_of},
    message::{bot, files, person},
    speaker::Speaker,
};
use crate::{Slack, place, ts};

impl Slack {
    /// A message that says something else now.
    ///
    /// What we change ourselves, a stream among it, is known to us. Without `edited` nobody has written anything: Slack
    /// tells an unfurled link so, and a thread that has grown.
    pub(super) fn changed(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> Option<Event> {
        let kept = || envelope.other("message.message_changed", Some(inner));
        let Some(message) = inner.object("/message") else { return kept() };
        if message.text("/subtype") == Some("tombstone") {
            // The root of a thread stays as a stone when its text is taken back.
            return removed(envelope, inner, message.text("/ts")).or_else(kept);
        }
        let author = match self.speaker(envelope, message) {
            Speaker::Us | Speaker::Bot => return None,
            Speaker::Nobody => return kept(),
            Speaker::Person(user) => person(user, message),
            Speaker::AllowedBot(id) => bot(id, message),
        };
        let (Some(id), Some(_)) = (message.text("/ts"), message.object("/edited")) else { return kept() };
        let place = self.place_of_changed(envelope, inner, message)?;
        let mut now = Message::new(id, author, "");
        now.content.text = self.said(envelope, message);
        now.content.media = files(message);
        now.thread = message.text("/thread_ts").filter(|root| *root != id).map(Into::into);
        now.sent_at = ts::moment(id);
        told(envelope, "message.message_changed", inner, place, EventKind::MessageEdited(now))
    }

    /// The lane that the message itself is in.
    fn place_of_changed(&self, envelope: &Envelope<'_>, inner: Fields<'_>, message: Fields<'_>) -> Option<Place> {
        let (team, channel) = (envelope.team()?, inner.text("/channel")?);
        let direct = is_direct(inner.text("/channel_type"), channel);
        let (id, root) = (message.text("/ts"), message.text("/thread_ts"));
        let root = root.filter(|root| id != Some(root));
        let own = id.filter(|_| !direct && self.is_mentioned(envelope, message));
        Some(root.or(own).map_or_else(|| place_of(team, channel, direct), |root| place::thread(team, channel, root)))
    }
}

/// A message that was taken back, by whomever.
pub(super) fn deleted(envelope: &Envelope<'_>, inner: Fields<'_>) -> Option<Event> {
    let id = inner.text("/deleted_ts").or_else(|| inner.text("/previous_message/ts"));
    removed(envelope, inner, id).or_else(|| envelope.other("message.message_deleted", Some(inner)))
}

fn removed(envelope: &Envelope<'_>, inner: Fields<'_>, id: Option<&str>) -> Option<Event> {
    let place = conversation(envelope.team()?, inner)?;
    told(envelope, "message.message_deleted", inner, place, EventKind::MessageRemoved(id?.into()))
}

/// Ambient, so that it does not make a channel's talk ours. An edit is not the message that it edits: its key is its own.
fn told(envelope: &Envelope<'_>, name: &str, inner: Fields<'_>, place: Place, kind: EventKind) -> Option<Event> {
    let event = Event::new(envelope.key_of(name, Some(inner))?, place, kind);
    let event = event.addressed(Addressed::Ambient).with_raw(envelope.raw);
    Some(match inner.text("/ts").and_then(ts::moment) {
        Some(moment) => event.at(moment),
        None => event,
    })
}
