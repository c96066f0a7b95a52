use std::collections::BTreeSet;

use messaging_core::Event;

use super::{fault::Done, places::lane_of, verbs::Verbs};
use crate::{
    EventId, Lane, Subject,
    erasure::{author, is_by, is_named_after},
};

/// A conversation that somebody's data are in.
#[derive(Debug)]
pub(super) struct Reached {
    pub(super) conversation: i64,
    pub(super) owner: i64,
    pub(super) lane: Lane,
    /// Whether all of it is theirs.
    pub(super) whole: bool,
}

/// An event of somebody.
#[derive(Debug)]
pub(super) struct Theirs {
    pub(super) id: EventId,
    /// What happened; none if nobody can read it, or it never wanted a turn.
    pub(super) event: Option<Event>,
}

impl Verbs<'_> {
    /// Finds the conversations that a subject's data are in, ordered by their lanes.
    pub(super) fn reach(&self, subject: &Subject) -> Done<Vec<Reached>> {
        let (tenant, person) = match subject {
            Subject::Person { tenant, id } => (tenant, id),
            Subject::Conversation(lane) => {
                let found = self.find_conversation(lane)?;
                let reached = found.map(|found| Reached {
                    conversation: found.conversation,
                    owner: found.owner,
                    lane: lane.clone(),
                    whole: true,
                });
                return Ok(reached.into_iter().collect());
            }
        };
        let wrote = self.wrote_in(person)?;
        let sql = "SELECT o.tenant, o.account, c.place, c.id, c.owner, c.contact FROM conversation c \
                   JOIN owner o ON o.id = c.owner WHERE o.tenant = ?1";
        let all = self.all(sql, [tenant], |row| {
            let contact = row.get::<_, Option<String>>(5)?;
            Ok((lane_of(row)?, row.get::<_, i64>(3)?, row.get::<_, i64>(4)?, contact))
        })?;
        let mut reached = Vec::new();
        for (lane, conversation, owner, contact) in all {
            let named = contact.as_ref() == Some(person) || is_named_after(&lane, person);
            if named || wrote.contains(&conversation) {
                let whole = named || !self.others_wrote(conversation, person)?;
                reached.push(Reached { conversation, owner, lane, whole });
            }
        }
        reached.sort_by(|one, other| one.lane.cmp(&other.lane));
        Ok(reached)
    }

    /// The conversations that somebody wrote in, or has a name in.
    fn wrote_in(&self, person: &str) -> Done<BTreeSet<i64>> {
        let sql = "SELECT DISTINCT conversation FROM record WHERE speaker = 0 AND json_extract(author, '$.id') = ?1 \
                   UNION SELECT conversation FROM person WHERE id = ?1";
        let mut found: BTreeSet<i64> = self.all(sql, [person], |row| row.get(0))?.into_iter().collect();
        let sql = "SELECT conversation, body FROM event WHERE conversation IS NOT NULL AND instr(body, ?1) > 0";
        let spelled = serde_json::to_string(person)?;
        for (conversation, body) in self.all(sql, [spelled], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))? {
            if serde_json::from_str(&body).is_ok_and(|event| is_by(&event, person)) {
                found.insert(conversation);
            }
        }
        Ok(found)
    }

    fn others_wrote(&self, conversation: i64, person: &str) -> Done<bool> {
        let sql = "SELECT 1 FROM record WHERE conversation = ?1 AND speaker = 0 AND json_extract(author, '$.id') <> ?2 \
                   LIMIT 1";
        if self.one(sql, (conversation, person), |_| Ok(()))?.is_some() {
            return Ok(true);
        }
        let sql = "SELECT body FROM event WHERE conversation = ?1 AND stage = 0 \
                   UNION ALL SELECT body FROM event WHERE conversation = ?1 AND stage >= 1";
        let bodies = self.all(sql, [conversation], |row| row.get::<_, String>(0))?;
        let is_others = |body: &String| {
            serde_json::from_str::<Event>(body).is_ok_and(|event| author(&event).is_some_and(|author| author != person))
        };
        Ok(bodies.iter().any(is_others))
    }

    /// Finds the events of a subject in a conversation, the oldest first.
    pub(super) fn theirs(&self, at: &Reached, person: Option<&str>) -> Done<Vec<Theirs>> {
        let sql = "SELECT id, body FROM event WHERE conversation = ?1 AND stage = 0 \
                   UNION ALL SELECT id, body FROM event WHERE conversation = ?1 AND stage >= 1 UNION ALL \
                   SELECT id, body FROM event WHERE noted_in = ?1 ORDER BY id";
        let rows = self.all(sql, [at.conversation], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let events = rows.into_iter().map(|(id, body)| Theirs { id, event: serde_json::from_str(&body).ok() });
        let is_theirs = |event: &Event| person.is_some_and(|person| is_by(event, person));
        Ok(events.filter(|row| at.whole || row.event.as_ref().is_some_and(is_theirs)).collect())
    }
}
