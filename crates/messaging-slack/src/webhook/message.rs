//! Messages and mentions. Slack tells a mention twice, as `message` and as `app_mention`: it is one event.
//!
//! <https://docs.slack.dev/reference/events/message>

use messaging_core::{
    Addressed, Event, EventKind, Place,
    message::{Author, Message},
};

use super::envelope::{Envelope, Fields, is_direct, place_of};
use crate::{Answer, Slack, metadata, mrkdwn, place, ts};

/// Who spoke.
enum Speaker<'a> {
    /// A person.
    Person(&'a str),
    /// We.
    Us,
    /// Another bot: answering it could go on for ever.
    Bot,
    /// Slack itself, about the conversation.
    Nobody,
}

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
            Speaker::Person(user) => Some(user),
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
        let mut message = Message::new(id, Author::new(author.or(ours).unwrap_or("unknown")), "");
        message.content = mrkdwn::content(inner.value());
        message.thread = thread.map(Into::into);
        message.sent_at = ts::moment(id);
        let kind = match author {
            Some(_) => {
                message.content.text = self.said(envelope, inner);
                EventKind::MessageAdded(message)
            }
            None => EventKind::MessageEchoed { message, intent: metadata::intent_of(inner.value()).map(Into::into) },
        };
        let logical = format!("{team}:{channel}:{id}");
        let addressed = match author {
            Some(_) if direct => Addressed::Direct,
            Some(_) if mentioned => Addressed::Mention,
            Some(_) if self.answer == Answer::Everything => Addressed::Direct,
            // Our own words call nobody.
            Some(_) | None => Addressed::Ambient,
        };
        let event = named(envelope, logical, place, kind).addressed(addressed);
        let event = event.with_raw(envelope.raw);
        Some(match ts::moment(id) {
            Some(moment) => event.at(moment),
            None => event,
        })
    }

    fn speaker<'a>(&self, envelope: &Envelope<'a>, inner: Fields<'a>) -> Speaker<'a> {
        let spoken = matches!(
            inner.text("/subtype"),
            None | Some("bot_message" | "file_share" | "thread_broadcast" | "me_message")
        );
        if !spoken || inner.is_true("/hidden") {
            return Speaker::Nobody;
        }
        let (user, bot) = (inner.text("/user"), inner.text("/bot_id"));
        let identity = self.identity.get();
        let is = |ours: Option<&str>, theirs: Option<&str>| ours.is_some() && ours == theirs;
        let app = envelope.text("/api_app_id");
        if is(self.bot_user(envelope), user)
            || is(identity.and_then(|identity| identity.bot.as_deref()), bot)
            || is(app, inner.text("/app_id"))
            || is(app, inner.text("/bot_profile/app_id"))
        {
            return Speaker::Us;
        }
        match user {
            _ if bot.is_some() || inner.text("/subtype") == Some("bot_message") => Speaker::Bot,
            Some("USLACKBOT") => Speaker::Bot,
            Some(user) => Speaker::Person(user),
            None => Speaker::Nobody,
        }
    }

    /// The bot as a user: the installation that heard the event knows best.
    fn bot_user<'a>(&'a self, envelope: &Envelope<'a>) -> Option<&'a str> {
        envelope.bot().or_else(|| self.identity.get()?.user.as_deref())
    }

    fn is_mentioned(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> bool {
        let text = inner.text("/text").unwrap_or_default();
        inner.text("/type") == Some("app_mention")
            || self.bot_user(envelope).is_some_and(|bot| mrkdwn::mentions(text, bot))
    }

    /// What was said to us, without our name.
    fn said(&self, envelope: &Envelope<'_>, inner: Fields<'_>) -> String {
        let text = inner.text("/text").unwrap_or_default();
        mrkdwn::read(self.bot_user(envelope).map_or(text, |bot| mrkdwn::without_mention(text, bot)))
    }
}

/// An event with both its names: Slack's for the delivery, and the message's own.
fn named(envelope: &Envelope<'_>, logical: String, place: Place, kind: EventKind) -> Event {
    match envelope.key() {
        Some(key) => Event::new(key, place, kind).or_key(logical),
        None => Event::new(logical, place, kind),
    }
}
