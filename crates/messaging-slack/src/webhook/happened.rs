//! What happens beside messages: reactions, people who come and go, sessions, the installation.
//!
//! <https://docs.slack.dev/reference/events>

use messaging_core::{
    Addressed, Event, EventKind,
    event::{Installation, Reaction, Stop},
    message::{Author, Participant, ParticipantAddress},
};

use super::{
    envelope::{Envelope, Fields, conversation, place_of},
    json::Json,
};
use crate::{place, ts};

/// Reads an event that is no message. What has no word here, or lacks what the word needs, is kept as it came.
pub(super) fn read(envelope: &Envelope<'_>, name: &str, inner: Fields<'_>) -> Option<Event> {
    let mut event = envelope.other(name, Some(inner))?;
    let Some(kind) = kind(name, inner) else { return Some(event) };
    (event.kind, event.occurred_at) = (kind, inner.text("/event_ts").and_then(ts::moment));
    Some(event)
}

fn kind(name: &str, inner: Fields<'_>) -> Option<EventKind> {
    let user = || inner.text("/user").map(Author::new);
    Some(match name {
        "reaction_added" => EventKind::ReactionAdded(reaction(inner)?),
        "reaction_removed" => EventKind::ReactionRemoved(reaction(inner)?),
        "member_joined_channel" => EventKind::ParticipantAdded(member(&user()?)),
        "member_left_channel" => EventKind::ParticipantRemoved(member(&user()?)),
        "agent_session_title_changed" => EventKind::TitleChanged(inner.text("/title")?.to_owned()),
        "app_uninstalled" => EventKind::Installation(Installation::Removed),
        "tokens_revoked" => EventKind::Installation(Installation::TokensRevoked {
            bots: inner.texts("/tokens/bot"),
            users: inner.texts("/tokens/oauth"),
        }),
        _ => return None,
    })
}

fn reaction(inner: Fields<'_>) -> Option<Reaction> {
    let author = Author::new(inner.text("/user")?);
    Some(Reaction::new(author, inner.text("/item/ts")?, inner.text("/reaction")?))
}

fn member(user: &Author) -> Participant {
    Participant::new(user.id.as_str(), ParticipantAddress::Identity(user.id.clone()))
}

/// A person pressed stop. In a direct message the answer may be to a message outside of any thread: the same `ts` names
/// it, so both lanes hear of it.
pub(super) fn stopped(envelope: &Envelope<'_>, inner: Fields<'_>) -> Vec<Event> {
    let Some(mut event) = envelope.other("agent_session_stopped", Some(inner)) else { return Vec::new() };
    let author = Author::new(inner.text("/user").unwrap_or("unknown"));
    let messages = inner.texts("/streaming_message_ts").into_iter().map(Into::into).collect();
    let stop = Stop::new(author, messages);
    let Some(place) = envelope.team().and_then(|team| conversation(team, inner)) else { return vec![event] };
    let at = inner.text("/event_ts").and_then(ts::moment);
    (event.kind, event.occurred_at) = (EventKind::Stopped(stop.clone()), at);
    let mut told = vec![event.clone()];
    if let (Some(team), Some(channel), Some(root)) = (envelope.team(), inner.text("/channel"), inner.text("/thread_ts"))
        && place.kind() == place::thread(team, channel, root).kind()
        && let Some(key) = event.keys.first()
    {
        let outer = place_of(team, channel, channel.starts_with('D'));
        let outer = Event::new(format!("{key}:outer"), outer, EventKind::Stopped(stop.of_answer_to(root)));
        let mut outer = outer.addressed(Addressed::Ambient).with_raw(envelope.raw);
        outer.occurred_at = at;
        told.push(outer);
    }
    told
}

impl Fields<'_> {
    /// The texts of a list.
    fn texts(self, pointer: &str) -> Vec<String> {
        let list = self.at(pointer).map(Json::list).unwrap_or_default();
        list.iter().filter_map(Json::as_str).map(str::to_owned).collect()
    }
}
