use std::collections::BTreeMap;

use messaging_core::{Event, EventKind, UnixMillis, message::ConversationState};

use super::{fault::Done, verbs::Verbs};
use crate::{
    About, Lane, Record,
    about::{PEOPLE, names, state_after},
};

impl Verbs<'_> {
    /// Learns what an event tells of its conversation.
    pub(super) fn learn(&self, lane: &Lane, event: &Event) -> Done {
        match &event.kind {
            EventKind::ConversationState(_)
            | EventKind::MessageAdded(_)
            | EventKind::Action(_)
            | EventKind::Command(_) => {
                let conversation = self.conversation(lane)?.conversation;
                let (before, since) = self.state(conversation)?;
                if let Some((state, since)) = state_after(&before, since, event) {
                    let sql = "UPDATE conversation SET state = ?2, state_ms = ?3 WHERE id = ?1";
                    self.run(sql, (conversation, serde_json::to_string(&state)?, since.map(|since| since.0)))?;
                }
            }
            EventKind::ParticipantAdded(participant) => {
                let people = names(participant);
                if people.is_empty() {
                    return Ok(());
                }
                let conversation = self.conversation(lane)?.conversation;
                for (person, name) in people {
                    let sql = "INSERT INTO person (conversation, id, name) SELECT ?1, ?2, ?3 \
                               WHERE (SELECT count(*) FROM person WHERE conversation = ?1 AND id <> ?2) < ?4 \
                               ON CONFLICT DO UPDATE SET name = excluded.name";
                    self.run(sql, (conversation, person, name, PEOPLE))?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells what is known of a conversation.
    pub(super) fn about(&self, lane: &Lane) -> Done<About> {
        let Some(found) = self.find_conversation(lane)? else { return Ok(About::default()) };
        let (state, since) = self.state(found.conversation)?;
        Ok(About { state, since, people: self.people(found.conversation)? })
    }

    fn state(&self, conversation: i64) -> Done<(ConversationState, Option<UnixMillis>)> {
        let sql = "SELECT state, state_ms FROM conversation WHERE id = ?1";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Option<i64>>(1)?));
        let (state, since) = self.one(sql, [conversation], read)?.unwrap_or_default();
        let state = state.map(|state| serde_json::from_str(&state)).transpose()?.unwrap_or_default();
        Ok((state, since.map(UnixMillis)))
    }

    fn people(&self, conversation: i64) -> Done<BTreeMap<String, String>> {
        let sql = "SELECT id, name FROM person WHERE conversation = ?1";
        Ok(self.all(sql, [conversation], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    /// Whether a conversation is over.
    pub(super) fn is_closed(&self, conversation: i64) -> Done<bool> {
        Ok(self.state(conversation)?.0 == ConversationState::Closed)
    }

    /// Names the authors of lines, where the lines themselves do not.
    pub(super) fn name(&self, conversation: i64, records: &mut [Record]) -> Done {
        for author in records.iter_mut().filter_map(|record| record.author.as_mut()) {
            if author.name.is_none() {
                let sql = "SELECT name FROM person WHERE conversation = ?1 AND id = ?2";
                author.name = self.one(sql, (conversation, &author.id), |row| row.get(0))?;
            }
        }
        Ok(())
    }
}
