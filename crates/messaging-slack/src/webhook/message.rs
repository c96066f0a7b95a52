//! Messages and mentions. Slack tells a mention twice, as `message` and as `app_mention`: it is one event.
//!
//! <https://docs.slack.dev/reference/events/message>

use messaging_core::{
    Addressed, Event, EventKind, Place,
    message::{Author, Media, Message},
};

use super::{
    envelope::{Envelope, Fields, is_direct, place_of},
    json::Json,
    speaker::Speaker,
};
use crate::{Answer, Slack, metadata, mrkdwn, place, ts};

impl Slack {
    pub(super) fn message(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> Option<Event> {
        let speaker = self.speaker(envelope, inner);
        let (Some(team), Some(channel), Some(id)) = (envelope.team(), inner.text("/channel"), inner.text("/ts")) else {
            return envelope.other("message", Some(inner));
        };
        let author = match speaker {
            Speaker::Bot => return None,
            // As a mention it has no metadata: the echo that proves the send is the `message`.
            Speaker::Us if inner.text("/type") == Some("app_mention") => return None,
            Speaker::Nobody => {
                let name =
                    inner.text("/subtype").map_or_else(|| "message".to_owned(), |kind| format!("message.{kind}"));
                return envelope.other(&name, Some(inner));
            }
            Speaker::Us => None,
            Speaker::Person(user) => Some(person(user, inner)),
            Speaker::AllowedBot(id) => Some(bot(id, inner)),
        };
        let direct = is_direct(inner.text("/channel_type"), channel);
        let mentioned = author.is_some() && self.is_mentioned(envelope, inner);
        let thread = inner.text("/thread_ts").filter(|root| *root != id);
        let place = match thread {
            Some(root) => place::thread(team, channel, root),
            // A mention is answered in a thread of its own.
            None if mentioned && !direct => place::thread(team, channel, id),
            None => place_of(team, channel, direct),
        };
        let ours = inner.text("/user").or_else(|| inner.text("/bot_id"));
        let spoken = author.is_some();
        let author = author.unwrap_or_else(|| Author::new(ours.unwrap_or("unknown")));
        let mut message = Message::new(id, author, "");
        message.content.media = files(inner);
        message.thread = thread.map(Into::into);
        message.sent_at = ts::moment(id);
        let kind = if spoken {
            message.content.text = self.said(envelope, inner);
            EventKind::MessageAdded(message)
        } else {
            message.content.text = mrkdwn::read(inner.text("/text").unwrap_or_default());
            let intent = inner.at(metadata::INTENT).and_then(Json::as_str);
            EventKind::MessageEchoed { message, intent: intent.map(Into::into) }
        };
        let logical = [team, ":", channel, ":", id].concat();
        let addressed = match spoken {
            true if direct => Addressed::Direct,
            true if mentioned => Addressed::Mention,
            true if self.answer == Answer::Everything => Addressed::Direct,
            // Our own words call nobody.
            true | false => Addressed::Ambient,
        };
        let event = named(envelope, logical, place, kind).addressed(addressed);
        let event = event.with_raw(envelope.raw);
        Some(match ts::moment(id) {
            Some(moment) => event.at(moment),
            None => event,
        })
    }

    pub(super) fn is_mentioned(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> bool {
        let text = inner.text("/text").unwrap_or_default();
        inner.text("/type") == Some("app_mention")
            || self.bot_user(envelope).is_some_and(|bot| mrkdwn::mentions(text, bot))
    }

    /// What was said to us, without our name.
    pub(super) fn said(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> String {
        let text = inner.text("/text").unwrap_or_default();
        mrkdwn::read(self.bot_user(envelope).map_or(text, |bot| mrkdwn::without_mention(text, bot)))
    }
}

/// The files of a message.
pub(super) fn files(message: Fields<'_>) -> Vec<Media> {
    let files = message.at("/files").map(Json::list).unwrap_or_default();
    files.iter().filter_map(|file| mrkdwn::file(|name| file.get(name).and_then(Json::as_str))).collect()
}

/// A person as an author, by the name that some messages carry.
pub(super) fn person(id: &str, message: Fields<'_>) -> Author {
    let author = Author::new(id);
    let names = ["/user_profile/display_name", "/user_profile/real_name", "/user_profile/name"];
    match names.into_iter().find_map(|name| message.text(name)) {
        Some(name) => author.named(name),
        None => author,
    }
}

/// A bot that is answered, as an author.
pub(super) fn bot(id: &str, message: Fields<'_>) -> Author {
    let author = Author::new(id).as_bot();
    match message.text("/bot_profile/name").or_else(|| message.text("/username")) {
        Some(name) => author.named(name),
        None => author,
    }
}

/// An event with both its names: Slack's for the delivery, and the message's own.
fn named(envelope: &Envelope<'_>, logical: String, place: Place, kind: EventKind) -> Event {
    match envelope.key() {
        Some(key) => Event::new(key, place, kind).or_key(logical),
        None => Event::new(logical, place, kind),
    }
}
