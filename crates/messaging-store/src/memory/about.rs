use messaging_core::{Event, EventKind, message::ConversationState};

use super::Tables;
use crate::{
    About, Lane, Record,
    about::{PEOPLE, names, state_after},
};

impl Tables {
    /// Learns what an event tells of its conversation.
    pub(super) fn learn(&mut self, lane: &Lane, event: &Event) {
        let known = self.about.get(lane);
        let before = known.map_or((&ConversationState::Active, None), |about| (&about.state, about.since));
        let state = state_after(before.0, before.1, event);
        let people = match &event.kind {
            EventKind::ParticipantAdded(participant) => names(participant),
            _ => Vec::new(),
        };
        if state.is_none() && people.is_empty() {
            return;
        }
        let mut about = known.cloned().unwrap_or_default();
        if let Some((state, since)) = state {
            (about.state, about.since) = (state, since);
        }
        for (person, name) in people {
            if about.people.len() < PEOPLE || about.people.contains_key(person) {
                about.people.insert(person.to_owned(), name);
            }
        }
        self.about.put(lane.clone(), about);
    }

    /// Tells what is known of a conversation, as [`Store::about`](crate::Store::about).
    #[must_use]
    pub fn about(&self, lane: &Lane) -> About {
        self.about.get(lane).cloned().unwrap_or_default()
    }

    /// Whether a conversation is over.
    pub(super) fn is_closed(&self, lane: &Lane) -> bool {
        self.about.get(lane).is_some_and(|about| about.state == ConversationState::Closed)
    }

    /// Names the author of a line, where the line itself does not.
    pub(super) fn named(&self, lane: &Lane, mut record: Record) -> Record {
        if let (Some(author), Some(about)) = (&mut record.author, self.about.get(lane))
            && author.name.is_none()
        {
            author.name = about.people.get(&author.id).cloned();
        }
        record
    }
}
